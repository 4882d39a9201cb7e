import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Checkbox } from "~/ui/form/checkbox";
import { DecoyField } from "~/ui/form/decoy-field";
import { Form } from "~/ui/form/form";
import { MobileField } from "~/ui/form/mobile-field";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import type { MeetingsKey } from "../../messages";
import { LONGEST_SUBJECT } from "../choices";

type Fields = Record<"fullName" | "mobile" | "subject" | "consent" | "website", string>;

/** What somebody without an account writes to come to a meeting, thumb by thumb. */
export function SignUpForm({ requestId, answer }: { requestId: string; answer: FormResult | undefined }) {
  const t = useT<MeetingsKey>();
  const [form, fields] = useForm<Fields>({ lastResult: answer?.result });
  return (
    <Form
      form={form}
      labels={{
        fullName: t("meetings.sign-up.form.full-name"),
        mobile: t("meetings.sign-up.form.mobile"),
        subject: t("meetings.sign-up.form.subject"),
        consent: t("meetings.sign-up.form.consent"),
      }}
      requestId={requestId}
      refusal={answer?.refusal}
      warn={false}
    >
      <TextField field={fields.fullName} autoComplete="name" />
      <MobileField field={fields.mobile} />
      <TextArea
        field={fields.subject}
        optional
        rows={3}
        maxLength={LONGEST_SUBJECT}
        help={t("meetings.sign-up.form.subject.help")}
      />
      <Checkbox field={fields.consent} help={t("meetings.sign-up.form.consent.help")} />
      <DecoyField field={fields.website} />
      <SubmitButton wide size="touch">
        {t("meetings.sign-up.form.send")}
      </SubmitButton>
    </Form>
  );
}
