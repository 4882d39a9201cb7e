import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { quietHoursOfPlace } from "../hours.server";
import type { ChangeQuietHours, FollowHoursAbove } from "../schema";

/**
 * Says between which hours, and whether on closed days, what is not urgent waits on one channel in the actor's place, and
 * below it wherever nothing else is said: from now on. What waits already keeps its hour. What held before stays on record.
 */
export async function changeQuietHours(actor: PlacedActor, input: ChangeQuietHours, now = clock()) {
  authorize(actor, "keep", "QuietHours");
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    // Two who change them at once wait for each other here: there may be no row yet to hold.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext(${`quiet-hours ${divisionId} ${input.channel}`}))`;
    const held = await quietHoursOfPlace(db, actor.place, input.channel, todayIn(now));
    if (held.revision !== input.revision)
      throw new Refusal("conflict", "refusal.changed", {
        theirs: { from: held.from, to: held.to, onClosedDays: held.onClosedDays ? "waits" : "goes" },
        revision: held.revision,
      });
    const id = uuidv7();
    await db.$executeRaw`insert into quiet_hours (division_id, id, channel, from_time, to_time, on_closed_days, valid_from,
        set_by_name, published_at)
      values (${divisionId}, ${id}::uuid, ${input.channel}, ${input.from}::time, ${input.to}::time,
        ${input.onClosedDays === "waits"}, ${todayIn(now)}::date, ${actor.name}, ${now})`;
    await audit(db, actor, "keep", "QuietHours", id, [input.channel]);
    return { id };
  });
}

/**
 * Takes back what the actor's place said of a channel: from now on the hours of the nearest level above hold. Refuses what
 * comes too late where somebody changed them meanwhile, or the place says nothing of its own.
 */
export async function followHoursAbove(
  actor: PlacedActor,
  { channel, revision }: FollowHoursAbove,
  now = clock(),
) {
  authorize(actor, "keep", "QuietHours");
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext(${`quiet-hours ${divisionId} ${channel}`}))`;
    const held = await quietHoursOfPlace(db, actor.place, channel, todayIn(now));
    if (held.revision !== revision || held.setIn !== divisionId || actor.place.level === "nation")
      throw tooLate("notifications.quiet.changed");
    const id = uuidv7();
    await db.$executeRaw`insert into quiet_hours (division_id, id, channel, from_time, to_time, on_closed_days, valid_from,
        set_by_name, published_at, as_above)
      values (${divisionId}, ${id}::uuid, ${channel}, ${held.from}::time, ${held.to}::time, ${held.onClosedDays},
        ${todayIn(now)}::date, ${actor.name}, ${now}, true)`;
    await audit(db, actor, "keep", "QuietHours", id, [channel]);
    return { id };
  });
}
