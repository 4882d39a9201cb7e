import {
  calendarOf,
  issuedDeadline,
  issueObligations,
  type Addressee,
  type IssuedText,
} from "~/areas/obligations/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn, type IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { MinutesIssued } from "../events";
import { holdDraft } from "../minutes-draft.server";
import { locksOf } from "../minutes-locks";
import { addressable, listAddressees, type Addressees } from "../minutes-parties.server";
import type { Review, ReviewDeadline, ReviewParty, ReviewResolution } from "../minutes-review";
import type { IssueMinutes } from "../minutes-schema";

/**
 * Issues reviewed minutes: the minutes with their resolutions, and one obligation for each office that each resolution
 * addresses, all or nothing. Groups are frozen as they stand now; a vague group stays an open line. A second issue of
 * the same draft answers with the minutes of the first.
 * Refuses `conflict` when the draft changed since it was shown, `invalid` while anything is still to be settled.
 */
export async function issueMinutes(
  actor: PlacedActor,
  draftId: string,
  { revision }: IssueMinutes,
  now = clock(),
) {
  authorize(actor, "issue", "Minutes");
  return within(actor, async (db) => {
    const draft = await holdDraft(db, actor, draftId);
    if (draft.minutesId) return { id: draft.minutesId };
    if (draft.revision !== revision) throw new Refusal("conflict", "minutes.issue.changed");
    const today = todayIn(now);
    const known = await listAddressees(db, actor.place, today);
    const locks = locksOf(draft.review, addressable(known));
    if (locks.length > 0)
      throw new Refusal("invalid", "minutes.issue.locked", { params: { count: locks.length } });

    const calendar = await calendarOf(db, actor.place, today);
    const id = uuidv7();
    const rows = rowsOf(draft.review, known, { actor, id, today, calendar });
    await insertMinutes(db, actor, draft.review, { id, sourceHash: draft.sourceHash, now });
    await db.resolution.createMany({ data: rows.resolutions });
    await db.resolutionItem.createMany({ data: rows.items });
    await db.resolutionParty.createMany({ data: rows.parties });
    await issueObligations(db, actor, rows.texts, now);
    const { count } = await db.minutesDraft.updateMany({
      where: { divisionId: actor.place.id, id: draftId, revision },
      data: { state: "issued", minutesId: id, updatedAt: now, revision: { increment: 1 } },
    });
    if (count === 0) throw new Refusal("conflict", "minutes.issue.changed");
    await audit(db, actor, "issue", "Minutes", id);
    await emit(db, actor, MinutesIssued, { minutesId: id });
    return { id };
  });
}

async function insertMinutes(
  db: Db,
  actor: PlacedActor,
  { header, agenda, declaredCount }: Review,
  { id, sourceHash, now }: { id: string; sourceHash: string; now: Date },
) {
  const twin = await db.minutes.findUnique({
    where: { divisionId_sourceHash: { divisionId: actor.place.id, sourceHash } },
    select: { id: true },
  });
  if (twin) throw new Refusal("conflict", "minutes.issue.same-document");
  await db.minutes.create({
    data: {
      divisionId: actor.place.id,
      id,
      title: header.title,
      heldOn: header.heldOn ? dateOf(header.heldOn) : null,
      startsAt: header.startsAt,
      endsAt: header.endsAt,
      place: header.place,
      invitationNumber: header.invitationNumber,
      agenda,
      declaredCount,
      sourceHash,
      issuedAt: now,
      issuedByName: actor.name,
      createdByKey: actor.key,
    },
  });
}

type Frame = { actor: PlacedActor; id: string; today: IsoDate; calendar: WorkingCalendar };

/** Every row that the reviewed resolutions become. */
function rowsOf(review: Review, known: Addressees, frame: Frame) {
  const divisionId = frame.actor.place.id;
  const all = review.resolutions.map((resolution) => {
    const { deadline } = resolution;
    if (!deadline) throw new Refusal("invalid", "minutes.issue.locked", { params: { count: 1 } });
    const id = uuidv7();
    const parties = resolution.parties.map((party) => ({ row: partyRow(divisionId, id, party), party }));
    return {
      resolution: resolutionRow(resolution, deadline, { ...frame, resolutionId: id }),
      items: resolution.subItems.map(({ label, text }, position) => ({
        divisionId,
        id: uuidv7(),
        resolutionId: id,
        position,
        label,
        text,
      })),
      parties: parties.map(({ row }) => row),
      text: {
        id,
        sourceKind: "resolution",
        recordId: frame.id,
        title: review.header.title,
        number: resolution.number,
        text: fullText(resolution),
        addressees: resolution.parties.map((party) => party.name).join("، "),
        deadline: issuedDeadline(deadline, frame.today, frame.calendar),
        lines: parties.flatMap(({ row, party }) => {
          const to = addresseeOf(party, known);
          return to ? [{ partyId: row.id, to }] : [];
        }),
      } satisfies IssuedText,
    };
  });
  return {
    resolutions: all.map(({ resolution }) => resolution),
    items: all.flatMap(({ items }) => items),
    parties: all.flatMap(({ parties }) => parties),
    texts: all.map(({ text }) => text),
  };
}

function resolutionRow(
  resolution: ReviewResolution,
  deadline: ReviewDeadline,
  { actor, id, resolutionId, today, calendar }: Frame & { resolutionId: string },
) {
  const issued = issuedDeadline(deadline, today, calendar);
  return {
    divisionId: actor.place.id,
    id: resolutionId,
    minutesId: id,
    number: resolution.number,
    text: resolution.text,
    refersTo: resolution.refersTo,
    deadlineKind: deadline.kind,
    deadlineDays: deadline.kind === "relative" ? deadline.count : null,
    deadlineUnit: deadline.kind === "relative" ? deadline.unit : null,
    dueOn: issued.kind === "none" ? null : dateOf(issued.dueOn),
    cadence: deadline.kind === "continuous" ? deadline.cadence : null,
    receiver: deadline.kind === "continuous" ? deadline.receiver : null,
    noDeadlineReason: deadline.kind === "none" ? deadline.reason : null,
  };
}

function partyRow(divisionId: number, resolutionId: string, party: ReviewParty) {
  return {
    divisionId,
    id: uuidv7(),
    resolutionId,
    kind: party.kind,
    groupCode: party.groupCode ?? null,
    officeId: party.officeId ?? null,
    written: party.written || party.name,
  };
}

/** A vague group has no addressee yet. */
function addresseeOf(party: ReviewParty, { groups }: Addressees): Addressee | null {
  if (party.kind === "office" && party.officeId) return { officeIds: [party.officeId] };
  const group = groups.find((candidate) => candidate.code === party.groupCode);
  return group && group.kind !== "vague" ? { group: group.code } : null;
}

/** What an office is given to read: the resolution with the sub-items that its text does not hold already. */
function fullText({ text, subItems }: ReviewResolution): string {
  const missing = subItems.filter((item) => !text.includes(item.text));
  return [text, ...missing.map((item) => `${item.label}) ${item.text}`)].join("\n");
}
