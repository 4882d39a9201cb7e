import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { dateOf, isoOfDate, todayIn } from "~/lib/jalali";
import type { KeptState } from "../choices";
import { PersonMoved } from "../events";
import { allows, PATH } from "../lifecycle";
import { leaveCircles } from "../circles/memberships.server";
import { refuseNotOffered } from "../people/offered.server";
import { recordStep } from "../people/path.server";
import { withdrawOpenRelocations } from "../relocation/withdraw-open.server";
import type { MovePerson } from "../schema/people";

/**
 * Takes a person one step along the joining path, today or on the day it happened. Whoever leaves the path leaves his
 * circles; a cancelled record also gives its mobile number and national code free, for they were
 * never its holder's.
 */
export async function movePerson(actor: PlacedActor, personId: string, input: MovePerson, now = clock()) {
  authorize(actor, "move", "Person");
  const today = todayIn(now);
  const happenedOn = input.happenedOn ?? today;
  if (happenedOn > today) throw new Refusal("invalid", "form.date.in-future", { field: "happenedOn" });
  return within(actor, async (db) => {
    const key = { divisionId: actor.place.id, id: personId };
    const person = await db.person.findUnique({ where: { divisionId_id: key } });
    if (!person) throw new Refusal("missing", "refusal.missing");
    if (person.erasedAt) throw tooLate("network.erased");
    const from = person.state as KeptState;
    if (!allows(from, input.step)) throw tooLate("network.path.not-now");
    if (happenedOn < isoOfDate(person.stateSince)) {
      throw new Refusal("invalid", "network.path.too-early", { field: "happenedOn" });
    }
    const { to } = PATH[input.step];
    const reason = input.step === "archive" ? input.reason : undefined;
    await refuseNotOffered(db, actor, "archive-reason", reason ? [reason] : [], today);
    const { count } = await db.person.updateMany({
      where: { ...key, state: from },
      data: {
        state: to,
        stateSince: dateOf(happenedOn),
        revision: { increment: 1 },
        ...(to === "active" && !person.joinedOn ? { joinedOn: dateOf(happenedOn) } : {}),
        ...(to === "cancelled" ? { mobile: null, nationalCodeSealed: null, nationalCodeHash: null } : {}),
      },
    });
    if (count === 0) throw tooLate("network.path.not-now");
    if (to === "archived" || to === "cancelled") {
      await leaveCircles(db, actor, personId, "all", happenedOn);
      await withdrawOpenRelocations(db, actor, [personId], now);
    }
    await recordStep(db, actor, personId, { state: to, happenedOn, reason, note: input.note }, now);
    await audit(
      db,
      actor,
      input.step,
      "Person",
      personId,
      to === "cancelled" ? ["state", "mobile", "national_code"] : ["state"],
    );
    await emit(db, actor, PersonMoved, { personId });
    return { id: personId, state: to };
  });
}
