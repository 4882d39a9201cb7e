import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { tellStaff } from "../tell.server";

/**
 * Tells an official of the county that calls were given to him: how many still are, never whose. Who took them himself
 * is not told.
 */
export async function tellOfCalls(
  actor: PlacedActor,
  eventId: string,
  { toAccount, personIds }: { toAccount: string; personIds: string[] },
  now = clock(),
) {
  const divisionId = actor.place.id;
  return tellStaff(actor, eventId, "tell-of-calls", now, async (db) => {
    const [given] = await db.$queryRaw<{ count: number; byKey: string | null }[]>`
      select count(*)::int as count, min(assigned_by_key) as "byKey" from call_assignment
      where division_id = ${divisionId} and assignee_account = ${toAccount}::uuid
        and person_id = any(${personIds}::uuid[])`;
    if (!given?.count) return null;
    return {
      news: "calls-assigned",
      params: { count: given.count },
      href: "/network/calls",
      exceptKey: given.byKey,
      only: toAccount,
    };
  });
}
