import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import type { BulkAct } from "../../lists/bulk";
import type { Offered } from "../../../catalogues/queries.server";
import { TIERS } from "../../choices";
import type { NetworkKey } from "../../messages";
import type { Caller } from "../../queries.server/assignments";
import type { Candidate } from "../../queries.server/many";
import { PeopleTicks } from "./people-ticks";

type Fields = {
  personIds: string[];
  circleId: string;
  tier: string;
  to: string;
  reason: string;
  note: string;
  happenedOn: string;
};

/** One act for many people: who they are, still to be unticked, and what the act needs to know. */
export function BulkForm({
  act,
  people,
  ticked,
  circles,
  callers,
  reasons,
  today,
  most,
  requestId,
  answer,
  back,
}: {
  act: BulkAct;
  people: readonly Candidate[];
  ticked: readonly string[];
  circles: readonly { id: string; name: string }[];
  callers: readonly Caller[];
  /** Reasons of leaving that the place's catalogues offer. */
  reasons: readonly Offered[];
  /** Today as the date field writes it. */
  today: string;
  most: number;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<NetworkKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: { happenedOn: today },
  });
  const labels = {
    personIds: t("network.bulk.people"),
    circleId: t("network.bulk.circle.field"),
    tier: t("network.filter.tier"),
    to: t("network.assign.to"),
    reason: t("network.path.reason"),
    note: t("network.path.note"),
    happenedOn: t("network.path.happened-on"),
  };
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        refusal={answer?.refusal}
        action="?do"
        warn={false}
      >
        <input type="hidden" name="act" value={act} />
        <PeopleTicks
          field={fields.personIds}
          candidates={people}
          ticked={ticked}
          legend={t("network.bulk.people")}
          help={t("network.bulk.people.help", { max: most })}
        />
        {act === "circle" && (
          <Select
            field={fields.circleId}
            width="medium"
            options={circles.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {act === "tier" && (
          <RadioGroup
            field={fields.tier}
            row
            choices={TIERS.map((one) => ({ value: one, label: t(`network.tier.${one}`) }))}
          />
        )}
        {act === "call" && (
          <Select
            field={fields.to}
            width="medium"
            options={[
              ...callers.map(({ kind, id, name }) => ({
                value: `${kind}:${id}`,
                label: name,
                group: t(kind === "account" ? "network.assign.officials" : "network.assign.trusted"),
              })),
              { value: "nobody", label: t("network.assign.nobody") },
            ]}
          />
        )}
        {act === "archive" && (
          <>
            <p className="text-second text-ink-2">{t("network.bulk.archive.help")}</p>
            <RadioGroup
              field={fields.reason}
              choices={reasons.map((one) => ({ value: one.code, label: one[locale] }))}
            />
            <TextArea field={fields.note} optional rows={2} help={t("network.contact.note.help")} />
            <DateField field={fields.happenedOn} />
          </>
        )}
        <FormActions>
          <SubmitButton>{t(`network.bulk.${act}`)}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
