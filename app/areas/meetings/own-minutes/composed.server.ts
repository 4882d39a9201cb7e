import { getCouncil } from "~/areas/councils/queries.server";
import type { Db } from "~/kernel/db.server";
import { normalise } from "~/lib/persian-text";
import { getCalling, type Calling } from "../calling/planned.server";
import { LONGEST_OF_ATTENDEE, MOST_ATTENDEES } from "../choices";
import { bareResolution, type Review, type ReviewAttendee, type ReviewResolution } from "../minutes/review";
import type { ReadDocument } from "../minutes/new-draft.server";
import { listOutcomes, listSessionItems, type OutcomeRow, type SessionItem } from "../session/queries.server";
import { writtenMinutes, type WrittenMinutes, type WrittenResolution } from "./written";
import { itemLabel, listOf, WORDS, othersWritten } from "./written-words";

/**
 * Whether an outcome stands in the table of resolutions: what was resolved or promised is owed, and so is what was decided or
 * asked for somebody, or by a day.
 */
const isResolved = ({ kind, parties, deadline }: OutcomeRow) =>
  kind === "resolution" || kind === "promise" || (kind !== "information" && Boolean(parties ?? deadline));

/** What else came of a meeting, each in its place in the text. */
const SAID_AS = {
  information: null,
  resolution: null,
  decision: WORDS.decided,
  "people-ask": WORDS.peopleAsk,
  "bodies-ask": WORDS.bodiesAsk,
  promise: WORDS.promise,
} as const;

function saidOf({ kind, text, speaker, place }: OutcomeRow): string {
  const by = listOf([speaker, place].filter((one) => one !== null));
  const head = [SAID_AS[kind], by].filter(Boolean).join(" ");
  return head ? `${head}: ${text}` : text;
}

/** What was said, under the item of the agenda to which it belongs. */
function discussionOf(items: readonly SessionItem[], outcomes: readonly OutcomeRow[]): string[] {
  const said = outcomes.filter((outcome) => !isResolved(outcome));
  const of = (itemId: string | null) => said.filter((outcome) => outcome.itemId === itemId).map(saidOf);
  const known = new Set(items.map(({ id }) => id));
  return [
    ...items.flatMap(({ id, title }) => {
      const lines = of(id);
      return lines.length > 0 ? [`${title}:`, ...lines] : [];
    }),
    ...of(null),
    ...said.filter(({ itemId }) => itemId !== null && !known.has(itemId)).map(saidOf),
  ].map((line) => normalise(line.replace(/\s+/g, " ")));
}

/** What is owed, in the words of the meeting: a promise and an ask say whose they are. */
const owedWords = (outcome: OutcomeRow) =>
  outcome.kind === "resolution" || outcome.kind === "decision" ? outcome.text : saidOf(outcome);

const resolvedOf = (outcomes: readonly OutcomeRow[]): WrittenResolution[] =>
  outcomes.filter(isResolved).map((outcome, index) => ({
    number: index + 1,
    text: normalise(owedWords(outcome).replace(/\s+/g, " ")),
    items: outcome.items.map((item, at) => ({ label: itemLabel(at), text: normalise(item) })),
    // Whoever promised owes it, until a person says who does.
    parties: outcome.parties ?? (outcome.kind === "promise" ? (outcome.speaker ?? "") : ""),
    deadline: outcome.deadline ?? "",
  }));

/** Who was invited and how he took part, those who were there first. */
export async function listAttendees(
  db: Db,
  divisionId: number,
  meetingId: string,
): Promise<ReviewAttendee[]> {
  const rows = await db.$queryRaw<(Omit<ReviewAttendee, "certainty"> & { all: number; came: number })[]>`
    select (count(*) over ())::int as all, (count(*) filter (where standing <> 'absent') over ())::int as came, standing, left(name, ${LONGEST_OF_ATTENDEE}) as name, left(post, ${LONGEST_OF_ATTENDEE}) as post,
      left(organisation, ${LONGEST_OF_ATTENDEE}) as organisation
    from (select coalesce(i.attended, 'absent') as standing, i.number,
        case when i.attended = 'deputy' and i.deputy_name is not null then i.deputy_name
          when i.kind = 'office' then '' else coalesce(p.full_name, i.name) end as name,
        coalesce(case when i.attended = 'deputy' then i.deputy_role end, s.title_fa, i.role_title, '') as post,
        coalesce(o.name_fa, i.organisation, '') as organisation
      from meeting_invitation i
        left join person p on p.division_id = i.division_id and p.id = i.person_id
        left join office o on o.division_id = i.office_division_id and o.id = i.office_id
        left join post s on s.division_id = i.post_division_id and s.id = i.post_id
      where i.division_id = ${divisionId} and i.meeting_id = ${meetingId}::uuid and i.withdrawn_at is null) a
    order by array_position(array['present', 'deputy', 'guest', 'absent'], standing), number limit ${MOST_ATTENDEES}`;
  const [first] = rows;
  const named = first && first.all > MOST_ATTENDEES ? rows.slice(0, MOST_ATTENDEES - 1) : rows;
  const attendees = named.map(({ all: _all, came: _came, ...row }) => ({
    ...row,
    certainty: "clear" as const,
  }));
  if (!first || named.length === rows.length) return attendees;
  // A list has an end; whom it does not name it counts.
  const came = first.came - named.filter(({ standing }) => standing !== "absent").length;
  const name = othersWritten(first.all - named.length, came);
  return [...attendees, { name, post: "", organisation: "", standing: "guest", certainty: "clear" }];
}

export type Composed = Omit<WrittenMinutes, "attendees"> & { attendees: ReviewAttendee[]; meeting: Calling };

/** What the meeting of a place left behind, as its minutes say it. Refuses `missing`. */
export async function composeMinutes(db: Db, place: { id: number }, meetingId: string): Promise<Composed> {
  const meeting = await getCalling(db, { lo: place.id, hi: place.id }, meetingId);
  const items = await listSessionItems(db, place.id, meetingId);
  const outcomes = await listOutcomes(db, place.id, meetingId);
  const { title, heldOn, startsAt, endsAt, invitationNumber } = meeting;
  return {
    meeting,
    header: { title: normalise(title), heldOn, startsAt, endsAt, place: meeting.place, invitationNumber },
    agenda: items.map((item) => normalise(item.title)),
    attendees: await listAttendees(db, place.id, meetingId),
    discussion: discussionOf(items, outcomes),
    resolutions: resolvedOf(outcomes),
  };
}

export const writtenText = (composed: Composed): string => writtenMinutes(composed);

/**
 * The review of minutes that were composed: what the meeting's own records say stands as they say it; parties and limits
 * are what the reader made of the words that were written down, for a person to look at.
 */
export function reviewOfComposed(composed: Composed, read: ReadDocument): Review {
  const { header, agenda, attendees, discussion, resolutions } = composed;
  const byNumber = new Map(read.review.resolutions.map((resolution) => [resolution.number, resolution]));
  return {
    header: { ...header, revision: 1, certainty: "clear" },
    agenda: [...agenda],
    attendees,
    discussion: [...discussion],
    declaredCount: null,
    resolutions: resolutions.map(({ number, text, items }): ReviewResolution => {
      const { origins, ...resolution } = byNumber.get(number) ?? bareResolution(number, text);
      return {
        ...resolution,
        ...(origins ? { origins } : {}),
        numberCertainty: "clear",
        text,
        textCertainty: "clear",
        subItems: items.map((item) => ({ ...item, certainty: "clear" as const })),
      };
    }),
    warnings: [],
  };
}

/** Which session of its council a meeting is, where it is one. */
export async function councilOf(
  db: Db,
  divisionId: number,
  meetingId: string,
): Promise<{ id: string; nameFa: string; nameEn: string; firstNumber: number } | null> {
  const row = await db.meeting.findUnique({
    where: { divisionId_id: { divisionId, id: meetingId } },
    select: { councilId: true },
  });
  if (!row?.councilId) return null;
  const { id, nameFa, nameEn, firstNumber } = await getCouncil(db, divisionId, row.councilId);
  return { id, nameFa, nameEn, firstNumber };
}
