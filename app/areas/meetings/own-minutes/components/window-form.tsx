import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { typedJalali, type IsoDate } from "~/lib/jalali";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { useLocale, useT } from "~/ui/i18n";
import type { MeetingsKey } from "../../messages";

/** Opens the draft for comments until a day. */
export function WindowForm({
  revision,
  offered,
  requestId,
  answer,
}: {
  revision: number;
  offered: IsoDate;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ until: string }>({
    id: "open",
    lastResult: answer?.result,
    defaultValue: { until: typedJalali(offered, locale) },
  });
  return (
    <div className="max-w-120">
      <p className="mb-3 text-second text-ink-2">{t("minutes.own.open.text")}</p>
      <Form
        form={form}
        labels={{ until: t("minutes.own.until") }}
        requestId={requestId}
        revision={revision}
        refusal={answer?.refusal}
      >
        <DateField field={fields.until} />
        <div>
          <SubmitButton name="do" value="open" icon="message-square-text">
            {t("minutes.own.open")}
          </SubmitButton>
        </div>
      </Form>
    </div>
  );
}
