import { DEADLINE_KINDS, DEADLINE_UNITS } from "~/areas/obligations/choices";
import { DeadlinePicker } from "~/areas/obligations/components/deadline-picker";
import { useForm, type SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import type { RefusalFace } from "~/ui/form/form-context";
import { CADENCE_NAMES } from "~/areas/obligations/choices";
import { formatJalali, isIsoDate, typedJalali } from "~/lib/jalali";
import { CheckboxGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { GrowingRows } from "~/ui/form/growing-rows";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf } from "~/ui/form/their-texts";
import { useFilledFrom } from "~/ui/form/use-filled-from";
import { Button } from "~/ui/button";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { listed } from "~/ui/listed";
import { localDigits } from "~/ui/numbers";
import type { MinutesKey } from "../minutes-messages";
import type { ReviewPage, ShownResolution } from "../review-page.server";
import { originKey } from "../source";
import { addressees } from "./addressees";
import { Origin } from "./origin";
import { ResolutionNotes } from "./resolution-notes";

type Values = {
  number: string;
  text: string;
  refersTo: string;
  items: { label: string; text: string }[];
  keep: string[];
  add: string[];
  kind: string;
  dueOn: string;
  count: string;
  unit: string;
  cadence: string;
  receiver: string;
  reason: string;
  applyTo: string;
};

/** Empty pickers and rows that stand ready. */
const SPARE = 2;
const MOST_ADDED = 20;
const SPARE_ITEMS = 1;

/** One resolution, open for a person to settle it: everything that was read, and its deadline. */
export function ResolutionForm({
  resolution,
  page,
  lastResult,
  refusal,
  requestId,
  closeHref,
}: {
  resolution: ShownResolution;
  page: ReviewPage;
  lastResult?: SubmissionResult<string[]> | undefined;
  refusal?: RefusalFace | undefined;
  requestId: string;
  closeHref: string;
}) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const filledFrom = useFilledFrom(resolution.revision, refusal !== undefined);
  const [form, fields] = useForm<Values>({
    id: `resolution-${resolution.id}-${filledFrom}`,
    ...(lastResult ? { lastResult } : {}),
    defaultValue: startOf(resolution, locale),
  });
  const labels = {
    number: t("minutes.review.field.number"),
    text: t("minutes.review.field.text"),
    refersTo: t("minutes.review.field.refers"),
    items: t("minutes.review.field.items"),
    "items[].label": t("minutes.review.field.item-label"),
    "items[].text": t("minutes.review.field.item-text"),
    parties: t("minutes.review.field.parties"),
    keep: t("minutes.review.field.parties"),
    "add[]": t("minutes.review.field.add"),
    kind: t("minutes.review.field.deadline"),
    dueOn: t("minutes.review.field.due"),
    count: t("minutes.review.field.count"),
    unit: t("minutes.review.field.unit"),
    cadence: t("minutes.review.field.cadence"),
    receiver: t("minutes.review.field.receiver"),
    reason: t("minutes.review.field.reason"),
    applyTo: t("minutes.review.field.apply.replaced"),
  };
  return (
    <Form
      form={form}
      requestId={requestId}
      revision={resolution.revision}
      {...(refusal && { refusal })}
      theirs={theirTextsOf(inWords(refusal?.theirs ?? {}, t, locale), labels, { readOnly: IN_OWN_WORDS })}
      labels={labels}
    >
      <input type="hidden" name="resolution" value={resolution.id} />
      <input type="hidden" name="draftRevision" value={page.revision} />
      <ResolutionNotes notes={resolution.notes} />
      <Origin of={originKey(resolution.id, "deadline")} label={t("minutes.review.field.deadline")}>
        {resolution.untilNext && resolution.deadline === null && (
          <p className="mb-2 text-second text-ink-2">{t("minutes.deadline.next-help")}</p>
        )}
        <DeadlinePicker fields={fields} calendar={page.calendar} meeting={page.header.heldOn} />
      </Origin>
      <Select
        field={fields.applyTo}
        label={t("minutes.review.field.apply")}
        optional
        width="medium"
        empty={t("minutes.review.apply.only")}
        options={similar(page, resolution).map(({ value, count }) => ({
          value,
          label: t(`minutes.review.apply.${value}`, { count }),
        }))}
      />
      {resolution.parties.length > 0 && (
        <PartyOrigins resolution={resolution}>
          <CheckboxGroup
            field={fields.keep}
            optional
            help={t("minutes.review.field.parties.help")}
            choices={resolution.parties.map((party) => ({
              value: party.id,
              label: party.name,
              ...hintOf(party, t),
            }))}
          />
        </PartyOrigins>
      )}
      <GrowingRows field={fields.add} most={MOST_ADDED} add={t("minutes.review.field.add.more")}>
        {(field) => (
          <Select
            field={field}
            optional
            empty={t("minutes.review.field.none")}
            options={addressees(page, locale, t)}
          />
        )}
      </GrowingRows>
      <Origin of={originKey(resolution.id, "text")} label={t("minutes.review.field.text")}>
        <TextArea field={fields.text} rows={4} maxLength={20_000} />
      </Origin>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-second font-[550]">{t("minutes.review.field.items")}</legend>
        {fields.items.getFieldList().map((item, index) => {
          const { label, text } = item.getFieldset();
          return (
            <Origin
              key={item.key}
              of={originKey(resolution.id, `item-${index}`)}
              label={t("minutes.review.field.item-text")}
            >
              <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-2">
                <TextField field={label} optional maxLength={20} />
                <TextArea field={text} optional rows={1} maxLength={4000} />
              </div>
            </Origin>
          );
        })}
      </fieldset>
      <div className="flex flex-wrap gap-4">
        <TextField field={fields.number} digits width="short" />
        <Origin of={originKey(resolution.id, "refersTo")} label={t("minutes.review.field.refers")}>
          <TextField
            field={fields.refersTo}
            optional
            width="medium"
            help={t("minutes.review.field.refers.help")}
          />
        </Origin>
      </div>
      <FormActions>
        <SubmitButton name="do" value="next">
          {t("minutes.review.save-next")}
        </SubmitButton>
        <SubmitButton name="do" value="save" kind="secondary">
          {t("minutes.review.save")}
        </SubmitButton>
        <LinkButton to={closeHref} kind="quiet" icon="x">
          {t("minutes.review.close")}
        </LinkButton>
        <Button name="do" value="remove" kind="quiet" icon="trash-2">
          {t("minutes.review.remove")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** How a party was written, and that it is a guess, in words. */
function hintOf(
  { written, name, certainty, kind }: ShownResolution["parties"][number],
  t: ReturnType<typeof useT<MinutesKey>>,
): { hint?: string } {
  const isGuess = certainty !== "clear" || kind === "vague" || kind === "unknown";
  const said = [
    ...(isGuess ? [t("minutes.review.legend.guess")] : []),
    ...(written && written !== name ? [t("minutes.review.written", { written })] : []),
  ];
  return said.length > 0 ? { hint: said.join(" · ") } : {};
}

/** Every party of a resolution shows all their places: they stand in one column. */
function PartyOrigins({ resolution, children }: { resolution: ShownResolution; children: ReactNode }) {
  const t = useT<MinutesKey>();
  return (
    <Origin of={originKey(resolution.id, "parties")} label={t("minutes.review.field.parties")}>
      {children}
    </Origin>
  );
}

/** What stands in no one field, or in a field as no reader reads it. */
const IN_OWN_WORDS = ["parties", "items", "applyTo", "kind", "dueOn", "unit", "cadence"];

/** The other editor's choices as a reader reads them. */
function inWords(
  { kind, dueOn, unit, cadence, ...others }: Readonly<Record<string, string>>,
  t: ReturnType<typeof useT<MinutesKey>>,
  locale: "fa" | "en",
): Record<string, string> {
  const known = DEADLINE_KINDS.find((one) => one === kind);
  const knownUnit = DEADLINE_UNITS.find((one) => one === unit);
  const knownCadence = CADENCE_NAMES.find((one) => one === cadence);
  return {
    ...Object.fromEntries(Object.entries(others).map(([name, text]) => [name, localDigits(text, locale)])),
    ...(kind === undefined
      ? {}
      : { kind: t(known ? `minutes.deadline.${known}` : "minutes.deadline.choose") }),
    ...(dueOn && isIsoDate(dueOn) ? { dueOn: formatJalali(dueOn, locale, "long") } : {}),
    ...(knownUnit ? { unit: t(`minutes.deadline.unit.${knownUnit}`) } : {}),
    ...(knownCadence ? { cadence: t(`minutes.cadence.${knownCadence}`) } : {}),
  };
}

function startOf(resolution: ShownResolution, locale: "fa" | "en"): Values {
  const { deadline, suggested } = resolution;
  const dated = deadline?.kind === "dated" ? deadline.on : suggested.on;
  const count = deadline?.kind === "relative" ? deadline.count : suggested.count;
  const turn = deadline?.kind === "continuous" ? deadline : suggested;
  const spare = Array.from({ length: SPARE_ITEMS }, () => ({ label: "", text: "" }));
  return {
    number: localDigits(String(resolution.number), locale),
    text: resolution.text,
    refersTo: localDigits(listed(resolution.refersTo.map(String), locale), locale),
    items: [...resolution.subItems.map(({ label, text }) => ({ label, text })), ...spare],
    keep: resolution.parties.map((party) => party.id),
    add: Array.from({ length: SPARE }, () => ""),
    kind: deadline?.kind ?? "",
    dueOn: dated ? typedJalali(dated, locale) : "",
    count: count ? localDigits(String(count), locale) : "",
    unit: deadline?.kind === "relative" ? deadline.unit : (suggested.unit ?? "working"),
    cadence: turn.cadence ?? "",
    receiver: turn.receiver ?? "",
    reason: deadline?.kind === "none" ? deadline.reason : "",
    applyTo: "",
  };
}

/** To how many others a deadline could go with one save. */
function similar({ resolutions }: ReviewPage, own: ShownResolution) {
  const names = (resolution: ShownResolution) =>
    resolution.parties
      .map((party) => party.name)
      .sort()
      .join("|");
  const others = resolutions.filter((resolution) => resolution.id !== own.id);
  return [
    { value: "undated" as const, count: others.filter((resolution) => resolution.deadline === null).length },
    {
      value: "until-next" as const,
      count: own.untilNext
        ? others.filter((resolution) => resolution.deadline === null && resolution.untilNext).length
        : 0,
    },
    {
      value: "same-parties" as const,
      count: others.filter((resolution) => names(resolution) === names(own)).length,
    },
    { value: "all" as const, count: others.length },
  ].filter(({ count }) => count > 0);
}
