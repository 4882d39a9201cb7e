import { event } from "~/kernel/event";

export const MeetingRecorded = event<{ meetingId: string }>("MeetingRecorded");
export const MeetingCancelled = event<{ meetingId: string }>("MeetingCancelled");
