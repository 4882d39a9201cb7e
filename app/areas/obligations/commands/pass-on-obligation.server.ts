import type { Actor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, isoOfDate, todayIn } from "~/lib/jalali";
import { calendarsOf } from "../deadlines/calendar.server";
import { limitOn } from "../deadlines/deadline";
import { reckonForDebtors } from "../deadlines/reckon-for-debtors.server";
import { ObligationPassedOn } from "../events";
import type { PassOn, Which } from "../schema";
import { officesInReach } from "../steps/reach.server";
import { obligationFor, takeStep, type ObligationRecord } from "../steps/step.server";

/**
 * Passes an obligation on to other offices of its place, or of the debtor's own body in the places below: each gets a child
 * with a day of its own. The debtor's place is the child's source and its office the one that asks for it, whether the
 * office passed it on by its own account or its place did. Refuses `invalid` for a day that is over, for one later than the
 * parent's without a word that says why, and for an office named twice, out of reach, or the debtor itself.
 */
export async function passOnObligation(actor: Actor, which: Which, input: PassOn, now = clock()) {
  return within(actor, async (db) => {
    const { row, next } = await obligationFor(db, actor, "pass-on", which, now);
    const today = todayIn(now);
    const offices = new Map(
      (await officesInReach(db, actor, row, today)).map((office) => [office.id, office]),
    );
    const taken = await alreadyHaving(db, row);
    const owing = input.children.flatMap(({ officeId }) => offices.get(officeId)?.divisionId ?? []);
    const calendarIn = await calendarsOf(db, owing, today);
    const parentDue = row.dueOn ? isoOfDate(row.dueOn) : null;
    const source = {
      sourceDivisionId: row.divisionId,
      sourceOfficeId: row.officeId,
      ...(await nameOf(db, row)),
      sourceKind: "passed-on",
      sourceId: row.id,
      sourceTitle: row.sourceTitle,
      sourceNumber: row.sourceNumber,
      parentId: row.id,
    };

    const children = input.children.map((child, index) => {
      const office = offices.get(child.officeId);
      const field = `children[${index}]`;
      if (taken.has(child.officeId))
        throw new Refusal("invalid", "obligations.pass-on.twice", { field: `${field}.officeId` });
      if (!office)
        throw new Refusal("invalid", "obligations.pass-on.unknown-office", { field: `${field}.officeId` });
      taken.add(office.id);
      if (child.dueOn < today)
        throw new Refusal("invalid", "obligations.pass-on.past", { field: `${field}.dueOn` });
      if (parentDue && child.dueOn > parentDue && !input.word) {
        throw new Refusal("invalid", "obligations.pass-on.later", { field: "word" });
      }
      const limit = limitOn(calendarIn(office.divisionId), child.dueOn);
      const due = dateOf(limit.day);
      return {
        ...source,
        divisionId: office.divisionId,
        id: uuidv7(),
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
    await reckonForDebtors(
      db,
      actor,
      children.map((child) => child.divisionId),
    );
    const childIds = children.map((child) => child.id);
    await emit(db, actor, ObligationPassedOn, { divisionId: row.divisionId, obligationId: row.id, childIds });
    return { id: row.id, childIds };
  });
}

/** Who has it already: the debtor itself, and everybody to whom it was passed on. */
async function alreadyHaving(db: Db, row: ObligationRecord): Promise<Set<string>> {
  const had = await db.obligation.findMany({
    where: { sourceDivisionId: row.divisionId, parentId: row.id },
    select: { officeId: true },
    take: 1000,
  });
  return new Set([row.officeId, ...had.map((child) => child.officeId)]);
}

/** What the debtor is called, for those who may not know its office. */
async function nameOf(db: Db, { divisionId, officeId }: ObligationRecord) {
  const office = await db.office.findUniqueOrThrow({
    where: { divisionId_id: { divisionId, id: officeId } },
    select: { nameFa: true, nameEn: true },
  });
  return { sourceOfficeFa: office.nameFa, sourceOfficeEn: office.nameEn };
}
