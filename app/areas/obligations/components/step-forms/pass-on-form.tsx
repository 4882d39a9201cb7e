import { useForm } from "@conform-to/react";
import { formatJalali, typedJalali, type IsoDate, todayIn } from "~/lib/jalali";
import { DateField } from "~/ui/form/date-field";
import { FieldError } from "~/ui/form/field";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { Select } from "~/ui/form/select";
import { useLocale, useNow, useT } from "~/ui/i18n";
import type { ObligationsKey } from "../../messages";
import { ClosedDayPreview } from "../closed-day-preview";
import type { Offers } from "./offers";
import { StepSheet, type Common } from "./step-sheet";

/** Rows that stand ready; more come by passing on once more. */
const ROWS = 3;

export function PassOnForm({ dueOn, offers, ...common }: Common & { dueOn: IsoDate | null; offers: Offers }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const today = todayIn(useNow());
  // A day that is over is nobody's any more.
  const due = dueOn && dueOn >= today ? typedJalali(dueOn, locale) : "";
  const [form, fields] = useForm<{
    children: { officeId: string; dueOn: string; text: string }[];
    word: string;
  }>({
    id: "pass-on",
    lastResult: common.answer?.result,
    defaultValue: { children: Array.from({ length: ROWS }, () => ({ officeId: "", dueOn: due, text: "" })) },
  });
  return (
    <StepSheet
      {...common}
      act="pass-on"
      form={form}
      labels={{
        children: t("obligations.pass-on.title"),
        "children[].officeId": t("obligations.pass-on.office"),
        "children[].dueOn": t("obligations.pass-on.due"),
        "children[].text": t("obligations.pass-on.text"),
        word: t("obligations.pass-on.word"),
      }}
    >
      <div
        id={fields.children.id}
        role="group"
        aria-label={t("obligations.pass-on.title")}
        aria-describedby={fields.children.errors ? fields.children.errorId : undefined}
        className="flex flex-col gap-4"
      >
        <FieldError field={fields.children} />
        {fields.children.getFieldList().map((row, index) => {
          const child = row.getFieldset();
          return (
            <div key={row.key} className="grid gap-3 border-b border-line pb-4 sm:grid-cols-2">
              <Select field={child.officeId} optional={index > 0} options={offers.offices} />
              <div className="flex flex-col gap-1">
                <DateField field={child.dueOn} optional={index > 0} calendar={offers.calendar} />
                <ClosedDayPreview typed={child.dueOn.value} calendar={offers.calendar} />
              </div>
              <div className="sm:col-span-2">
                <TextField field={child.text} optional maxLength={4000} />
              </div>
            </div>
          );
        })}
      </div>
      <TextArea
        field={fields.word}
        optional
        rows={2}
        maxLength={4000}
        {...(dueOn
          ? { help: t("obligations.pass-on.word.help", { day: formatJalali(dueOn, locale, "long") }) }
          : {})}
      />
    </StepSheet>
  );
}
