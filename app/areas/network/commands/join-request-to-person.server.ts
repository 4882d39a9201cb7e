import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import type { KeptState } from "../choices";
import { JoinRequestDecided, PersonMoved } from "../events";
import { settleRequest, waitingRequest } from "../people/join-request.server";
import { allows } from "../lifecycle";
import { recordStep } from "../people/path.server";

/**
 * Joins a request to the person of the county who has its number: what he can do is added, what is missing is filled
 * in, and whoever was not a member becomes one, for he said so himself. What the county wrote of him stays.
 */
export async function joinRequestToPerson(actor: PlacedActor, requestId: string, now = clock()) {
  authorize(actor, "decide", "JoinRequest");
  authorize(actor, "move", "Person");
  const today = todayIn(now);
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const request = await waitingRequest(db, divisionId, requestId);
    const { mobile, capacities, locality, preferredWay, source } = request;
    await db.$queryRaw`select from person where division_id = ${divisionId} and mobile = ${mobile} for no key update`;
    const person = await db.person.findUnique({ where: { divisionId_mobile: { divisionId, mobile } } });
    if (!person) throw new Refusal("conflict", "network.join.number-gone");
    const state = person.state as KeptState;
    const joins = allows(state, "join") || allows(state, "restore");
    await db.person.update({
      where: { divisionId_id: { divisionId, id: person.id } },
      data: {
        capacities: [...new Set([...person.capacities, ...capacities])],
        locality: person.locality ?? locality,
        preferredWay: person.preferredWay ?? preferredWay,
        source: person.source ?? source,
        revision: { increment: 1 },
        ...(joins
          ? { state: "active", stateSince: dateOf(today), joinedOn: person.joinedOn ?? dateOf(today) }
          : {}),
      },
    });
    // He consents to the way that he names. One that was barred stays so: anybody can write another's number into a form.
    await db.$executeRaw`insert into person_way (division_id, person_id, way, consented_on)
      values (${divisionId}, ${person.id}::uuid, ${preferredWay ?? "phone"}, ${today}::date)
      on conflict (division_id, person_id, way) do update set consented_on = excluded.consented_on
      where person_way.barred_on is null`;
    if (joins) {
      await recordStep(
        db,
        actor,
        person.id,
        { state: "active", happenedOn: today, reason: "join-form" },
        now,
      );
      await emit(db, actor, PersonMoved, { personId: person.id });
    }
    await settleRequest(db, actor, requestId, { state: "accepted", personId: person.id }, now);
    await audit(db, actor, "join", "Person", person.id, ["state", "capacities", "person_way"]);
    await audit(db, actor, "accept", "JoinRequest", requestId);
    await emit(db, actor, JoinRequestDecided, { requestId });
    return { personId: person.id };
  });
}
