import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import type { Offered } from "../../../catalogues/queries.server";
import type { Step } from "../../lifecycle";
import type { NetworkKey } from "../../messages";

type Fields = { step: string; reason: string; note: string; happenedOn: string };

/** Takes a person one step along the joining path: what it does, the reason it asks for, and the day. */
export function StepForm({
  step,
  reasons,
  requestId,
  answer,
  back,
}: {
  step: Step;
  /** Reasons for archiving that the place's catalogue offers. */
  reasons: readonly Offered[];
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<NetworkKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({ lastResult: answer?.result });
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={{
          reason: t("network.path.reason"),
          note: t(step === "cancel" ? "network.path.cancel-reason" : "network.path.note"),
          happenedOn: t("network.path.happened-on"),
        }}
        requestId={requestId}
      >
        <p className="text-ink-2">{t(`network.path.${step}.help`)}</p>
        <input type="hidden" name="step" value={step} />
        {step === "archive" && (
          <RadioGroup
            field={fields.reason}
            choices={reasons.map((one) => ({ value: one.code, label: one[locale] }))}
          />
        )}
        <TextArea
          field={fields.note}
          optional={step !== "cancel"}
          rows={3}
          help={t("network.contact.note.help")}
        />
        {step !== "cancel" && (
          <DateField field={fields.happenedOn} optional help={t("network.path.happened-on.help")} />
        )}
        <FormActions>
          <SubmitButton kind={step === "cancel" ? "danger" : undefined}>
            {t(`network.path.${step}`)}
          </SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
