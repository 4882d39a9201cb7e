import type { MeetingState } from "../choices";

/** States in which people are invited, and invitations taken back. */
export const INVITING_STATES: readonly MeetingState[] = ["draft", "announced", "in-session"];

/** States in which an invitee answers. */
export const ANSWERING_STATES: readonly MeetingState[] = ["announced", "in-session"];
