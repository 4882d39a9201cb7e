import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import type { TheirText } from "~/ui/form/their-texts";
import { formatMobile } from "~/lib/identifiers";
import { useLocale, useT } from "~/ui/i18n";
import type { MeetingsKey } from "../../messages";
import { REPLIES, type Reply } from "../choices";
import type { InvitationRow } from "../queries.server";

type Fields = Record<"reply" | "note" | "deputyName" | "deputyRole" | "deputyMobile", string>;

/** What an invitee says: that he comes, sends somebody, or does not come. */
export function AnswerForm({
  invitation,
  requestId,
  answer,
}: {
  invitation: InvitationRow;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const mobile = (text: string | null) => (text ? formatMobile(text, locale) : "");
  const [form, fields] = useForm<Fields>({
    id: "answer",
    lastResult: answer?.result,
    defaultValue: {
      reply: invitation.reply ?? "",
      note: invitation.replyNote ?? "",
      deputyName: invitation.deputyName ?? "",
      deputyRole: invitation.deputyRole ?? "",
      deputyMobile: mobile(invitation.deputyMobile),
    },
  });
  const labels = {
    reply: t("meetings.i.answer.reply"),
    note: t("meetings.i.answer.note"),
    deputyName: t("meetings.i.answer.deputy-name"),
    deputyRole: t("meetings.i.answer.deputy-role"),
    deputyMobile: t("meetings.i.answer.deputy-mobile"),
  };
  const { refusal } = answer ?? {};
  const theirs = Object.entries(refusal?.theirs ?? {}).map(([name, value]): TheirText => ({
    name,
    label: labels[name as keyof Fields],
    value,
    ...(name === "deputyMobile" ? { shown: mobile(value) } : {}),
    ...(name === "reply" ? { shown: value ? t(`meetings.i.answer.${value as Reply}`) : "" } : {}),
  }));
  return (
    <div className="group">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={invitation.revision}
        refusal={refusal}
        theirs={theirs}
        warn={false}
      >
        <input type="hidden" name="do" value="answer" />
        <RadioGroup
          field={fields.reply}
          choices={REPLIES.map((one) => ({ value: one, label: t(`meetings.i.answer.${one}`) }))}
        />
        <div className="hidden flex-col gap-4 group-has-[input[value=deputy]:checked]:flex">
          <TextField field={fields.deputyName} />
          <TextField field={fields.deputyRole} optional />
          <TextField
            field={fields.deputyMobile}
            optional
            digits
            help={t("meetings.i.answer.deputy-mobile.help")}
          />
        </div>
        <TextArea field={fields.note} optional rows={2} help={t("meetings.i.answer.note.help")} />
        <div>
          <SubmitButton size="touch" wide>
            {t("meetings.i.answer.do")}
          </SubmitButton>
        </div>
        {invitation.reply && <p className="text-meta text-ink-3">{t("meetings.i.answer.change")}</p>}
      </Form>
    </div>
  );
}
