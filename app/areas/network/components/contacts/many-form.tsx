import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/form/choice-group";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { Sheet } from "~/ui/sheet";
import { CHANNELS, OUTCOMES } from "../../choices";
import type { NetworkKey } from "../../messages";
import type { Candidate } from "../../queries.server/many";
import { PeopleTicks } from "../lists/people-ticks";

type Fields = {
  q: string;
  circleId: string;
  personIds: string[];
  channel: string;
  outcome: string;
  happenedOn: string;
  note: string;
  nextOn: string;
};

/** People found to be ticked, those ticked already, and what else was typed meanwhile. */
export type FoundPeople = {
  candidates: Candidate[];
  ticked: string[];
  /** A search that found nobody beside those ticked. */
  foundNone: boolean;
  typed: Partial<Record<keyof Fields, string>>;
};

/** One outcome of one day for many people: finding and ticking them, and the entry itself, in one form. */
export function ManyForm({
  circles,
  found,
  today,
  most,
  mostShown,
  requestId,
  answer,
  back,
}: {
  circles: readonly { id: string; name: string }[];
  found: FoundPeople;
  /** Today as the date field writes it. */
  today: string;
  most: number;
  mostShown: number;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<NetworkKey | UiKey>();
  const { typed } = found;
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: {
      q: typed.q ?? "",
      circleId: typed.circleId ?? "",
      channel: typed.channel ?? "meeting",
      outcome: typed.outcome ?? "reached",
      happenedOn: typed.happenedOn ?? today,
      note: typed.note ?? "",
      nextOn: typed.nextOn ?? "",
    },
  });
  const labels = {
    q: t("network.many.find.name"),
    circleId: t("network.many.find.circle"),
    personIds: t("network.many.people"),
    channel: t("network.many.channel"),
    outcome: t("network.many.outcome"),
    happenedOn: t("network.many.happened-on"),
    note: t("network.many.note"),
    nextOn: t("network.contact.next-on"),
  };
  return (
    <div className="max-w-160">
      <Form form={form} labels={labels} requestId={requestId} refusal={answer?.refusal}>
        <Sheet as="section">
          <h2 className="mb-3 text-section">{t("network.many.find")}</h2>
          <div className="flex flex-col gap-3">
            <div className="grid gap-3 sm:grid-cols-2">
              <TextField field={fields.q} optional />
              <Select
                field={fields.circleId}
                optional
                empty={t("network.many.find.everybody")}
                options={circles.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </div>
            <div>
              <Button name="intent" value="find" icon="search">
                {t("network.many.find.do")}
              </Button>
            </div>
            {found.foundNone && found.candidates.length > 0 && (
              <p role="status" className="text-second text-ink-2">
                {t("network.many.none-found")}
              </p>
            )}
          </div>
        </Sheet>
        <PeopleTicks
          field={fields.personIds}
          candidates={found.candidates}
          ticked={found.ticked}
          help={t("network.many.people.help", { max: most })}
        />
        {found.candidates.length >= mostShown && (
          <p className="text-meta text-ink-3">{t("network.many.more", { count: mostShown })}</p>
        )}
        <RadioGroup
          field={fields.outcome}
          row
          choices={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`network.outcome.${outcome}`) }))}
        />
        <RadioGroup
          field={fields.channel}
          row
          choices={CHANNELS.map((channel) => ({ value: channel, label: t(`network.channel.${channel}`) }))}
        />
        <DateField field={fields.happenedOn} help={t("network.many.happened-on.help")} />
        <TextArea field={fields.note} optional rows={3} help={t("network.contact.note.help")} />
        <DateField field={fields.nextOn} optional />
        <FormActions>
          <SubmitButton name="intent" value="record">
            {t("network.many.save")}
          </SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
