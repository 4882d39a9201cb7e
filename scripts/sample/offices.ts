import { officeNames, organisations } from "../../prisma/seed/organisations";
import type { Country } from "./country";
import type { Chance } from "./random";

export type Office = {
  id: string;
  divisionId: number;
  organisationId: string;
  code: string;
  kind: string;
  nameFa: string;
};
type Place = { id: number; level: string; nameFa: string; nameEn: string };

/** The usual offices of each place. `organisationIds` maps a body's code to its id in the dictionary. */
export function makeOffices(
  country: Country,
  chance: Chance,
  places: Place[],
  organisationIds: Map<string, string>,
): Map<number, Office[]> {
  const opened = new Date("2022-09-11T08:30:00Z");
  const offices = new Map<number, Office[]>();
  for (const place of places) {
    if (place.level !== "province" && place.level !== "county") continue;
    for (const organisation of organisations) {
      const names = officeNames(organisation, place.level, place);
      const organisationId = organisationIds.get(organisation.code);
      if (!names || !organisationId) continue;
      const office: Office = {
        id: chance.id(opened),
        divisionId: place.id,
        organisationId,
        code: organisation.code,
        kind: organisation.kind,
        nameFa: names.nameFa,
      };
      country.add("office", {
        division_id: place.id,
        id: office.id,
        organisation_id: organisationId,
        name_fa: names.nameFa,
        name_en: names.nameEn,
        opened_on: "2022-09-11",
        created_at: opened,
        revision: 1,
      });
      offices.set(place.id, [...(offices.get(place.id) ?? []), office]);
    }
  }
  return offices;
}
