import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Checkbox } from "~/ui/form/checkbox";
import { Form } from "~/ui/form/form";
import { MobileField } from "~/ui/form/mobile-field";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { PARTICIPANTS } from "../../choices";
import type { MeetingsKey } from "../../messages";

type Fields = Record<"name" | "mobile" | "participants" | "consents", string>;

/** Adds somebody who came without an invitation. In a county he may agree to be asked into the network. */
export function WalkInForm({
  asksConsent,
  action,
  requestId,
  answer,
}: {
  asksConsent: boolean;
  action: string;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const [form, fields] = useForm<Fields>({
    id: "walk-in",
    lastResult: answer?.result,
    defaultValue: { participants: "people" },
  });
  return (
    <Form
      form={form}
      labels={{
        name: t("meetings.invite.guest.name"),
        mobile: t("meetings.invite.guest.mobile"),
        participants: t("meetings.invite.guest.class"),
        consents: t("meetings.walk-in.consents"),
      }}
      action={action}
      requestId={requestId}
      refusal={answer?.refusal}
      warn={false}
    >
      <input type="hidden" name="do" value="walk-in" />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField field={fields.name} />
        <Select
          field={fields.participants}
          options={PARTICIPANTS.map((one) => ({ value: one, label: t(`meetings.class.${one}`) }))}
        />
      </div>
      {asksConsent && (
        <>
          <MobileField field={fields.mobile} optional />
          <Checkbox field={fields.consents} value="yes" help={t("meetings.walk-in.consents.help")} />
        </>
      )}
      <div>
        <SubmitButton kind="secondary" icon="user-plus">
          {t("meetings.walk-in.do")}
        </SubmitButton>
      </div>
    </Form>
  );
}
