import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { PARTICIPANTS, type Attendance, type Participants } from "../../choices";
import type { MeetingsKey } from "../../messages";

/** How many came besides those on the list, by class. */
export function OthersForm({
  others,
  revision,
  action,
  requestId,
  answer,
}: {
  others: Attendance;
  revision: number;
  action: string;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Record<Participants, string>>({
    id: "others",
    lastResult: answer?.result,
    defaultValue: Object.fromEntries(
      PARTICIPANTS.map((one) => [one, localDigits(String(others[one] || ""), locale)]),
    ),
  });
  const labels = Object.fromEntries(PARTICIPANTS.map((one) => [one, t(`meetings.class.${one}`)]));
  return (
    <Form
      form={form}
      labels={labels}
      action={action}
      requestId={requestId}
      revision={revision}
      refusal={answer?.refusal}
      warn={false}
    >
      <input type="hidden" name="do" value="others" />
      <p className="text-second text-ink-2">{t("meetings.attendance.others.help")}</p>
      <div className="grid grid-cols-2 items-end gap-4 sm:grid-cols-3">
        {PARTICIPANTS.map((one) => (
          <TextField key={one} field={fields[one]} optional digits width="short" />
        ))}
      </div>
      <div>
        <SubmitButton kind="secondary">{t("meetings.attendance.others.do")}</SubmitButton>
      </div>
    </Form>
  );
}
