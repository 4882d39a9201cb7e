import { useForm } from "@conform-to/react";
import { typedJalali } from "~/lib/jalali";
import { DateField } from "~/ui/form/date-field";
import { TextArea } from "~/ui/form/text-area";
import { Select } from "~/ui/form/select";
import { useLocale, useT } from "~/ui/i18n";
import type { ObligationsKey } from "../../messages";
import { ClosedDayPreview } from "../closed-day-preview";
import type { Offers } from "./offers";
import { StepSheet, type Common } from "./step-sheet";

export function ReDateForm({ offers, ...common }: Common & { offers: Offers }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const asked = offers.askedDay ? typedJalali(offers.askedDay, locale) : undefined;
  const [form, fields] = useForm<Record<"dueOn" | "cause" | "note", string>>({
    id: "re-date",
    lastResult: common.answer?.result,
    ...(asked && { defaultValue: { dueOn: asked } }),
  });
  return (
    <StepSheet
      {...common}
      act="re-date"
      form={form}
      labels={{
        dueOn: t("obligations.form.due"),
        cause: t("obligations.form.cause"),
        note: t("obligations.form.explanation"),
      }}
    >
      <DateField field={fields.dueOn} calendar={offers.calendar} />
      <ClosedDayPreview typed={fields.dueOn.value} calendar={offers.calendar} />
      <Select field={fields.cause} width="medium" options={offers.causes} />
      <TextArea field={fields.note} optional rows={2} maxLength={4000} />
    </StepSheet>
  );
}
