import type { RecordMeeting } from "~/areas/meetings/schema/meeting";

/** A held thematic meeting as its form gives it. */
export function aMeeting(given: Partial<RecordMeeting> = {}): RecordMeeting {
  return {
    kind: "thematic",
    title: "نشست آب و فاضلاب روستایی",
    heldOn: "2026-12-10",
    startsAt: "10:00",
    network: 12,
    bodies: 3,
    ...given,
  };
}
