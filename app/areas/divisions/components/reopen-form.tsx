import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import type { DivisionsKey } from "../messages";

/** Takes the closing of a county back, while that may be done. */
export function ReopenForm({ requestId, answer }: { requestId: string; answer: FormResult | undefined }) {
  const t = useT<DivisionsKey>();
  const [form] = useForm({ id: "reopen", lastResult: answer?.result });
  return (
    <Section title={t("divisions.reopen")}>
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("divisions.reopen.lead")}</p>
      <Form form={form} requestId={requestId} warn={false}>
        <input type="hidden" name="intent" value="reopen" />
        <FormActions>
          <SubmitButton>{t("divisions.reopen")}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  );
}
