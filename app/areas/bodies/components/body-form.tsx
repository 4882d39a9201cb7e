import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Checkbox } from "~/ui/form/checkbox";
import { CheckboxGroup } from "~/ui/form/choice-group";
import { ComboBox } from "~/ui/form/combo-box";
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
import { BODY_KINDS, GROUPS_OF_FIVE, OFFICE_LEVELS } from "../choices";
import type { BodyChoice, BodyFacts } from "../directory.server";
import type { BodiesKey } from "../messages";
import { writtenEn } from "../office-words";

type Fields = {
  nameFa: string;
  nameEn: string;
  kind: string;
  groupOfFive: string;
  parentId: string;
  levels: string[];
  openHere: string;
};

/** Adds a body to the dictionary, or changes one when `body` is given. */
export function BodyForm({
  body,
  parents,
  openIn,
  requestId,
  answer,
  back,
}: {
  body?: BodyFacts;
  parents: readonly BodyChoice[];
  /** The place in which its office may be opened at once. */
  openIn?: string;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<BodiesKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: body
      ? {
          nameFa: body.nameFa,
          nameEn: writtenEn(body),
          kind: body.kind,
          groupOfFive: body.groupOfFive ?? "",
          parentId: body.parent?.id ?? "",
          levels: body.levels,
        }
      : { kind: "executive", openHere: openIn ? "on" : "" },
  });
  const labels = {
    nameFa: t("bodies.name-fa"),
    nameEn: t("bodies.name-en"),
    kind: t("bodies.kind"),
    groupOfFive: t("bodies.five"),
    parentId: t("bodies.parent"),
    levels: t("bodies.levels"),
    ...(openIn ? { openHere: t("bodies.open-here", { place: openIn }) } : {}),
  };
  const { refusal } = answer ?? {};
  const nameOf = ({ nameFa, nameEn }: BodyChoice) => (locale === "fa" ? nameFa : nameEn);
  const theirs = theirTextsOf(refusal?.theirs, labels, {
    words: {
      kind: (saved) => wordOf(BODY_KINDS, saved, (kind) => t(`bodies.kind.${kind}`)),
      groupOfFive: (saved) => wordOf(GROUPS_OF_FIVE, saved, (five) => t(`bodies.five.${five}`)),
      parentId: (saved) => {
        const parent = [...parents, ...(body?.parent ? [body.parent] : [])].find(({ id }) => id === saved);
        return parent && nameOf(parent);
      },
      levels: (saved) => {
        const levels = OFFICE_LEVELS.filter((one) => saved.split(",").includes(one));
        return listed(
          levels.map((level) => t(`bodies.level.${level}`)),
          locale,
        );
      },
    },
  });
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={body?.revision}
        refusal={refusal}
        theirs={theirs}
      >
        <TextField field={fields.nameFa} autoFocus={!body} />
        <TextField field={fields.nameEn} optional help={t("bodies.name-en.help")} />
        <Select
          field={fields.kind}
          width="medium"
          help={t("bodies.kind.help")}
          options={BODY_KINDS.map((kind) => ({ value: kind, label: t(`bodies.kind.${kind}`) }))}
        />
        <Select
          field={fields.groupOfFive}
          optional
          width="medium"
          empty={t("bodies.five.none")}
          options={GROUPS_OF_FIVE.map((five) => ({ value: five, label: t(`bodies.five.${five}`) }))}
        />
        <ComboBox
          field={fields.parentId}
          optional
          options={parents
            .filter((parent) => parent.id !== body?.id)
            .map((parent) => ({
              value: parent.id,
              label: nameOf(parent),
            }))}
        />
        <CheckboxGroup
          field={fields.levels}
          optional
          row
          help={t("bodies.levels.help")}
          choices={OFFICE_LEVELS.map((level) => ({ value: level, label: t(`bodies.level.${level}`) }))}
        />
        {openIn && <Checkbox field={fields.openHere} />}
        <FormActions>
          <SubmitButton>{t(body ? "bodies.save-changes" : "bodies.save")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
