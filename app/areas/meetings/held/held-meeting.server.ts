import { Refusal } from "~/kernel/refusal";
import { dateOf, todayIn, type IsoDate } from "~/lib/jalali";
import { PARTICIPANTS, type Attendance } from "../choices";
import { type RecordMeeting } from "../schema/meeting";

/** A meeting held is one whose day has come. */
export function refuseFutureDay(heldOn: IsoDate, now: Date): void {
  if (heldOn > todayIn(now)) throw new Refusal("invalid", "meetings.not-held-yet", { field: "heldOn" });
}

/** Columns of a meeting from its form. */
export function wordsOf(input: RecordMeeting) {
  return {
    kind: input.kind,
    title: input.title,
    heldOn: dateOf(input.heldOn),
    startsAt: input.startsAt ?? null,
    endsAt: input.endsAt ?? null,
    place: input.place ?? null,
    summary: input.summary ?? null,
  };
}

/** One row for each class that took part. */
export function attendanceOf(divisionId: number, meetingId: string, input: Partial<Attendance>) {
  return PARTICIPANTS.flatMap((participants) => {
    const count = input[participants] ?? 0;
    return count > 0 ? [{ divisionId, meetingId, participants, count }] : [];
  });
}
