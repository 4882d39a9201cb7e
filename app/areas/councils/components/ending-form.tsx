import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { theirTextsOf } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { typedDays } from "../form-texts";

/**
 * The day and the reason with which a seat ends, or a whole council.
 * @param dayField its name: `endsOn` or `dissolvedOn`.
 * @param today as the field takes it.
 */
export function EndingForm({
  dayField,
  words,
  today,
  revision,
  requestId,
  answer,
  back,
}: {
  dayField: "endsOn" | "dissolvedOn";
  words: { lead: string; day: string; reason: string; end: string };
  today: string;
  /** Of a seat, which may be edited meanwhile. */
  revision?: number;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ endsOn: string; dissolvedOn: string; reason: string }>({
    lastResult: answer?.result,
    defaultValue: { [dayField]: today },
  });
  const labels = { [dayField]: words.day, reason: words.reason };
  const { refusal } = answer ?? {};
  const theirs = theirTextsOf(refusal?.theirs && typedDays(refusal.theirs, locale), labels);
  return (
    <div className="max-w-160">
      <p className="mb-5 text-second text-ink-2">{words.lead}</p>
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={revision}
        refusal={refusal}
        theirs={theirs}
      >
        <DateField field={fields[dayField]} />
        <TextArea field={fields.reason} rows={3} maxLength={300} />
        <FormActions>
          <SubmitButton kind="danger">{words.end}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
