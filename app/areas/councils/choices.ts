/** What the fields of a council may be; client-safe. */
export const COUNCIL_KINDS = ["council", "committee"] as const;
export type CouncilKind = (typeof COUNCIL_KINDS)[number];

/** Where somebody sits. A guest («مدعو») is heard and counts neither for the composition nor for the quorum. */
export const SEATS = ["chair", "secretary", "member", "guest"] as const;
export type Seat = (typeof SEATS)[number];

/** Of the members who have to be there: more than half, two thirds, a number, or whoever comes. */
export const QUORUM_KINDS = ["half", "two-thirds", "count", "none"] as const;
export type QuorumKind = (typeof QUORUM_KINDS)[number];

/** Days before the end of a term from which the page says so. */
export const TERM_ENDS_SOON = 60;
