import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { reading } from "~/kernel/http.server";
import type { FoundPeople } from "../components/people/person-choice";
import { isUuid } from "~/lib/identifiers";
import type { FoundPeople as FoundCandidates } from "../components/contacts/many-form";
import { isReachable } from "../lifecycle";
import { listCandidates } from "../queries.server/many";
import { searchPeople } from "../queries.server/people";
import { MOST_AT_ONCE } from "../schema/people";

/** Most people shown to choose from. */
const MOST_FOUND = 20;

/** What is typed into a field of a form. */
function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, 2000) : "";
}

const wordsIn = (form: FormData) => textIn(form, "q").trim().slice(0, 100);

const typedIn = (form: FormData, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, textIn(form, name)]));

/** People of those words who are on the way to be members, or are. */
const reachable = async (db: Db, divisionId: number, q: string) =>
  (await searchPeople(db, divisionId, q)).filter(({ state }) => isReachable(state));

/**
 * Whom the words of a form find, with what else was typed into it: every answer of a form that looks for somebody shows
 * them again. Undefined where nothing is looked for.
 * @param kept the other fields of the form.
 */
export async function foundPeople(
  actor: PlacedActor,
  form: FormData,
  kept: readonly string[],
): Promise<FoundPeople | undefined> {
  const q = wordsIn(form);
  if (q === "") return undefined;
  const people = await reading(actor, (db) => reachable(db, actor.place.id, q));
  return {
    q,
    people: people
      .slice(0, MOST_FOUND)
      .map(({ id, fullName, locality, circles }) => ({ id, fullName, locality, circles })),
    typed: typedIn(form, kept),
  };
}

/**
 * What was ticked in a form for many people, with whom its words or its circle find besides: every answer shows them again.
 * @param kept the fields that are typed.
 */
export async function foundCandidates(
  actor: PlacedActor,
  form: FormData,
  kept: readonly string[],
): Promise<FoundCandidates> {
  const ticked = form
    .getAll("personIds")
    .filter((id): id is string => typeof id === "string" && isUuid(id))
    .slice(0, MOST_AT_ONCE);
  const isSearch = form.get("intent") === "find";
  // An entry that was refused comes back with the people among whom it was ticked, not with the ticked alone.
  const q = wordsIn(form);
  const circle = textIn(form, "circleId");
  const circleId = isUuid(circle) ? circle : undefined;
  const candidates = await reading(actor, async (db) => {
    const named = q === "" ? [] : await reachable(db, actor.place.id, q);
    return listCandidates(db, actor.place.id, {
      personIds: [...ticked, ...named.filter(({ state }) => state === "active").map(({ id }) => id)],
      circleId,
      everybody: q === "" && circleId === undefined,
    });
  });
  const foundNone = isSearch && candidates.every(({ id }) => ticked.includes(id));
  return { candidates, ticked, foundNone, typed: typedIn(form, kept) };
}
