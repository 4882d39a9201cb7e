import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { holdCircle, makeRoomForConvener } from "../circles/convener.server";
import { MembershipChanged } from "../events";
import type { JoinCircle } from "../schema/ties";

/** Takes somebody on the register into a circle, from a day on and in a role. A new convener makes the former one a member. */
export async function joinCircle(actor: PlacedActor, circleId: string, input: JoinCircle, now = clock()) {
  authorize(actor, "edit", "Circle");
  if (input.fromOn > todayIn(now)) throw new Refusal("invalid", "form.date.in-future", { field: "fromOn" });
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const { personId } = input;
    if (input.fromOn < (await holdCircle(db, divisionId, circleId)))
      throw new Refusal("invalid", "network.membership.before-circle", { field: "fromOn" });
    // Held, so that two who take the same person in do not make him a member twice.
    const [person] = await db.$queryRaw<{ id: string }[]>`
      select id::text from person where division_id = ${divisionId} and id = ${personId}::uuid
        and state in ('identified', 'invited', 'active') for no key update`;
    if (!person) throw new Refusal("invalid", "network.membership.nobody", { field: "personId" });
    const standing = await db.membership.findFirst({
      where: { divisionId, circleId, personId, toOn: null },
      select: { id: true },
    });
    if (standing) throw new Refusal("conflict", "network.membership.in-already", { field: "personId" });
    if (input.role === "convener") await makeRoomForConvener(db, actor, circleId, personId, input.fromOn);
    const id = uuidv7();
    await db.membership.create({
      data: { divisionId, id, circleId, personId, role: input.role, fromOn: dateOf(input.fromOn) },
    });
    await audit(db, actor, "join", "Membership", id);
    await emit(db, actor, MembershipChanged, { circleId, personId });
    return { id };
  });
}
