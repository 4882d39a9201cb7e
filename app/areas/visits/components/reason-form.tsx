import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf, wordOf } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { localDigits } from "~/ui/numbers";
import { typedDays } from "../form-texts";
import type { VisitsKey } from "../messages";

const EXCUSED = ["yes", "no"] as const;

type Fields = Record<"plannedOn" | "startsAt" | "endsAt" | "reason" | "excused", string>;

/**
 * A step of a visit that has a reason: it is moved, called off, or nobody came.
 * @param saved what the fields begin with; days as `YYYY-MM-DD`.
 */
export function ReasonForm({
  step,
  saved,
  revision,
  requestId,
  answer,
  back,
}: {
  step: "move" | "cancel" | "miss";
  saved: Readonly<Record<string, string>>;
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<VisitsKey | UiKey>();
  const { locale } = useLocale();
  const asTyped = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(typedDays(texts, locale)).map(([name, text]) => [
        name,
        name === "startsAt" || name === "endsAt" ? localDigits(text, locale) : text,
      ]),
    );
  const [form, fields] = useForm<Fields>({ lastResult: answer?.result, defaultValue: asTyped(saved) });
  const labels: Record<keyof Fields, string> = {
    plannedOn: t("visits.field.planned-on"),
    startsAt: t("visits.field.starts-at"),
    endsAt: t("visits.field.ends-at"),
    reason: t("visits.field.reason"),
    excused: t("visits.col.excused"),
  };
  const { refusal } = answer ?? {};
  const theirs = theirTextsOf(refusal?.theirs && asTyped(refusal.theirs), labels, {
    words: { excused: (value) => wordOf(EXCUSED, value, (one) => t(`visits.excused.${one}`)) },
  });
  return (
    <div className="max-w-160">
      <p className="mb-5 text-second text-ink-2">{t(`visits.${step}.lead`)}</p>
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={revision}
        refusal={refusal}
        theirs={theirs}
      >
        {step === "move" && (
          <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
            <DateField field={fields.plannedOn} />
            <TextField field={fields.startsAt} optional digits />
            <TextField field={fields.endsAt} optional digits />
          </div>
        )}
        <TextArea field={fields.reason} rows={3} maxLength={300} />
        {step === "miss" && (
          <RadioGroup
            field={fields.excused}
            choices={EXCUSED.map((value) => ({ value, label: t(`visits.excused.${value}`) }))}
          />
        )}
        <FormActions>
          <SubmitButton kind={step === "cancel" ? "danger" : "primary"}>
            {t(step === "miss" ? "visits.miss.do" : `visits.${step}`)}
          </SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
