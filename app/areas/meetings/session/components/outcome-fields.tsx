import type { FieldMetadata } from "@conform-to/react";
import { RadioGroup } from "~/ui/form/choice-group";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import type { MeetingsKey } from "../../messages";
import { OUTCOME_KINDS } from "../choices";

export type OutcomeFields = Record<
  "kind" | "text" | "parties" | "limitWritten" | "items" | "speaker" | "place",
  string
>;

/** The labels of an outcome's form. */
export function useOutcomeLabels(): Record<keyof OutcomeFields | "itemId", string> {
  const t = useT<MeetingsKey>();
  return {
    kind: t("meetings.outcome.kind"),
    text: t("meetings.outcome.text"),
    parties: t("meetings.outcome.parties"),
    limitWritten: t("meetings.outcome.deadline"),
    items: t("meetings.outcome.items"),
    speaker: t("meetings.outcome.speaker"),
    place: t("meetings.outcome.place"),
    itemId: t("meetings.outcome.item"),
  };
}

type Fields = { [name in keyof OutcomeFields]: FieldMetadata<string> };

/** The fields of an outcome: its kind and its words first, what few of them have behind one press. */
export function OutcomeInputs({ fields, isOpen }: { fields: Fields; isOpen: boolean }) {
  const t = useT<MeetingsKey>();
  const rest = [fields.parties, fields.limitWritten, fields.items, fields.speaker, fields.place];
  const hasErrors = rest.some((field) => (field.errors?.length ?? 0) > 0);
  return (
    <>
      <RadioGroup
        row
        field={fields.kind}
        choices={OUTCOME_KINDS.map((kind) => ({ value: kind, label: t(`meetings.outcome.kind.${kind}`) }))}
      />
      <TextArea field={fields.text} rows={3} />
      <details open={isOpen || hasErrors}>
        <summary className="min-h-11 cursor-pointer py-2 text-second text-teal">
          {t("meetings.outcome.more")}
        </summary>
        <div className="mt-2 grid gap-4 sm:grid-cols-2">
          <TextField field={fields.parties} optional help={t("meetings.outcome.parties.help")} />
          <TextField field={fields.limitWritten} optional help={t("meetings.outcome.deadline.help")} />
          <TextField field={fields.speaker} optional />
          <TextField field={fields.place} optional />
          <div className="sm:col-span-2">
            <TextArea field={fields.items} optional rows={2} help={t("meetings.outcome.items.help")} />
          </div>
        </div>
      </details>
    </>
  );
}
