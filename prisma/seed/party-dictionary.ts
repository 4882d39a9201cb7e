import type { PartyDictionary, PartyEntry } from "~/lib/written-names/dictionary";
import { bodyGroups } from "./body-groups";
import { organisations, spellingsOf } from "./organisations";

const groups: readonly PartyEntry[] = bodyGroups.map((group) => ({
  canonical: group.nameFa,
  kind: group.kind === "vague" ? "vague-group" : "group",
  code: group.code,
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
