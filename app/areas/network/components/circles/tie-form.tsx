import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { ComboBox } from "~/ui/form/combo-box";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { theirTextsOf } from "~/ui/form/their-texts";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import type { NetworkKey } from "../../messages";
import { writtenChoice, type EndKind, type TieChoice } from "../../ties/tie-choice";
import { PersonChoice, type FoundPeople } from "../people/person-choice";

type Fields = {
  choice: string;
  q: string;
  otherId: string;
  fromOn: string;
  toOn: string;
  note: string;
};

/** Names the other end of a chosen relationship, and since when it stands. */
export function TieForm({
  choice,
  asked,
  others,
  found,
  requestId,
  answer,
  back,
}: {
  choice: TieChoice;
  asked: EndKind;
  /** Circles or offices to choose from; of people none, they are looked for. */
  others: readonly { id: string; name: string }[];
  found: FoundPeople | undefined;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: { ...found?.typed, q: found?.q ?? "" },
  });
  const labels = {
    choice: t("network.tie.choose"),
    q: t("network.find-person"),
    otherId: t(`network.tie.other.${asked}`),
    fromOn: t("network.tie.from-on"),
    toOn: t("network.tie.to-on"),
    note: t("network.tie.note"),
  };
  return (
    <div className="max-w-160">
      <Form form={form} labels={labels} requestId={requestId} refusal={answer?.refusal}>
        <input type="hidden" name="choice" value={writtenChoice(choice)} />
        {asked === "person" ? (
          <PersonChoice search={fields.q} field={fields.otherId} found={found} />
        ) : others.length === 0 ? (
          <p className="text-second text-ink-3">
            {t(asked === "circle" ? "network.tie.no-circles" : "network.tie.no-offices")}
          </p>
        ) : (
          <ComboBox
            field={fields.otherId}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <DateField field={fields.fromOn} optional />
        <DateField field={fields.toOn} optional help={t("network.tie.to-on.help")} />
        <TextArea field={fields.note} optional rows={2} help={t("network.tie.note.help")} />
        <FormActions>
          <SubmitButton name="intent" value="record">
            {t("network.tie.save")}
          </SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}

type Period = { fromOn: string; toOn: string; note: string };

/** Changes since when and until when a relationship stands; with a last day it is over. */
export function TiePeriodForm({
  start,
  revision,
  requestId,
  answer,
  back,
  shownDay,
}: {
  start: Period;
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
  /** A day as the date field writes it. */
  shownDay: (iso: string) => string;
}) {
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<Period>({ lastResult: answer?.result, defaultValue: start });
  const labels = {
    fromOn: t("network.tie.from-on"),
    toOn: t("network.tie.to-on"),
    note: t("network.tie.note"),
  };
  const { refusal } = answer ?? {};
  const theirs = theirTextsOf(refusal?.theirs, labels).map((text) =>
    text.name === "note" ? text : { ...text, value: shownDay(text.value ?? "") },
  );
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={revision}
        refusal={refusal}
        theirs={theirs}
      >
        <DateField field={fields.fromOn} optional />
        <DateField field={fields.toOn} optional help={t("network.tie.to-on.help")} />
        <TextArea field={fields.note} optional rows={2} help={t("network.tie.note.help")} />
        <FormActions>
          <SubmitButton>{t("network.person.save-changes")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
