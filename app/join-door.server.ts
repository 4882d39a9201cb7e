import { abilityFrom } from "~/kernel/authorize";
import type { Actor, Place } from "~/kernel/actor";
import { now } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import { findPlace } from "~/areas/divisions/queries.server";
import { findOpenForm, type OpenForm } from "~/areas/network/queries.server/join-form";
import { offeredOf, type Offered } from "~/areas/catalogues/queries.server";
import { areaRules } from "./abilities";
import { systemActor } from "./actor.server";

/** What a token of ours looks like: anything else is asked of nobody. */
const TOKEN = /^[\w-]{8,64}$/;

/** Whoever holds the address of a join form: he may write a request under it, and nothing of the county exists for him. */
function joiner(token: string): Actor {
  const who = { kind: "public" as const, key: "join-form", name: "", token };
  return { ...who, ability: abilityFrom(who, areaRules) };
}

/**
 * The join form that the token of an address opens, with its place, who writes there and what of himself he may bring
 * along; null where it opens nothing.
 */
export async function openJoinForm(
  token: string,
): Promise<{ form: OpenForm; place: Place; actor: Actor; capacities: Offered[] } | null> {
  if (!TOKEN.test(token)) return null;
  const actor = joiner(token);
  const today = todayIn(now());
  const opened = await within(
    actor,
    async (db) => {
      const form = await findOpenForm(db, token, today);
      const place = form && (await findPlace(db, form.divisionId));
      return form && place ? { form, place } : null;
    },
    { readOnly: true },
  );
  if (!opened) return null;
  // Whoever has no place reads no catalogue: the county's own hand reads what it offers.
  const { capacity } = await within(
    await systemActor(opened.place.id),
    (db) => offeredOf(db, opened.place, ["capacity"], today),
    { readOnly: true },
  );
  return { ...opened, actor, capacities: capacity };
}
