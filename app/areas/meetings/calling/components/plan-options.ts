import type { Locale } from "~/lib/jalali";
import type { PlanChoices } from "../plan-choices.server";

/** The lists of a planning form, as its controls take them. */
export function planOptions(choices: PlanChoices, locale: Locale) {
  return {
    types: choices.types.map((one) => ({ value: one.code, label: one[locale] })),
    rooms: choices.rooms.map((one) => ({ value: one.id, label: one.name })),
    posts: choices.posts.map((one) => ({
      value: one.id,
      label: one.holder === null ? one[locale] : `${one[locale]} (${one.holder})`,
    })),
    councils: choices.councils.map((one) => ({ value: one.id, label: one[locale] })),
    offices: choices.offices.map((one) => ({ value: one.id, label: one[locale] })),
  };
}
