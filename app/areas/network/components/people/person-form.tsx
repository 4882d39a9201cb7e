import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import type { FormResult } from "~/kernel/http.server";
import { formatMobile } from "~/lib/identifiers";
import { Checkbox } from "~/ui/form/checkbox";
import { CheckboxGroup, RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { MobileField } from "~/ui/form/mobile-field";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import type { TheirText } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { listed } from "~/ui/listed";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import type { NetworkKey } from "../../messages";
import type { PersonDetails } from "../../queries.server/people";
import type { Offered } from "../../../catalogues/queries.server";
import { capacityKey, ENTRY_STATES, TIERS } from "../../choices";
import { Link } from "~/ui/link";
import { TierField } from "./tier-field";

type Fields = {
  fullName: string;
  mobile: string;
  tier: string;
  state: string;
  noContact: string;
  locality: string;
  nationalCode: string;
  withoutNationalCode: string;
  capacities: string[];
  circleIds: string[];
  circlesBefore: string[];
  capacitiesBefore: string[];
  source: string;
  note: string;
};

const NO_CONTACT = ["no", "yes"] as const;

/** Registers a member, or changes one when `person` is given. */
export function PersonForm({
  person,
  circles,
  offered,
  chosenCircle,
  requestId,
  answer,
  base,
  cadenceHints,
  asksNationalCode,
  warning,
}: {
  person?: PersonDetails;
  circles: readonly { id: string; name: string }[];
  /** What the catalogues of the place offer. */
  offered: Record<"capacity" | "locality", readonly Offered[]>;
  chosenCircle?: string;
  requestId: string;
  answer: FormResult | undefined;
  /** Address of the network in this place. */
  base: string;
  /** Stands above the buttons, inside the form. */
  warning?: ReactNode;
  cadenceHints: Record<(typeof TIERS)[number], number>;
  /** Whether this installation can keep a national code. */
  asksNationalCode: boolean;
}) {
  const t = useT<NetworkKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: person
      ? {
          fullName: person.fullName,
          mobile: person.mobile ? formatMobile(person.mobile, locale) : "",
          tier: person.tier,
          noContact: person.noContact ? "yes" : "no",
          locality: person.locality ?? "",
          circleIds: person.memberships.map(({ id }) => id),
          circlesBefore: person.memberships.map(({ id }) => id),
          capacities: person.capacities,
          capacitiesBefore: person.capacities,
          source: person.source ?? "",
          note: person.note ?? "",
        }
      : { tier: "active", state: "active", circleIds: chosenCircle ? [chosenCircle] : [] },
  });
  const labels = {
    fullName: t("network.person.full-name"),
    mobile: t("network.person.mobile"),
    tier: t("network.person.tier"),
    state: t("network.person.entry"),
    noContact: t("network.person.no-contact"),
    locality: t("network.person.locality"),
    circleIds: t("network.person.circles"),
    nationalCode: t("network.person.national-code"),
    withoutNationalCode: t("network.person.national-code.remove"),
    capacities: t("network.person.capacities"),
    source: t("network.person.source"),
    note: t("network.person.note"),
  };
  const { refusal } = answer ?? {};
  const holder = refusal?.params?.personId;
  const holderLink = holder !== undefined && (
    <Link
      to={`${base}/people/${holder}`}
      className="mt-1 inline-flex min-h-9 items-center text-second text-teal underline underline-offset-4"
    >
      {t("network.person.see-holder")}
    </Link>
  );

  const [ticked, chosen] = [fields.circlesBefore, fields.capacitiesBefore].map(({ initialValue }) =>
    typeof initialValue === "string" ? [initialValue] : (initialValue ?? []).flatMap((one) => one ?? []),
  ) as [string[], string[]];
  /** Circles and capacities of a colleague's that stay beside those of this form. */
  const theirTicks = (
    field: "circleIds" | "capacities",
    before: readonly string[],
    nameOf: (one: string) => string,
  ) => {
    const theirs = (refusal?.theirs?.[field] ?? "").split(",").filter(Boolean);
    const isSame = theirs.length === before.length && theirs.every((one) => before.includes(one));
    const names = listed(theirs.map(nameOf), locale);
    return isSame ? [] : [{ name: field, label: labels[field], shown: names || t("ui.no-record") }];
  };
  const theirTexts = (): TheirText[] => [
    ...theirWords(),
    ...theirTicks("circleIds", ticked, (id) => circles.find((one) => one.id === id)?.name ?? ""),
    ...theirTicks(
      "capacities",
      chosen,
      (code) => offered.capacity.find((one) => one.code === code)?.[locale] ?? t(capacityKey(code)),
    ),
  ];
  const theirWords = (): TheirText[] =>
    Object.entries(refusal?.theirs ?? {}).flatMap(([name, value]) => {
      if (name === "circleIds" || name === "capacities") return [];
      const field = name as keyof typeof labels;
      const tier = TIERS.find((one) => one === value);
      const noContact = NO_CONTACT.find((one) => one === value);
      const read = {
        mobile: value && formatMobile(value, locale),
        tier: tier ? t(`network.tier.${tier}`) : value,
        noContact: noContact ? t(`network.person.no-contact.${noContact}`) : value,
      };
      const shown = name === "mobile" || name === "tier" || name === "noContact" ? read[name] : value;
      const taken = name === "mobile" ? (shown ?? "") : value;
      return taken === (fields[field].initialValue ?? "")
        ? []
        : [{ name, label: labels[field], value: taken, shown }];
    });

  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={person?.revision}
        refusal={refusal}
        theirs={theirTexts()}
      >
        {ticked.map((id) => (
          <input key={id} type="hidden" name={fields.circlesBefore.name} value={id} />
        ))}
        {chosen.map((code) => (
          <input key={code} type="hidden" name={fields.capacitiesBefore.name} value={code} />
        ))}
        <TextField field={fields.fullName} autoFocus={!person} />
        <div>
          <MobileField field={fields.mobile} optional help={t("network.person.mobile.help")} />
          {holderLink}
        </div>
        <TierField field={fields.tier} cadence={cadenceHints} />
        {person ? (
          <RadioGroup
            field={fields.noContact}
            choices={NO_CONTACT.map((one) => ({ value: one, label: t(`network.person.no-contact.${one}`) }))}
          />
        ) : (
          <RadioGroup
            field={fields.state}
            choices={ENTRY_STATES.map((one) => ({ value: one, label: t(`network.person.entry.${one}`) }))}
          />
        )}
        <TextField
          field={fields.locality}
          optional
          width="medium"
          suggestions={offered.locality.map(({ fa }) => fa)}
        />
        {circles.length > 0 ? (
          <CheckboxGroup
            field={fields.circleIds}
            optional
            row
            choices={circles.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <p className="text-second text-ink-3">{t("network.person.circles.none")}</p>
        )}
        <CheckboxGroup
          field={fields.capacities}
          optional
          row
          choices={[
            ...offered.capacity.map((one) => ({ value: one.code, label: one[locale] })),
            // What he has stays to be ticked, though it is offered no more.
            ...(person?.capacities ?? [])
              .filter((code) => !offered.capacity.some((one) => one.code === code))
              .map((code) => ({ value: code, label: t(capacityKey(code)) })),
          ]}
        />
        {asksNationalCode && (
          <div>
            <TextField
              field={fields.nationalCode}
              optional
              digits
              width="medium"
              help={
                person?.nationalCode
                  ? t("network.person.national-code.kept", { code: `\u2068${person.nationalCode}\u2069` })
                  : t("network.person.national-code.help")
              }
            />
            {person?.nationalCode && <Checkbox field={fields.withoutNationalCode} />}
          </div>
        )}
        <TextField field={fields.source} optional />
        <TextArea field={fields.note} optional help={t("network.person.note.help")} />
        {warning}
        <FormActions>
          <SubmitButton>{t(person ? "network.person.save-changes" : "network.person.save")}</SubmitButton>
          <LinkButton kind="quiet" to={person ? `${base}/people/${person.id}` : base}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
