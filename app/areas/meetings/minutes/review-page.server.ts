import { calendarOf, dayOf } from "~/areas/obligations/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { ClosedDay, WorkingCalendar } from "~/lib/working-calendar";
import { canBeTakenBack, lacks } from "./given-together";
import { changesOf, issuedResolutions } from "./issued-changes.server";
import { locksOf, locksOfResolution, type LockCode } from "./locks";
import { addressable, listAddressees, nameableOffices, type Addressees } from "./parties.server";
import { attendanceChanges } from "./kept-attendance.server";
import { certaintyOf, type Review, type ReviewDeadline, type ReviewResolution } from "./review";
import { sourceView } from "./source";
import { headWantsLook, wantsLook } from "./summary";
import { getDraft, lastLimit } from "../queries.server/minutes";
import { findTwin, queueNeighbours } from "../queries.server/queue";

/** Everything that the review screen shows of a draft. Refuses `missing`. */
export async function reviewPage(
  db: Db,
  actor: PlacedActor,
  draftId: string,
  today: IsoDate,
  open: string | null = null,
) {
  const draft = await getDraft(db, actor.place.id, draftId);
  const { review } = draft;
  const known = await listAddressees(db, actor.place, today);
  const calendar = await calendarOf(db, actor.place, today, review.header.heldOn ?? today);
  const reach = addressable(known);
  const { offices, governorates, municipalities, groups, withoutGovernorate } = known;
  const names = ({ id, nameFa, nameEn }: { id: string; nameFa: string; nameEn: string }) => ({
    id,
    nameFa,
    nameEn,
  });
  const resolutions = review.resolutions.map(({ spans, origins: _, ...resolution }) => ({
    ...resolution,
    parties: resolution.parties.map(({ spans: _, ...party }) => ({
      ...party,
      state: partyState(party, known),
    })),
    line: spans[0]?.line ?? null,
    certainty: certaintyOf({ ...resolution, spans }),
    looks: wantsLook({ ...resolution, spans }),
    locks: locksOfResolution({ ...resolution, spans }, reach).map((lock) => lock.code),
    due: dueOf(resolution.deadline, review.header.heldOn, today, calendar),
  }));
  const twin = await findTwin(db, actor.place.id, draft);
  const changesToShow = async (minutesId: string) => {
    const { heldOn } = review.header;
    const issued = await issuedResolutions(db, actor.place.id, minutesId);
    const about = { placeId: actor.place.id, known, calendar, today, heldOn };
    const { words, owing, notTaken } = await changesOf(db, review, issued, about);
    return {
      words: words.map(({ issued: { number } }) => number),
      owing: owing.map(({ issued: { number }, parties }) => ({
        number,
        names: parties.map(({ party }) => party.name),
      })),
      notTaken,
      attendance: await attendanceChanges(db, actor.place.id, minutesId, review),
    };
  };
  return {
    id: draft.id,
    revision: draft.revision,
    updatedAt: draft.updatedAt,
    minutesId: draft.minutesId,
    /** The meeting whose own minutes it is: there it goes on, to comments and approval. */
    own:
      draft.meetingId === null ? null : { meetingId: draft.meetingId, isWriting: draft.life === "writing" },
    header: review.header,
    agenda: review.agenda,
    attendees: review.attendees,
    discussion: review.discussion,
    declaredCount: review.declaredCount,
    warnings: review.warnings.filter(({ code }) => !isSettled(code, review)).slice(0, 200),
    resolutions,
    groups,
    offices: offices.map(names),
    governorates: governorates.map(names),
    municipalities: municipalities.map(names),
    withoutGovernorate: usesGovernors(review, known) ? withoutGovernorate : [],
    locks: countLocks(review, known),
    effect: effectOf(review, known),
    source: sourceView(draft.sourceText, review, open),
    headLooks: headWantsLook(review.header),
    sure: review.resolutions.filter((resolution) => !resolution.checked && !wantsLook(resolution)).length,
    twin: twin && { ...twin, changes: twin.isIssued ? await changesToShow(twin.id) : null },
    neighbours: draft.meetingId
      ? { previous: null, next: null }
      : await queueNeighbours(db, actor.place.id, draft),
    mayIssue: may(actor, "issue", "Minutes"),
    calendar,
    lacking: {
      deadline: review.resolutions.filter((resolution) => lacks("deadline", resolution)).length,
      parties: review.resolutions.filter((resolution) => lacks("parties", resolution)).length,
    },
    given: review.together ? { part: review.together.part, count: canBeTakenBack(review) } : null,
    lastLimit: await lastLimit(db, actor.place.id),
  };
}

export type ReviewPage = Awaited<ReturnType<typeof reviewPage>>;
export type ShownResolution = ReviewPage["resolutions"][number];
/** `meeting` is the day of the meeting from which it counts; null where it would count from the issue. */
export type ShownDue = { day: IsoDate; closed: ClosedDay[]; meeting: IsoDate | null } | null;

function dueOf(
  deadline: ReviewDeadline | null,
  heldOn: IsoDate | null,
  today: IsoDate,
  calendar: WorkingCalendar,
): ShownDue {
  const limit = deadline && dayOf(deadline, heldOn ?? today, calendar);
  return limit && { ...limit, meeting: heldOn };
}

/** A person has saved the head: how many resolutions the document declares is what he says. */
function isSettled(code: Review["warnings"][number]["code"], { header }: Review): boolean {
  return header.revision > 1 && code.startsWith("declared-count");
}

/** How many offices a party stands for, or what is wrong with it. */
function partyState(party: ReviewResolution["parties"][number], known: Addressees) {
  if (party.kind === "unknown" || party.kind === "vague") return { kind: party.kind, size: 0 };
  if (party.kind === "group") {
    const size = known.groups.find((group) => group.code === party.groupCode)?.size ?? 0;
    return { kind: size === 0 ? ("empty" as const) : ("group" as const), size };
  }
  const found = nameableOffices(known).some((office) => office.id === party.officeId);
  return { kind: found ? ("office" as const) : ("no-office" as const), size: found ? 1 : 0 };
}

function usesGovernors(review: Review, { groups }: Addressees): boolean {
  const codes = groups.filter((group) => group.kind === "governorates").map((group) => group.code);
  return review.resolutions.some(({ parties }) =>
    parties.some((party) => codes.includes(party.groupCode ?? "")),
  );
}

/** The locks by kind, with how many there are and where the first one is. */
function countLocks(review: Review, known: Addressees) {
  const counted = new Map<LockCode, { code: LockCode; count: number; first: string | null }>();
  for (const { code, id } of locksOf(review, addressable(known))) {
    const so = counted.get(code);
    counted.set(code, { code, count: (so?.count ?? 0) + 1, first: so?.first ?? id ?? null });
  }
  return [...counted.values()];
}

/** What an issue would bring now. */
function effectOf(review: Review, known: Addressees) {
  const executives = known.offices.filter((office) => office.kind === "executive");
  const all = new Set<string>();
  let obligations = 0;
  let vague = 0;
  for (const { parties } of review.resolutions) {
    const debtors = new Set<string>();
    for (const party of parties) {
      const kind = known.groups.find((group) => group.code === party.groupCode)?.kind;
      if (party.kind === "vague") vague += 1;
      else if (party.kind === "office" && party.officeId) debtors.add(party.officeId);
      else if (kind === "offices") for (const office of executives) debtors.add(office.id);
      else if (kind === "governorates") for (const office of known.governorates) debtors.add(office.id);
      else for (const id of known.membersOf[party.groupCode ?? ""] ?? []) debtors.add(id);
    }
    obligations += debtors.size;
    for (const id of debtors) all.add(id);
  }
  return { obligations, offices: all.size, vague };
}
