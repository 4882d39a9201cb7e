import type { Locale } from "~/lib/jalali";
import type { Option } from "~/ui/form/select";
import type { Reached } from "./reach.server";

/** Offices to choose from; those of other places with the place. */
export function officeOptions(offices: readonly Reached[], locale: Locale): Option[] {
  return offices.map(({ id, nameFa, nameEn, placeFa, placeEn }) => {
    const [name, place] = locale === "fa" ? [nameFa, placeFa] : [nameEn, placeEn];
    return { value: id, label: place ? `${name} · ${place}` : name };
  });
}
