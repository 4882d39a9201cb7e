import { calendarOf, issueObligations } from "~/areas/obligations/door.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { MinutesIssued } from "../events";
import type { DraftRow } from "./draft.server";
import { rowsOf } from "./issued-rows.server";
import { keepAttendance } from "./kept-attendance.server";
import { locksOf } from "./locks";
import { addressable, listAddressees } from "./parties.server";
import type { Review } from "./review";

/**
 * Issues a held draft: the minutes with their resolutions, and one obligation for each office that each resolution
 * addresses. Groups are frozen as they stand now; a vague group stays an open line. Minutes of a meeting may have decided
 * nothing. Refuses `invalid` while anything is still to be settled.
 */
export async function issueReview(
  db: Db,
  actor: PlacedActor,
  draft: Pick<DraftRow, "review" | "sourceHash" | "meetingId">,
  now: Date,
): Promise<string> {
  const { review, sourceHash, meetingId } = draft;
  const today = todayIn(now);
  const known = await listAddressees(db, actor.place, today);
  const locks = locksOf(review, addressable(known)).filter(
    ({ code }) => meetingId === null || code !== "no-resolutions",
  );
  if (locks.length > 0)
    throw new Refusal("invalid", "minutes.issue.locked", { params: { count: locks.length } });
  const calendar = await calendarOf(db, actor.place, today, review.header.heldOn ?? today);
  const id = uuidv7();
  const rows = rowsOf(review, known, { actor, id, issuedOn: today, calendar });
  await insertMinutes(db, actor, review, { id, sourceHash, meetingId, now });
  await db.resolution.createMany({ data: rows.resolutions });
  await db.resolutionItem.createMany({ data: rows.items });
  await db.resolutionParty.createMany({ data: rows.parties });
  await issueObligations(db, actor, rows.texts, now);
  await emit(db, actor, MinutesIssued, { minutesId: id });
  return id;
}

async function insertMinutes(
  db: Db,
  actor: PlacedActor,
  { header, agenda, declaredCount, attendees, discussion }: Review,
  { id, sourceHash, meetingId, now }: { id: string; sourceHash: string; meetingId: string | null; now: Date },
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
      meetingId,
      issuedAt: now,
      issuedByName: actor.name,
      createdByKey: actor.key,
    },
  });
  await keepAttendance(db, actor.place.id, id, { attendees, discussion });
}
