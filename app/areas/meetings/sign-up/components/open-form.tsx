import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { typedJalali, type IsoDate } from "~/lib/jalali";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { MeetingsKey } from "../../messages";

/** Opens the sign-up of a meeting, or sets its day and its places anew. */
export function OpenForm({
  until,
  capacity,
  word,
  requestId,
  answer,
}: {
  until: IsoDate;
  capacity: number;
  /** What the press does. */
  word: string;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Record<"until" | "capacity", string>>({
    id: "open",
    lastResult: answer?.result,
    defaultValue: { until: typedJalali(until, locale), capacity: localDigits(String(capacity), locale) },
  });
  return (
    <Form
      form={form}
      labels={{ until: t("meetings.sign-up.until"), capacity: t("meetings.sign-up.capacity") }}
      requestId={requestId}
      refusal={answer?.refusal}
    >
      <DateField field={fields.until} />
      <TextField field={fields.capacity} digits width="short" help={t("meetings.sign-up.capacity.help")} />
      <div>
        <SubmitButton name="do" value="open">
          {word}
        </SubmitButton>
      </div>
    </Form>
  );
}
