import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/form/date-field";
import { filterFields } from "~/ui/form/filter-fields";
import { Select, type Option } from "~/ui/form/select";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { LinkButton } from "~/ui/link-button";
import { Icon } from "~/ui/icon";
import { capacityKey, FIELDS, PERSON_STATES, TIERS } from "../../choices";
import type { NetworkKey } from "../../messages";
import { WAYS } from "../../people/ways";

/** The parts of a condition as they are typed. */
export type TypedCondition = Partial<
  Record<"tier" | "state" | "field" | "circle" | "locality" | "capacity" | "silent" | "since" | "way", string>
>;

/** The condition of the list, part by part; it goes into the address, so that a link shows the same list. */
export function PeopleFilters({
  base,
  view,
  typed,
  result,
  circles,
  localities,
  capacities,
}: {
  base: string;
  view: string | undefined;
  typed: TypedCondition;
  /** What of the typed parts was not understood. */
  result: SubmissionResult<string[]> | undefined;
  circles: readonly { id: string; name: string }[];
  localities: readonly string[];
  capacities: readonly string[];
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const inDigits = (text: string | undefined) => text && localDigits(text, locale);
  const field = filterFields<keyof TypedCondition>(
    "people-filters",
    { ...typed, silent: inDigits(typed.silent), since: inDigits(typed.since) },
    result?.error,
  );
  const all = t("network.condition.any");
  const of = (
    name: "tier" | "state" | "field" | "circle" | "locality" | "capacity" | "way",
    label: NetworkKey,
    options: Option[],
  ) => <Select field={field(name)} label={t(label)} empty={all} options={options} />;
  return (
    <details open={result !== undefined} className="group mb-3 print:hidden">
      <summary className="inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-field border border-line-2 bg-sheet px-3 text-second hover:border-edge max-sm:min-h-11">
        <Icon of="settings-2" size={15} />
        {t("network.condition")}
        <Icon of="chevron-down" size={15} className="group-open:rotate-180" />
      </summary>
      <Form
        method="get"
        action={base}
        id="people-filters"
        noValidate
        className="mt-3 rounded-card border border-line-2 bg-sheet p-4"
      >
        {view && <input type="hidden" name="view" value={view} />}
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          {of(
            "tier",
            "network.filter.tier",
            TIERS.map((one) => ({ value: one, label: t(`network.tier.${one}`) })),
          )}
          {of(
            "state",
            "network.filter.state",
            PERSON_STATES.map((one) => ({ value: one, label: t(`network.state.${one}`) })),
          )}
          {of(
            "locality",
            "network.col.locality",
            localities.map((one) => ({ value: one, label: one })),
          )}
          {of(
            "circle",
            "network.condition.circle",
            circles.map(({ id, name }) => ({ value: id, label: name })),
          )}
          {of(
            "field",
            "network.condition.field.label",
            FIELDS.map((one) => ({ value: one, label: t(`network.field.${one}`) })),
          )}
          {of(
            "capacity",
            "network.condition.capacity",
            capacities.map((one) => ({ value: one, label: t(capacityKey(one)) })),
          )}
          <TextField field={field("silent")} label={t("network.condition.silent")} digits />
          <DateField field={field("since")} label={t("network.condition.since")} />
          {of(
            "way",
            "network.condition.way",
            WAYS.map((one) => ({ value: one, label: t(`network.way.${one}`) })),
          )}
        </div>
        <div className="mt-4 flex flex-wrap gap-2">
          <Button type="submit" kind="secondary">
            {t("network.condition.apply")}
          </Button>
          <LinkButton kind="quiet" to={view ? `${base}?view=${view}` : base}>
            {t("network.condition.clear")}
          </LinkButton>
        </div>
      </Form>
    </details>
  );
}
