import { event } from "~/kernel/event";

export const MeetingRecorded = event<{ meetingId: string }>("MeetingRecorded");
export const MeetingCancelled = event<{ meetingId: string }>("MeetingCancelled");
/** Minutes were issued: resolutions stand, obligations are owed. */
export const MinutesIssued = event<{ minutesId: string }>("MinutesIssued");
/** A vague group was given its offices, which now owe. */
export const PartyNamed = event<{ minutesId: string; partyId: string }>("PartyNamed");
/** Files of minutes wait to be read; `fileId` is the first of them. */
export const MinutesFilesBrought = event<{ fileId: string }>("MinutesFilesBrought");
