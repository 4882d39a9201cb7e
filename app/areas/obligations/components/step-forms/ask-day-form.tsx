import { useForm } from "@conform-to/react";
import { formatJalali, type IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { DateField } from "~/ui/form/date-field";
import { TextArea } from "~/ui/form/text-area";
import { useLocale, useT } from "~/ui/i18n";
import type { ObligationsKey } from "../../messages";
import { ClosedDayPreview } from "../closed-day-preview";
import { StepSheet, type Common } from "./step-sheet";

export function AskDayForm({
  dueOn,
  calendar,
  ...common
}: Common & { dueOn: IsoDate | null; calendar: WorkingCalendar | null }) {
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
        calendar={calendar}
        {...(dueOn
          ? { help: t("obligations.ask-day.help", { day: formatJalali(dueOn, locale, "long") }) }
          : {})}
      />
      <ClosedDayPreview typed={fields.dueOn.value} calendar={calendar} />
      <TextArea field={fields.note} rows={3} maxLength={4000} />
    </StepSheet>
  );
}
