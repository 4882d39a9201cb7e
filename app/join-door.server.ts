import { abilityFrom } from "~/kernel/authorize";
import type { Actor, Place } from "~/kernel/actor";
import { now } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import { findPlace } from "~/areas/divisions/queries.server";
import { findOpenForm, type OpenForm } from "~/areas/network/queries.server/join-form";
import { areaRules } from "./abilities";

/** What a token of ours looks like: anything else is asked of nobody. */
const TOKEN = /^[\w-]{8,64}$/;

/** Whoever holds the address of a join form: he may write a request under it, and nothing of the county exists for him. */
function joiner(token: string): Actor {
  const who = { kind: "public" as const, key: "join-form", name: "", token };
  return { ...who, ability: abilityFrom(who, areaRules) };
}

/** The join form that the token of an address opens, with its place and who writes there; null where it opens nothing. */
export async function openJoinForm(
  token: string,
): Promise<{ form: OpenForm; place: Place; actor: Actor } | null> {
  if (!TOKEN.test(token)) return null;
  const actor = joiner(token);
  return within(
    actor,
    async (db) => {
      const form = await findOpenForm(db, token, todayIn(now()));
      const place = form && (await findPlace(db, form.divisionId));
      return form && place ? { form, place, actor } : null;
    },
    { readOnly: true },
  );
}
