import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { reactOnce } from "~/kernel/reaction.server";
import { todayIn } from "~/lib/jalali";
import { freezeHandOver } from "../freeze.server";
import { settlePost } from "../pass-on.server";
import { getPassing } from "../queries.server";

/** When an appointment begins or ends: what was in the hands of whoever has gone is the holder's, or the post's. */
export async function settleAfterAppointment(
  actor: PlacedActor,
  eventId: string,
  appointmentId: string,
  now = clock(),
): Promise<boolean> {
  authorize(actor, "settle", "HandOver");
  const divisionId = actor.place.id;
  return reactOnce(actor, eventId, "settle-post", async (db) => {
    const found = await db.appointment.findFirst({ where: { divisionId, id: appointmentId } });
    if (found) await settlePost(db, divisionId, found.postId, todayIn(now));
  });
}

/** The same for a post whose holder went or came by the calendar alone. */
export async function settleByCalendar(actor: PlacedActor, postId: string, now = clock()): Promise<number> {
  authorize(actor, "settle", "HandOver");
  return within(actor, (db) => settlePost(db, actor.place.id, postId, todayIn(now)));
}

/** Freezes the inventory of what the level above signed, where no person is read. */
export async function freezeSigned(
  actor: PlacedActor,
  eventId: string,
  handOverId: string,
  now = clock(),
): Promise<boolean> {
  authorize(actor, "settle", "HandOver");
  const divisionId = actor.place.id;
  return reactOnce(
    actor,
    eventId,
    "freeze-hand-over",
    async (db) => {
      const row = await db.handOver.findFirst({ where: { divisionId, id: handOverId, frozenAt: null } });
      if (!row) return;
      const passing = await getPassing(db, divisionId, row.appointmentId, todayIn(now));
      await freezeHandOver(db, actor.place, { ...passing, id: row.id }, now);
    },
    { timeout: 60_000 },
  );
}
