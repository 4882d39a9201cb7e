import type { PartyDictionary, PartyEntry } from "~/lib/written-names/dictionary";
import { bodyGroups } from "./body-groups";
import type { WrittenPlace } from "~/lib/written-names/places";
import { divisions } from "./divisions";
import { organisations, spellingsOf } from "./organisations";

const groups: readonly PartyEntry[] = bodyGroups.map((group) => ({
  canonical: group.nameFa,
  kind: group.kind === "vague" ? "vague-group" : "group",
  code: group.code,
  member: group.kind === "governorates" ? "county-governorate" : null,
  spellings: spellingsOf(group),
}));

const bodies: readonly PartyEntry[] = organisations.map((organisation) => ({
  canonical: organisation.nameFa,
  kind: "body",
  code: organisation.code,
  spellings: spellingsOf(organisation),
}));

/** The parties of the reference data, for reading minutes without a database. Groups claim a shared spelling first. */
export const partyDictionary: PartyDictionary = [...groups, ...bodies];

/** The counties of the reference data: whose office is meant when one is written behind a body. */
export const countyNames: readonly WrittenPlace[] = divisions
  .filter(({ level }) => level === "county")
  .map(({ id, nameFa, aliasesFa }) => ({ id, nameFa, aliases: aliasesFa }));
