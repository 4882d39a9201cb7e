import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf } from "~/ui/form/their-texts";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import type { NetworkKey } from "../../messages";
import type { PersonWay } from "../../queries.server/ways";
import { MESSENGERS, WAY_STANDINGS, WAYS, type Messenger, type Way } from "../../people/ways";

type Fields = Record<Way | `${Messenger}Handle` | "preferred" | "noContact", string>;

/** Says of each way whether somebody agrees to it, and of a messenger under which name he is there. */
export function WaysForm({
  ways,
  preferred,
  noContact,
  revision,
  requestId,
  answer,
  back,
}: {
  ways: readonly PersonWay[];
  preferred: Way | null;
  /** On his own page: whether he wishes no contact at all; staff say that elsewhere. */
  noContact?: boolean;
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<NetworkKey | UiKey>();
  const isStaff = noContact === undefined;
  const of = (way: Way) => ways.find((one) => one.way === way);
  const saved: Record<string, string> = {
    preferred: preferred ?? "",
    noContact: noContact ? "yes" : "no",
    ...Object.fromEntries(WAYS.map((way) => [way, of(way)?.standing ?? "open"])),
    ...Object.fromEntries(MESSENGERS.map((way) => [`${way}Handle`, of(way)?.handle ?? ""])),
  };
  const [form, fields] = useForm<Fields>({ lastResult: answer?.result, defaultValue: saved });
  const wayName = (way: Way) => t(`network.way.${way}`);
  const labels: Record<string, string> = {
    preferred: t(isStaff ? "network.ways.preferred" : "network.ways.preferred.own"),
    noContact: t("network.me.ways.no-contact"),
    ...Object.fromEntries(WAYS.map((way) => [way, wayName(way)])),
    ...Object.fromEntries(
      MESSENGERS.map((way) => [`${way}Handle`, t("network.ways.handle", { way: wayName(way) })]),
    ),
  };
  const { refusal } = answer ?? {};
  const said = (value: string): string => {
    const standing = WAY_STANDINGS.find((one) => one === value);
    const way = WAYS.find((one) => one === value);
    return standing ? t(`network.standing.${standing}`) : way ? wayName(way) : value;
  };
  const theirs = theirTextsOf(refusal?.theirs, labels).map((text) => ({
    ...text,
    shown: said(text.value ?? ""),
  }));
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
        <p className="text-ink-2">{t(isStaff ? "network.ways.help" : "network.me.ways.lead")}</p>
        {!isStaff && (
          <RadioGroup
            field={fields.noContact}
            choices={(["no", "yes"] as const).map((one) => ({
              value: one,
              label: t(`network.me.ways.no-contact.${one}`),
            }))}
          />
        )}
        <Select
          field={fields.preferred}
          optional
          width="medium"
          empty={t(isStaff ? "network.ways.no-preference" : "network.ways.no-preference.own")}
          options={WAYS.map((way) => ({ value: way, label: wayName(way) }))}
        />
        {WAYS.map((way) => {
          const messenger = MESSENGERS.find((one) => one === way);
          return (
            <div key={way} className="grid gap-x-4 gap-y-2 border-t border-line pt-3 sm:grid-cols-2">
              <Select
                field={fields[way]}
                empty={false}
                options={WAY_STANDINGS.map((one) => ({ value: one, label: t(`network.standing.${one}`) }))}
              />
              {messenger && <TextField field={fields[`${messenger}Handle`]} optional />}
            </div>
          );
        })}
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
