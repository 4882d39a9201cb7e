import { calendarOf, issueObligations } from "~/areas/obligations/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { MinutesIssued } from "../../events";
import { LONGEST_ISSUE, rowsOf } from "../issued-rows.server";
import { keepAttendance } from "../kept-attendance.server";
import { holdDraft } from "../draft.server";
import { locksOf } from "../locks";
import { addressable, listAddressees } from "../parties.server";
import type { Review } from "../review";
import type { IssueMinutes } from "../schema";

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
  return within(
    actor,
    async (db) => {
      const draft = await holdDraft(db, actor, draftId);
      if (draft.minutesId) return { id: draft.minutesId };
      if (draft.revision !== revision) throw new Refusal("conflict", "minutes.issue.changed");
      const today = todayIn(now);
      const known = await listAddressees(db, actor.place, today);
      const locks = locksOf(draft.review, addressable(known));
      if (locks.length > 0)
        throw new Refusal("invalid", "minutes.issue.locked", { params: { count: locks.length } });

      const calendar = await calendarOf(db, actor.place, today, draft.review.header.heldOn ?? today);
      const id = uuidv7();
      const rows = rowsOf(draft.review, known, { actor, id, issuedOn: today, calendar });
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
    },
    { timeout: LONGEST_ISSUE },
  );
}

async function insertMinutes(
  db: Db,
  actor: PlacedActor,
  { header, agenda, declaredCount, attendees, discussion }: Review,
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
  await keepAttendance(db, actor.place.id, id, { attendees, discussion });
}
