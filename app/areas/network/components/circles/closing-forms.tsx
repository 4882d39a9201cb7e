import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Checkbox } from "~/ui/form/checkbox";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import type { NetworkKey } from "../../messages";

type Props = { requestId: string; answer: FormResult | undefined; back: string };

/** The day on which a circle ended, and why. */
export function CloseForm({ requestId, answer, back, today }: Props & { today: string }) {
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<{ closedOn: string; reason: string }>({
    lastResult: answer?.result,
    defaultValue: { closedOn: today },
  });
  return (
    <Form
      form={form}
      labels={{
        closedOn: t("network.circle.closed-on"),
        reason: t("network.circle.close.reason"),
      }}
      requestId={requestId}
      refusal={answer?.refusal}
    >
      <p className="text-second text-ink-2">{t("network.circle.close.lead")}</p>
      <DateField field={fields.closedOn} />
      <TextArea field={fields.reason} rows={2} />
      <FormActions>
        <SubmitButton>{t("network.circle.close.do")}</SubmitButton>
        <LinkButton kind="quiet" to={back}>
          {t("ui.cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

/** A closed circle is open again. */
export function ReopenForm({ requestId, answer, back }: Props) {
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<{ members: string }>({
    lastResult: answer?.result,
    defaultValue: { members: "on" },
  });
  return (
    <Form
      form={form}
      labels={{ members: t("network.circle.reopen.members") }}
      requestId={requestId}
      refusal={answer?.refusal}
      warn={false}
    >
      <input type="hidden" name="intent" value="reopen" />
      <p className="text-second text-ink-2">{t("network.circle.reopen.lead")}</p>
      <Checkbox field={fields.members} />
      <FormActions>
        <SubmitButton>{t("network.circle.reopen")}</SubmitButton>
        <LinkButton kind="quiet" to={back}>
          {t("ui.cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
