/**
 * What the fields of an invitation may be. Kept apart from the schemas, so that a page shows these without carrying the
 * validator.
 */

/** What an invitation is addressed to; whoever came without one is a walk-in. */
export const INVITEE_KINDS = ["office", "post", "person", "guest", "walk-in"] as const;
export type InviteeKind = (typeof INVITEE_KINDS)[number];

export const REPLIES = ["yes", "deputy", "no"] as const;
export type Reply = (typeof REPLIES)[number];

/** How somebody took part, by the list or by the code of the meeting. */
export const ATTENDED = ["present", "deputy", "guest", "absent"] as const;
export type Attended = (typeof ATTENDED)[number];

/** Who of them was there. */
export const CAME = ["present", "deputy", "guest"] as const satisfies readonly Attended[];

/** Most invitations of one meeting. */
export const MOST_INVITEES = 2000;

/** Where the people come from who are invited at once. */
export const CALLING_KINDS = ["list", "circle"] as const;
export type CallingKind = (typeof CALLING_KINDS)[number];

/** runs: a job is at it; full: the meeting has as many as it may; gone: the list or circle is there no more. */
export const CALLING_STATES = ["runs", "done", "full", "gone"] as const;
export type CallingState = (typeof CALLING_STATES)[number];

/** What a list of invitations is narrowed to. */
export const INVITED_FILTERS = ["all", "yes", "deputy", "no", "silent"] as const;
export type InvitedFilter = (typeof INVITED_FILTERS)[number];

/** Days after the meeting's end for which a link still opens. */
export const LINK_DAYS_AFTER = 1;

/** Days after which the number of a deputy is forgotten; the database holds them as well. */
export const DEPUTY_DAYS = 180;

/** How often a wrong code is taken from one invitee. */
export const MOST_CODE_TRIES = 8;
