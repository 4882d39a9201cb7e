import type { PlacedActor } from "~/kernel/actor";
import { reading } from "~/kernel/http.server";
import type { FoundPeople } from "../components/people/person-choice";
import { isReachable } from "../lifecycle";
import { searchPeople } from "../queries.server/people";

/** Most people shown to choose from. */
const MOST_FOUND = 20;

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
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.slice(0, 2000) : "";
  };
  const q = text("q").trim().slice(0, 100);
  if (q === "") return undefined;
  const people = await reading(actor, (db) => searchPeople(db, actor.place.id, q));
  return {
    q,
    people: people
      .filter(({ state }) => isReachable(state))
      .slice(0, MOST_FOUND)
      .map(({ id, fullName, locality, circles }) => ({ id, fullName, locality, circles })),
    typed: Object.fromEntries(kept.map((name) => [name, text(name)])),
  };
}
