import { formatJalali, type Locale } from "~/lib/jalali";
import { capacityKey } from "../choices";
import type { PeopleCondition } from "./condition";
import type { NetworkKey } from "../messages";

type Vars = Readonly<Record<string, string | number>>;

/** Each part of a condition in words; `circles` names the circle where the reader has the names. */
export function conditionWords(
  condition: PeopleCondition,
  t: (key: NetworkKey, vars?: Vars) => string,
  locale: Locale,
  circles: readonly { id: string; name: string }[] = [],
): { part: keyof PeopleCondition; text: string }[] {
  const { tier, state, field, circle, locality, capacity, silent, since, way } = condition;
  const words: { part: keyof PeopleCondition; text: string | undefined }[] = [
    { part: "tier", text: tier && t(`network.tier.${tier}`) },
    { part: "state", text: state && t(`network.state.${state}`) },
    { part: "field", text: field && t("network.condition.field", { field: t(`network.field.${field}`) }) },
    {
      part: "circle",
      text: circle && (circles.find(({ id }) => id === circle)?.name ?? t("network.condition.one-circle")),
    },
    { part: "locality", text: locality },
    { part: "capacity", text: capacity && t(capacityKey(capacity)) },
    { part: "silent", text: silent ? t("network.condition.silent-days", { days: silent }) : undefined },
    {
      part: "since",
      text: since && t("network.condition.since-day", { day: formatJalali(since, locale, "short") }),
    },
    { part: "way", text: way && t("network.condition.consents", { way: t(`network.way.${way}`) }) },
  ];
  return words.flatMap(({ part, text }) => (text ? [{ part, text }] : []));
}
