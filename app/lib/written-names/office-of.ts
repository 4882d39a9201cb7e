import { partyKey } from "./party-key";
import type { ParsedParty } from "./types";

/** What is asked of an office to know it in a written name. */
interface NamedOffice {
  divisionId: number;
  organisationCode: string;
  nameFa: string;
}

/**
 * The office that a written body means: that of the place in its name, else the reader's own. A place that no list has,
 * such as a district, is looked for in the names of offices. Undefined rather than the office of another place.
 */
export function officeOf<O extends NamedOffice>(
  { code, place }: Pick<ParsedParty, "code" | "place">,
  offices: readonly O[],
  ownId: number,
): O | undefined {
  const ofBody = offices.filter(({ organisationCode }) => organisationCode === code);
  if (place && place.id !== null) return ofBody.find(({ divisionId }) => divisionId === place.id);
  const own = ofBody.filter(({ divisionId }) => divisionId === ownId);
  if (!place) return own[0];
  const key = partyKey(place.name);
  return own.find(({ nameFa }) => partyKey(nameFa).includes(key));
}
