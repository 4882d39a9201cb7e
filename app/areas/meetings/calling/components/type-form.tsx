import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { CheckboxGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { MEETING_KINDS, PARTICIPANTS, QUORUM_KINDS } from "../../choices";
import type { MeetingsKey } from "../../messages";
import { sectionTexts } from "../type-columns";
import type { MeetingTypeRow } from "../types.server";
import { theirPlan, useDigits } from "./shared-fields";

type Fields = {
  fa: string;
  en: string;
  kind: string;
  participants: string[];
  quorumKind: string;
  quorumCount: string;
  minutesLong: string;
  sections: string;
  sectionsEn: string;
};

/** Adds a type of meetings, or changes one of the place's own when `type` is given. */
export function TypeForm({
  type,
  requestId,
  answer,
}: {
  type?: MeetingTypeRow;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const digits = useDigits();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: type
      ? {
          fa: type.fa,
          en: type.en,
          kind: type.kind,
          participants: type.participants,
          quorumKind: type.quorumKind,
          quorumCount: digits(type.quorumCount),
          minutesLong: digits(type.minutesLong),
          ...sectionTexts(type.agenda),
        }
      : { quorumKind: "none", kind: "other" },
  });
  const labels: Record<keyof Fields, string> = {
    fa: t("calling.type.fa"),
    en: t("calling.type.en"),
    kind: t("calling.type.kind"),
    participants: t("calling.classes"),
    quorumKind: t("calling.quorum"),
    quorumCount: t("calling.type.quorum-count"),
    minutesLong: t("calling.types.minutes"),
    sections: t("calling.types.sections"),
    sectionsEn: t("calling.type.sections-en"),
  };
  const kinds = MEETING_KINDS.map((kind) => ({ value: kind, label: t(`meetings.kind.${kind}`) }));
  const quorums = QUORUM_KINDS.map((kind) => ({
    value: kind,
    label: t(kind === "count" ? "calling.quorum.count.choice" : `calling.quorum.${kind}`),
  }));
  const theirs = theirPlan(answer, labels, {
    locale,
    days: [],
    figures: ["quorumCount", "minutesLong"],
    named: { kind: kinds, quorumKind: quorums },
  });
  return (
    <Form
      form={form}
      labels={labels}
      requestId={requestId}
      revision={type?.revision}
      refusal={answer?.refusal}
      theirs={theirs}
    >
      <TextField field={fields.fa} />
      <TextField field={fields.en} optional />
      <Select field={fields.kind} empty={false} options={kinds} />
      <CheckboxGroup
        field={fields.participants}
        optional
        choices={PARTICIPANTS.map((one) => ({ value: one, label: t(`meetings.class.${one}`) }))}
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Select field={fields.quorumKind} empty={false} options={quorums} />
        <TextField field={fields.quorumCount} optional digits />
        <TextField field={fields.minutesLong} digits />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextArea field={fields.sections} optional rows={4} help={t("calling.type.sections.help")} />
        <TextArea field={fields.sectionsEn} optional rows={4} help={t("calling.type.sections-en.help")} />
      </div>
      <FormActions>
        <SubmitButton>{t(type ? "meetings.save-changes" : "calling.type.add")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
