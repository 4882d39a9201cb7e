import { z } from "zod";
import { choice, jalaliDay, line, paragraphs, revision, timeOfDay, wholeNumber } from "~/kernel/fields";
import {
  MEETING_KINDS,
  PARTICIPANTS,
  type Attendance,
  type MeetingKind,
  type Participants,
} from "../choices";

const MOST_PARTICIPANTS = 100_000;
const count = wholeNumber(0, MOST_PARTICIPANTS).optional();

type Refuse = (field: string, message: string) => void;

/** What the numbers must say for a meeting of that kind. */
function checkAttendance(kind: MeetingKind, attendance: Partial<Attendance>, refuse: Refuse): void {
  const present = (...classes: Participants[]) => classes.some((one) => (attendance[one] ?? 0) > 0);
  if (kind === "joint") {
    if (!present("network")) refuse("network", "meetings.joint-needs-network");
    if (!present("bodies")) refuse("bodies", "meetings.joint-needs-bodies");
    if (!present("councils", "municipalities")) refuse("councils", "meetings.joint-needs-councils");
  } else if (!present(...PARTICIPANTS)) refuse("network", "meetings.nobody-came");
}

/** What is wrong with who took part in a meeting of that kind: the first thing, or null. */
export function attendanceProblem(
  kind: MeetingKind,
  attendance: Partial<Attendance>,
): { field: string; message: string } | null {
  const problems: { field: string; message: string }[] = [];
  checkAttendance(kind, attendance, (field, message) => void problems.push({ field, message }));
  return problems[0] ?? null;
}

const fields = {
  kind: choice(MEETING_KINDS),
  title: line(200),
  heldOn: jalaliDay,
  startsAt: timeOfDay.optional(),
  endsAt: timeOfDay.optional(),
  place: line(200).optional(),
  summary: paragraphs(4000).optional(),
  network: count,
  bodies: count,
  councils: count,
  municipalities: count,
  people: count,
};

type MeetingWords = z.output<z.ZodObject<typeof fields>>;

function check(meeting: MeetingWords, ctx: z.RefinementCtx): void {
  const refuse: Refuse = (field, message) => ctx.addIssue({ code: "custom", path: [field], message });
  if (meeting.startsAt && meeting.endsAt && meeting.endsAt <= meeting.startsAt) {
    refuse("endsAt", "meetings.ends-before-start");
  }
  checkAttendance(meeting.kind, meeting, refuse);
}

export const RecordMeeting = z.object(fields).superRefine(check);
export type RecordMeeting = z.output<typeof RecordMeeting>;

export const EditMeeting = z.object({ ...fields, revision }).superRefine(check);
export type EditMeeting = z.output<typeof EditMeeting>;

export const CancelMeeting = z.object({ reason: paragraphs(1000), revision });
export type CancelMeeting = z.output<typeof CancelMeeting>;
