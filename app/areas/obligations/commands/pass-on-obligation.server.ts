import { listOffices } from "~/areas/bodies/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, isoOfDate, todayIn } from "~/lib/jalali";
import { calendarOf } from "../deadlines/calendar.server";
import { limitOn } from "../deadlines/deadline";
import { ObligationPassedOn } from "../events";
import type { PassOn, Which } from "../schema";
import { obligationFor, takeStep } from "../steps/step.server";

/**
 * Passes an obligation of the place on to offices of the same place: each gets a child with a day of its own, issued
 * by the place itself. Refuses `invalid` for a day that is over, for one later than the parent's without a word that
 * says why, and for an office named twice, unknown, or the debtor itself.
 */
export async function passOnObligation(actor: PlacedActor, which: Which, input: PassOn, now = clock()) {
  return within(actor, async (db) => {
    const { row, next } = await obligationFor(db, actor, "pass-on", which, now);
    const today = todayIn(now);
    const offices = new Map(
      (await listOffices(db, actor.place.id, today)).map((office) => [office.id, office]),
    );
    const had = await db.obligation.findMany({
      where: { divisionId: row.divisionId, parentId: row.id },
      select: { officeId: true },
      take: 500,
    });
    const taken = new Set([row.officeId, ...had.map((child) => child.officeId)]);
    const calendar = await calendarOf(db, actor.place, today);
    const parentDue = row.dueOn ? isoOfDate(row.dueOn) : null;

    const children = input.children.map((child, index) => {
      const office = offices.get(child.officeId);
      const field = `children[${index}]`;
      if (!office)
        throw new Refusal("invalid", "obligations.pass-on.unknown-office", { field: `${field}.officeId` });
      if (taken.has(office.id))
        throw new Refusal("invalid", "obligations.pass-on.twice", { field: `${field}.officeId` });
      taken.add(office.id);
      if (child.dueOn < today)
        throw new Refusal("invalid", "obligations.pass-on.past", { field: `${field}.dueOn` });
      if (parentDue && child.dueOn > parentDue && !input.word) {
        throw new Refusal("invalid", "obligations.pass-on.later", { field: "word" });
      }
      const limit = limitOn(calendar, child.dueOn);
      const due = dateOf(limit.day);
      return {
        divisionId: row.divisionId,
        id: uuidv7(),
        sourceDivisionId: actor.place.id,
        sourceKind: "passed-on",
        sourceId: row.id,
        sourceTitle: row.sourceTitle,
        sourceNumber: row.sourceNumber,
        parentId: row.id,
        officeId: office.id,
        organisationId: office.organisationId,
        text: child.text ?? row.text,
        deadlineKind: "dated",
        firstDueOn: due,
        dueOn: due,
        askedDueOn: limit.asked && dateOf(limit.asked),
        state: "issued",
        issuedAt: now,
        issuedByKey: actor.key,
      };
    });
    await db.obligation.createMany({ data: children });
    await takeStep(db, actor, "pass-on", row, { state: next }, { note: input.word, at: now });
    const childIds = children.map((child) => child.id);
    await emit(db, actor, ObligationPassedOn, { divisionId: row.divisionId, obligationId: row.id, childIds });
    return { id: row.id, childIds };
  });
}
