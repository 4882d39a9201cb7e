import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, isoOfDate, todayIn } from "~/lib/jalali";
import { holdCircle, makeRoomForConvener } from "../circles/convener.server";
import { MembershipChanged } from "../events";
import type { ChangeMembership } from "../schema/ties";

/**
 * Gives a member of a circle another role from a day on, or lets him leave on it; what was before stays with its days.
 * Refuses a membership that somebody ended meanwhile.
 */
export async function changeMembership(
  actor: PlacedActor,
  membershipId: string,
  input: ChangeMembership,
  now = clock(),
) {
  authorize(actor, "edit", "Circle");
  const { to, happenedOn } = input;
  if (happenedOn > todayIn(now)) throw new Refusal("invalid", "form.date.in-future", { field: "happenedOn" });
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const saved = await db.membership.findUnique({
      where: { divisionId_id: { divisionId, id: membershipId } },
    });
    if (!saved) throw new Refusal("missing", "refusal.missing");
    const { circleId, personId } = saved;
    await holdCircle(db, divisionId, circleId);
    // His step on the joining path ends his memberships: it waits for this one, or was before it.
    await db.$queryRaw`select from person where division_id = ${divisionId} and id = ${personId}::uuid for no key update`;
    if (happenedOn < isoOfDate(saved.fromOn))
      throw new Refusal("invalid", "network.membership.before-joining", { field: "happenedOn" });
    if (saved.role === to) throw new Refusal("invalid", "network.membership.same-role", { field: "to" });
    // A role put right on the day it began leaves no trace of a role that never was.
    const isCorrection = to !== "left" && happenedOn === isoOfDate(saved.fromOn);
    const { count } = await db.membership.updateMany({
      where: { divisionId, id: membershipId, toOn: null },
      data: isCorrection ? { role: to } : { toOn: dateOf(happenedOn) },
    });
    if (count === 0) throw tooLate("network.membership.ended-already");
    if (to === "convener") await makeRoomForConvener(db, actor, circleId, personId, happenedOn);
    if (to !== "left" && !isCorrection) {
      await db.membership.create({
        data: { divisionId, id: uuidv7(), circleId, personId, role: to, fromOn: dateOf(happenedOn) },
      });
    }
    await audit(db, actor, to === "left" ? "leave" : "change-role", "Membership", membershipId);
    await emit(db, actor, MembershipChanged, { circleId, personId });
    return { id: membershipId, circleId };
  });
}
