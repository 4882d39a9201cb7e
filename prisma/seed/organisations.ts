import { searchKey } from "../../app/lib/persian-text";
import type { OfficeLevel, OrganisationFact } from "./organisation-fact";
import { economicBodies } from "./organisations-economic";
import { publicBodies } from "./organisations-public";
import { stateUnits } from "./organisations-state";

export const organisations: readonly OrganisationFact[] = [...publicBodies, ...economicBodies, ...stateUnits];

/** Levels at which the body has offices, province first. */
export function levelsOf(organisation: OrganisationFact): OfficeLevel[] {
  return (["province", "county"] as const).filter((level) => organisation.offices[level] !== undefined);
}

/** Names that a place follows at once: «شهرداری گرگان», not «شهرداری شهرستان گرگان». */
const NEEDS_NO_LEVEL = /(استانداری|فرمانداری|شهرداری|شهر)$/u;

/** After a long ا the join to the next word is written: «زندان‌های استان». */
function joined(words: string, next: string): string {
  return words.endsWith("ا") ? `${words}ی ${next}` : `${words} ${next}`;
}

/** Name of the body's office in a place: «اداره آموزش و پرورش شهرستان گرگان», "Office of Education, Gorgan County". */
export function officeNames(
  organisation: OrganisationFact,
  level: OfficeLevel,
  place: { nameFa: string; nameEn: string },
): { nameFa: string; nameEn: string } | null {
  const office = organisation.offices[level];
  if (!office) return null;
  const [ownFa, ownEn] = office;
  const isUnit = organisation.kind === "staff-unit" && !ownFa.endsWith("استانداری");
  const bodyFa = isUnit ? joined(ownFa, "استانداری") : ownFa;
  const levelFa = level === "province" ? "استان" : "شهرستان";
  const levelEn = level === "province" ? "Province" : "County";
  return {
    nameFa: joined(bodyFa, NEEDS_NO_LEVEL.test(bodyFa) ? place.nameFa : `${levelFa} ${place.nameFa}`),
    nameEn: `${ownEn}, ${place.nameEn} ${levelEn}`,
  };
}

/**
 * Every written form of a body or a group, each with a search key of its own: its name, its offices' names, its
 * spellings, and those with a comma also without.
 */
export function spellingsOf(
  party: Pick<OrganisationFact, "nameFa" | "spellings"> & Partial<Pick<OrganisationFact, "offices">>,
): string[] {
  const offices = Object.values(party.offices ?? {}).map(([nameFa]) => nameFa);
  const written = [party.nameFa, ...offices, ...party.spellings];
  const plain = written.map((form) => form.replaceAll("،", ""));
  const byKey = new Map<string, string>();
  for (const form of [...written, ...plain]) {
    const key = searchKey(form);
    if (!byKey.has(key)) byKey.set(key, form);
  }
  return [...byKey.values()];
}
