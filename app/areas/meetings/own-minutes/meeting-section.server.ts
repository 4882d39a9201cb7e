import { calendarOf } from "~/areas/obligations/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { addWorkingDays } from "~/lib/working-calendar";
import { getCalling } from "../calling/planned.server";
import type { MeetingState } from "../choices";
import { locksOf, type LockCode } from "../minutes/locks";
import { addressable, listAddressees } from "../minutes/parties.server";
import { quorumOfMeeting } from "../session/queries.server";
import { chairOf } from "./chair.server";
import { COMMENT_DAYS } from "./choices";
import {
  countUnanswered,
  findOwnDraft,
  isOpenForComments,
  listComments,
  listDraftsOfDay,
  listVersions,
} from "./queries.server";
import { shownMinutes } from "./shown";

/** What the page of a meeting says of its minutes; null where there is nothing to say, or nothing for this reader. */
export async function readMinutesSection(
  db: Db,
  actor: PlacedActor,
  { id, divisionId, state }: { id: string; divisionId: number; state: MeetingState },
) {
  if (divisionId !== actor.place.id || state !== "held" || actor.kind !== "staff") return null;
  const draft = await findOwnDraft(db, divisionId, id);
  const [newest] = await listVersions(db, divisionId, id);
  return {
    life: draft?.life ?? null,
    version: draft?.version ?? null,
    commentUntil: draft?.commentUntil ?? null,
    newest: newest
      ? { version: newest.version, year: newest.year, number: newest.number, exception: newest.exception }
      : null,
    mayWrite: may(actor, "import", "Minutes"),
  };
}
export type MinutesOfMeeting = NonNullable<Awaited<ReturnType<typeof readMinutesSection>>>;

/** Everything that the page of a meeting's own minutes shows. Refuses `missing` but to its own place. */
export async function readOwnMinutes(db: Db, actor: PlacedActor, meetingId: string, today: IsoDate) {
  const { place } = actor;
  const meeting = await getCalling(db, { lo: place.id, hi: place.id }, meetingId);
  if (meeting.state !== "held") throw new Refusal("missing", "refusal.missing");
  const draft = await findOwnDraft(db, place.id, meetingId);
  const chair = await chairOf(db, place.id, meeting, today);
  const { hands, ...named } = chair;
  const mayWrite = may(actor, "import", "Minutes");
  return {
    meeting: { id: meeting.id, title: meeting.title, heldOn: meeting.heldOn },
    draft: draft && (await shownDraft(db, actor, draft, today)),
    versions: await listVersions(db, place.id, meetingId),
    quorum: await quorumOfMeeting(db, place.id, meetingId),
    chair: { ...named, holder: hands[0] ? { name: hands[0].name, isDeputy: hands[0].isDeputy } : null },
    documents: draft || !mayWrite ? [] : await listDraftsOfDay(db, place.id, meeting.heldOn),
    may: {
      write: mayWrite,
      comment: may(actor, "comment", "Minutes"),
      approve: may(actor, "approve", "Minutes", chair),
      correct: may(actor, "correct", "Minutes", chair),
    },
  };
}
export type OwnMinutesPage = Awaited<ReturnType<typeof readOwnMinutes>>;

async function shownDraft(
  db: Db,
  actor: PlacedActor,
  draft: NonNullable<Awaited<ReturnType<typeof findOwnDraft>>>,
  today: IsoDate,
) {
  const { review, updatedAt: _, ...rest } = draft;
  const known = await listAddressees(db, actor.place, today);
  const calendar = await calendarOf(db, actor.place, today, today);
  const locks = locksOf(review, addressable(known)).map(({ code }) => code);
  return {
    ...rest,
    isOpen: isOpenForComments(draft, today),
    offered: addWorkingDays(calendar, today, COMMENT_DAYS).day,
    text: shownMinutes(review),
    comments: await listComments(db, actor.place.id, draft.id),
    unanswered: await countUnanswered(db, actor.place.id, draft.id),
    locks: counted(locks.filter((code) => code !== "no-resolutions")),
  };
}

function counted(codes: readonly LockCode[]): { code: LockCode; count: number }[] {
  return [...new Set(codes)].map((code) => ({ code, count: codes.filter((one) => one === code).length }));
}
