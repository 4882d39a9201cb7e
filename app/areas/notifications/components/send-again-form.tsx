import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { MessagePage } from "../centre.server";
import type { NotificationKey } from "../messages";

/** Sends a message again that did not arrive: to its receiver as he stands now, or to another address. */
export function SendAgainForm({
  message,
  requestId,
  answer,
}: {
  message: Pick<MessagePage, "ownText" | "mayHaveGone" | "why">;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<NotificationKey>();
  const [form, fields] = useForm<{ address: string; ownText: string }>({
    lastResult: answer?.result,
    defaultValue: { address: "", ownText: message.ownText ?? "" },
  });
  const labels = {
    address: t("notifications.again.address"),
    ownText: t("notifications.again.text"),
  };
  return (
    <Section title={t("notifications.again")}>
      {message.why === "may-have-arrived" && (
        <div className="mb-4">
          <Notice kind="saffron" title={t("notifications.again.may")} />
        </div>
      )}
      <Form form={form} labels={labels} requestId={requestId} refusal={answer?.refusal}>
        <TextField
          field={fields.address}
          help={t("notifications.again.address.help")}
          code
          optional
          width="medium"
          maxLength={200}
        />
        {message.ownText !== null && <TextArea field={fields.ownText} />}
        <FormActions>
          <SubmitButton>{t("notifications.again.do")}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  );
}
