import { useForm } from "@conform-to/react";
import { formatJalali, type IsoDate } from "~/lib/jalali";
import { DateField, type DayMark } from "~/ui/form/date-field";
import { TextArea } from "~/ui/form/text-area";
import { useLocale, useT } from "~/ui/i18n";
import type { ObligationsKey } from "../../messages";
import { StepSheet, type Common } from "./step-sheet";

export function AskDayForm({
  dueOn,
  marks,
  ...common
}: Common & { dueOn: IsoDate | null; marks: readonly DayMark[] }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Record<"dueOn" | "note", string>>({
    id: "ask-day",
    lastResult: common.answer?.result,
  });
  return (
    <StepSheet
      {...common}
      act="ask-day"
      form={form}
      labels={{ dueOn: t("obligations.ask-day.day"), note: t("obligations.form.reason") }}
    >
      <DateField
        field={fields.dueOn}
        marks={marks}
        {...(dueOn
          ? { help: t("obligations.ask-day.help", { day: formatJalali(dueOn, locale, "long") }) }
          : {})}
      />
      <TextArea field={fields.note} rows={3} maxLength={4000} />
    </StepSheet>
  );
}
