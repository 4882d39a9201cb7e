import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf, wordOf } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { listed } from "~/ui/listed";
import type { UiKey } from "~/ui/messages";
import { BODY_KINDS, GROUP_KINDS, GROUP_REACHES, GROUPS_OF_FIVE } from "../choices";
import type { GroupDefinition } from "../groups.server";
import type { BodiesKey } from "../messages";
import { writtenEn } from "../office-words";
import { OfficePicker } from "./office-picker";

type Fields = {
  nameFa: string;
  nameEn: string;
  kind: string;
  reach: string;
  ruleKind: string;
  groupOfFive: string;
  officeIds: string[];
};

/** Makes a group of bodies, or changes one when `group` is given. Without `offices` it is said by a rule. */
export function GroupForm({
  group,
  offices,
  hasBelow,
  requestId,
  answer,
  back,
}: {
  group?: GroupDefinition;
  offices: readonly { id: string; nameFa: string; nameEn: string }[];
  /** Whether places lie below this one. */
  hasBelow: boolean;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<BodiesKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: group
      ? {
          nameFa: group.nameFa,
          nameEn: writtenEn(group),
          kind: group.kind,
          reach: group.reach ?? "here",
          ruleKind: group.ruleKind ?? "",
          groupOfFive: group.groupOfFive ?? "",
          officeIds: group.officeIds,
        }
      : { kind: offices.length > 0 ? "members" : "rule", reach: "here" },
  });
  const labels = {
    nameFa: t("bodies.name-fa"),
    nameEn: t("bodies.name-en"),
    kind: t("bodies.group.how"),
    reach: t("bodies.group.reach"),
    ruleKind: t("bodies.group.rule-kind"),
    groupOfFive: t("bodies.group.rule-five"),
    officeIds: t("bodies.group.members"),
  };
  const { refusal } = answer ?? {};
  const theirs = theirTextsOf(refusal?.theirs, labels, {
    words: {
      kind: (saved) => wordOf(GROUP_KINDS, saved, (kind) => t(`bodies.group.how.${kind}`)),
      reach: (saved) => wordOf(GROUP_REACHES, saved, (reach) => t(`bodies.group.reach.${reach}`)),
      ruleKind: (saved) => wordOf(BODY_KINDS, saved, (kind) => t(`bodies.kind.${kind}`)),
      groupOfFive: (saved) => wordOf(GROUPS_OF_FIVE, saved, (five) => t(`bodies.five.${five}`)),
      officeIds: (saved) => {
        const members = offices.filter(({ id }) => saved.split(",").includes(id));
        return listed(
          members.map(({ nameFa, nameEn }) => (locale === "fa" ? nameFa : nameEn)),
          locale,
        );
      },
    },
  });
  const kinds = GROUP_KINDS.filter((kind) => kind === "rule" || offices.length > 0);
  const reaches = GROUP_REACHES.filter((reach) => reach === "here" || hasBelow);
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={group?.revision}
        refusal={refusal}
        theirs={theirs}
      >
        <TextField field={fields.nameFa} autoFocus={!group} />
        <TextField field={fields.nameEn} optional help={t("bodies.name-en.help")} />
        <RadioGroup
          field={fields.kind}
          choices={kinds.map((kind) => ({ value: kind, label: t(`bodies.group.how.${kind}`) }))}
        />
        {offices.length > 0 && (
          <OfficePicker field={fields.officeIds} offices={offices} help={t("bodies.group.members.help")} />
        )}
        <RadioGroup
          field={fields.reach}
          row
          help={t("bodies.group.rule.help")}
          choices={reaches.map((reach) => ({ value: reach, label: t(`bodies.group.reach.${reach}`) }))}
        />
        <Select
          field={fields.ruleKind}
          optional
          width="medium"
          empty={t("bodies.group.any")}
          options={BODY_KINDS.map((kind) => ({ value: kind, label: t(`bodies.kind.${kind}`) }))}
        />
        <Select
          field={fields.groupOfFive}
          optional
          width="medium"
          empty={t("bodies.group.any")}
          options={GROUPS_OF_FIVE.map((five) => ({ value: five, label: t(`bodies.five.${five}`) }))}
        />
        <FormActions>
          <SubmitButton>{t("bodies.group.save")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
