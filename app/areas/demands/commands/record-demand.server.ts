import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { newTrackingCode, uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { DemandRecorded } from "../events";
import type { RecordDemand } from "../schema";
import { note } from "../timeline.server";

/**
 * Records a citizen's demand (S4-a9). The summary may be read above the county; who asked and his words may not. What asks
 * already elsewhere becomes a demand under its own id, once: the second time is refused as `conflict`.
 */
export async function recordDemand(
  actor: PlacedActor,
  input: RecordDemand,
  now = clock(),
  id: string = uuidv7(),
) {
  authorize(actor, "record", "Demand");
  if (input.receivedOn > todayIn(now)) {
    throw new Refusal("invalid", "demands.received-in-future", { field: "receivedOn" });
  }
  const trackingCode = newTrackingCode();
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    // Of two who press at once the second waits here, and finds it.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
    const there = await db.demand.count({ where: { divisionId, id } });
    if (there > 0) throw tooLate("demands.recorded-already");
    await db.demand.create({
      data: {
        divisionId,
        id,
        trackingCode,
        kind: input.kind,
        title: input.title,
        field: input.field,
        locality: input.locality ?? null,
        channel: input.channel,
        receivedOn: dateOf(input.receivedOn),
        state: "received",
        createdAt: now,
        createdByKey: actor.key,
      },
    });
    await db.demandPerson.create({
      data: {
        divisionId,
        demandId: id,
        fullName: input.fullName,
        mobile: input.mobile ?? null,
        words: input.words,
      },
    });
    await note(db, actor, { divisionId, id, officeId: null, trackingCode }, "received", now);
    await audit(db, actor, "record", "Demand", id);
    await emit(db, actor, DemandRecorded, { demandId: id });
    return { id };
  });
}
