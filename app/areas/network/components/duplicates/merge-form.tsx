import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { formatMobile } from "~/lib/identifiers";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useLocale, useT } from "~/ui/i18n";
import { listed } from "~/ui/listed";
import { SIDES } from "../../choices";
import type { NetworkKey } from "../../messages";
import type { PairRow, Side } from "../../queries.server/pairs";

const FIELDS = [
  "fullName",
  "mobile",
  "nationalCode",
  "tier",
  "locality",
  "preferredWay",
  "source",
  "note",
] as const;
type Field = (typeof FIELDS)[number];
type Fields = Record<Field | "keep", string>;

/** Of these one cannot choose none: what only one of the two has holds. */
const NEVER_EMPTIED: readonly Field[] = ["nationalCode", "preferredWay"];

function isToChoose({ first, second }: PairRow, field: Field): boolean {
  if (NEVER_EMPTIED.includes(field) && !(first[field] && second[field])) return false;
  // Two codes of one county are never the same, whatever is shown of them.
  return field === "nationalCode" || (first[field] ?? "") !== (second[field] ?? "");
}

/** What of the two records stays: one choice for each word in which they differ, the fuller one chosen beforehand. */
export function MergeForm({
  pair,
  answer,
  requestId,
}: {
  pair: PairRow;
  answer?: FormResult;
  requestId: string;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const differing = FIELDS.filter((field) => isToChoose(pair, field));
  const fuller = (field: Field) => (pair.first[field] ? "first" : "second");
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: {
      keep: pair.first.state !== "active" && pair.second.state === "active" ? "second" : "first",
      ...Object.fromEntries(FIELDS.map((field) => [field, fuller(field)])),
      ...(pair.first.note && pair.second.note ? { note: "both" } : {}),
    },
  });
  const labels = {
    keep: t("network.duplicates.keep"),
    fullName: t("network.person.full-name"),
    mobile: t("network.person.mobile"),
    nationalCode: t("network.person.national-code"),
    preferredWay: t("network.ways.preferred"),
    tier: t("network.person.tier"),
    locality: t("network.person.locality"),
    source: t("network.person.source"),
    note: t("network.person.note"),
  };
  const shown = (record: Side, field: Field) => {
    const value = record[field];
    if (!value) return t("network.duplicates.empty");
    if (field === "mobile") return formatMobile(value, locale);
    if (field === "nationalCode") return `\u2068${value}\u2069`;
    if (field === "preferredWay" && record.preferredWay) return t(`network.way.${record.preferredWay}`);
    return field === "tier" ? t(`network.tier.${record.tier}`) : value;
  };
  const same = FIELDS.filter(
    (field) => !differing.includes(field) && pair.first[field] && pair.second[field],
  );
  return (
    <div className="max-w-160">
      <Form form={form} labels={labels} requestId={requestId}>
        <input type="hidden" name="firstRevision" value={pair.first.revision} />
        <input type="hidden" name="secondRevision" value={pair.second.revision} />
        {differing.map((field) => (
          <RadioGroup
            key={field}
            field={fields[field]}
            row
            choices={[
              ...SIDES.map((side) => ({
                value: side as string,
                label: shown(pair[side], field),
                hint: t(`network.duplicates.${side}`),
              })),
              ...(field === "note" ? [{ value: "both", label: t("network.duplicates.both") }] : []),
            ]}
          />
        ))}
        <RadioGroup
          field={fields.keep}
          row
          choices={SIDES.map((side) => ({
            value: side,
            label: t(`network.duplicates.${side}`),
            hint: t(`network.state.${pair[side].state}`),
          }))}
        />
        {same.length > 0 && (
          <p className="text-second text-ink-3">
            {t("network.duplicates.same", {
              fields: listed(
                same.map((field) => labels[field]),
                locale,
              ),
            })}
          </p>
        )}
        <p className="text-second text-ink-3">{t("network.duplicates.what")}</p>
        <FormActions>
          <SubmitButton>{t("network.duplicates.merge")}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  );
}
