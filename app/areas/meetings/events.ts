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
/** Somebody was invited: in a meeting that was announced he hears of it. */
export const InviteesAdded = event<{ meetingId: string }>("InviteesAdded");
/** Whom a list or a circle holds is to be invited. */
export const PeopleCalled = event<{ callingId: string }>("PeopleCalled");
/** A meeting that was announced sits. */
export const MeetingOpened = event<{ meetingId: string }>("MeetingOpened");
/** The draft of a meeting's minutes is open for comments; `by` is the key of whoever opened it. */
export const MinutesOpened = event<{ meetingId: string; draftId: string; by: string }>("MinutesOpened");
/**
 * The window for comments is over: it was ended, or the last of its days, `until`, is. What was ended or opened anew before
 * that day is told by itself.
 */
export const MinutesWindowOver = event<{ meetingId: string; draftId: string; until: string | null }>(
  "MinutesWindowOver",
);
/** Somebody who came without an invitation agreed to be asked into the network. */
export const WalkInAgreed = event<{ invitationId: string }>("WalkInAgreed");
/** The day has come on which invitees are reminded; `heldOn` is the day of the meeting as it then stood. */
export const InviteesToRemind = event<{ meetingId: string; which: string; heldOn: string }>(
  "InviteesToRemind",
);
/**
 * The holder of a post in a place below was invited, or what he was told of a meeting changed: `say` is the kind of the news,
 * `once` keeps it from being said twice. It happened in the place that holds the meeting, and is told in `divisionId`.
 */
export const PostBelowTold = event<{
  divisionId: number;
  postId: string;
  meetingId: string;
  invitationId: string;
  say: string;
  once: string;
}>("PostBelowTold");
/** The same of an office of a place below, whose officers are told there. */
export const OfficeBelowTold = event<{
  divisionId: number;
  officeId: string;
  meetingId: string;
  invitationId: string;
  say: string;
  once: string;
}>("OfficeBelowTold");
