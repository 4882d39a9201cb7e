import type { Actor, PlacedActor } from "~/kernel/actor";
import { abilityFrom } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import {
  listAgendaTitles,
  getCalledMeeting,
  type CalledMeeting,
} from "~/areas/meetings/invitations/queries.server";
import {
  findPageByToken,
  findSignUpPage,
  takesNames,
  type SignUpPageRow,
} from "~/areas/meetings/sign-up/queries.server";
import { areaRules } from "./abilities";
import { systemActor } from "./actor.server";

/** What a token of ours looks like: anything else is asked of nobody. */
const TOKEN = /^[a-z0-9]{8,20}$/;

export type SignUpDoor = {
  meeting: CalledMeeting;
  page: SignUpPageRow;
  agenda: string[];
  isFull: boolean;
  /** Puts a name down in the hand of the place, and may do nothing else. */
  hand: PlacedActor;
};

/**
 * The sign-up page that the token of an address opens, with its meeting; null where it opens nothing: no such page, closed,
 * over, or its meeting is called off or has begun.
 */
export async function openSignUpPage(token: string, now = clock()): Promise<SignUpDoor | null> {
  if (!TOKEN.test(token)) return null;
  const who = { kind: "public" as const, key: "sign-up", name: "", token };
  const ability = abilityFrom(who, areaRules);
  const holder: Actor = { ...who, ability };
  const found = await within(holder, (db) => findPageByToken(db, token), { readOnly: true });
  if (!found) return null;
  const { divisionId, meetingId } = found;
  const { place } = await systemActor(divisionId);
  const hand: PlacedActor = { kind: "system", key: who.key, name: "", place, ability };
  const read = await within(
    hand,
    async (db) => ({
      meeting: await getCalledMeeting(db, divisionId, meetingId),
      page: await findSignUpPage(db, divisionId, meetingId),
      agenda: await listAgendaTitles(db, divisionId, meetingId),
    }),
    { readOnly: true },
  );
  const { page, meeting, agenda } = read;
  if (!page || !takesNames(page, meeting, todayIn(now))) return null;
  return { meeting, page, agenda, isFull: page.came >= page.capacity, hand };
}
