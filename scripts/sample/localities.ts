import { localityName } from "~/areas/catalogues/choices";
import { addDays } from "~/lib/jalali";
import type { Country } from "./country";
import { instantOf, type Plan } from "./plan";
import { LOCALITIES, VILLAGES } from "./words";

/** Villages of the list that each county has. */
const EACH_HAS = 8;

/** A county's catalogue of localities: where its people live, and villages in which nobody is known yet. */
export function makeLocalities(country: Country, county: number, plan: Plan): void {
  const villages = VILLAGES.map((_, n) => VILLAGES[(county + n) % VILLAGES.length])
    .slice(0, EACH_HAS)
    .flatMap((village) => (village ? [localityName(village[0], village[1])] : []));
  for (const [n, fa] of [...LOCALITIES, ...villages].entries())
    country.add("catalogue_entry", {
      division_id: county,
      kind: "locality",
      code: `own-${county}-sample-${n}`,
      fa,
      en: fa,
      position: 1000,
      published_at: instantOf(addDays(plan.today, -500)),
      revision: 1,
    });
}
