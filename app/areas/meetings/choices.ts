/**
 * What the fields of this area's records may be. Kept apart from the schemas, so that a page shows these without carrying
 * the validator.
 */

/**
 * thematic (S4-a6), officials among the people (S4-a7), joint with bodies, councils and municipalities (S4-a8), the
 * provincial one of each month (S4-b5), meetings of councils and committees, and any other.
 */
export const MEETING_KINDS = ["thematic", "among-people", "joint", "provincial", "council", "other"] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** The kinds that a duty's report counts: a desk always shows them. */
export const COUNTED_KINDS = ["thematic", "among-people", "joint"] as const satisfies readonly MeetingKind[];

export const MEETING_STATES = ["draft", "announced", "in-session", "held", "cancelled"] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** The sides of the list of meetings: what is to come, what was held, what was called off. */
export const MEETING_VIEWS = ["planned", "held", "cancelled"] as const;
export type MeetingView = (typeof MEETING_VIEWS)[number];

/** Classes of participants, counted and not named. */
export const PARTICIPANTS = ["network", "bodies", "councils", "municipalities", "people"] as const;
export type Participants = (typeof PARTICIPANTS)[number];
export type Attendance = Record<Participants, number>;

/** What becomes of a meeting of a series that falls on a closed day. */
export const CLOSED_DAY_RULES = ["keep", "next-working", "skip"] as const;
export type ClosedDayRule = (typeof CLOSED_DAY_RULES)[number];

export const QUORUM_KINDS = ["none", "count", "half", "two-thirds"] as const;
export type QuorumKind = (typeof QUORUM_KINDS)[number];

/** What fills a section of an agenda by itself: what is owed still (S0, S2), or what hinders the counties (S4-b5). */
const FILLS = ["follow-up", "obstacles"] as const;
export type Fills = (typeof FILLS)[number];

/** A section of a type's agenda with the minutes meant for it. */
export type AgendaSection = { fa: string; en: string; minutes: number; fills?: Fills };

/** Longest document that is read, in characters. */
export const LONGEST_MINUTES = 1_000_000;

/** Largest file that is read, in bytes: a text of that length in the longest encoding, or a document with its pictures. */
export const LARGEST_MINUTES_FILE = 8 * 1024 * 1024;

/** Most files that are brought in at once, and their bytes together. */
export const MOST_MINUTES_FILES = 400;
export const MOST_MINUTES_BYTES = 32 * 1024 * 1024;

/** Why a file of minutes could not be read. */
export const MINUTES_FILE_PROBLEMS = [
  "empty",
  "not-text",
  "picture",
  "pdf",
  "encrypted",
  "old-office",
  "other-office",
  "broken",
  "too-large",
  "too-large-inside",
  "too-long",
] as const;
export type MinutesFileProblem = (typeof MINUTES_FILE_PROBLEMS)[number];

export const APPLY_TO = ["undated", "until-next", "same-parties", "all"] as const;

/** Characters of a name, a post or a body of one who took part. */
export const LONGEST_OF_ATTENDEE = 300;
export const MOST_ATTENDEES = 300;
/** What was said is edited up to here; a longer one is kept as it was read. */
export const LONGEST_DISCUSSION = 100_000;
