import { event } from "~/kernel/event";

export const MeetingRecorded = event<{ meetingId: string }>("MeetingRecorded");
/** A planned meeting is known from now on: whom it concerns is told. */
export const MeetingAnnounced = event<{ meetingId: string }>("MeetingAnnounced");
/** An announced meeting has another day, hour or place; `sequence` counts such changes. */
export const MeetingMoved = event<{ meetingId: string; sequence: number }>("MeetingMoved");
export const MeetingCancelled = event<{ meetingId: string }>("MeetingCancelled");
/** Minutes were issued: resolutions stand, obligations are owed. */
export const MinutesIssued = event<{ minutesId: string }>("MinutesIssued");
/** A vague group was given its offices, which now owe. */
export const PartyNamed = event<{ minutesId: string; partyId: string }>("PartyNamed");
/** Files of minutes wait to be read; `fileId` is the first of them. */
export const MinutesFilesBrought = event<{ fileId: string }>("MinutesFilesBrought");
