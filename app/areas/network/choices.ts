import type { NetworkKey } from "./messages";

/**
 * What the fields of this area's records may be. Kept apart from the schemas, so that a page shows these without carrying
 * the validator.
 */

/** How close a member stands: decides how often he is to hear from us. */
export const TIERS = ["core", "active", "wide"] as const;
export type Tier = (typeof TIERS)[number];

/**
 * The joining path. What is kept of a person is where he was put; `cold` and `dormant` are an active member on whom
 * silence has fallen, and follow from the day (`stateOn`).
 * - identified: known and not yet asked; invited: asked to join; active: in the network
 * - archived: no longer in it, for a reason; cancelled: a wrong record, counted nowhere
 */
export const PERSON_STATES = [
  "identified",
  "invited",
  "active",
  "cold",
  "dormant",
  "archived",
  "cancelled",
] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** States that stand in the record itself. */
export type KeptState = Exclude<PersonState, "cold" | "dormant">;

/** How somebody may enter the register. */
export const ENTRY_STATES = ["active", "invited", "identified"] as const;
export type EntryState = (typeof ENTRY_STATES)[number];
/** Where the people of a list stand unless it is said otherwise: whoever is in a phone book is known, and no more. */
export const IMPORT_STEP = "identified" satisfies EntryState;

/** Why somebody is no longer in the network. */
export const ARCHIVE_REASONS = ["asked", "moved", "died", "duplicate", "unreachable", "no-longer"] as const;
/** One of these, or an entry that a place has added to the catalogue. */
export type ArchiveReason = string;

/** What a step of the joining path may give as its reason: why somebody left, by which door he came, or that his list was taken back. */
export type StepReason = ArchiveReason | "join-form" | "relocated" | "list-undone";

/** Where an entry's words stand among the messages; a place's own words are laid over them (`OwnWords`). */
export const capacityKey = (code: Capacity): NetworkKey => `network.capacity.${code}` as NetworkKey;
export const reasonKey = (code: ArchiveReason): NetworkKey => `network.reason.${code}` as NetworkKey;

/** What somebody can bring along; kinds of work, never what he believes. */
export const CAPACITIES = [
  "expertise",
  "teaching",
  "media",
  "venue",
  "transport",
  "coordination",
  "field-work",
  "funding",
] as const;
/** One of these, or an entry that a place has added to the catalogue. */
export type Capacity = string;

const CAPACITY_WORDS = "network.capacity.";

/** Every capacity that people of a place may carry: those of the application, and those that the place's words are for. */
export const capacitiesWith = (ownWords: Readonly<Record<string, string>>): Capacity[] => {
  const own = Object.keys(ownWords).filter((key) => key.startsWith(CAPACITY_WORDS));
  return [...new Set([...CAPACITIES, ...own.map((key) => key.slice(CAPACITY_WORDS.length))])];
};

/** in-person: somebody was visited; meeting: he was among those who came together. */
export const CHANNELS = ["phone", "in-person", "meeting", "message"] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Only "reached" ends a silence, and "action-needed", which is reached with something asked for; the others say that it
 * was tried.
 */
export const OUTCOMES = [
  "reached",
  "action-needed",
  "no-answer",
  "call-back",
  "left-message",
  "wrong-number",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** In how many days to call back, at one tap. */
export const AGAIN_IN = ["1", "3", "7"] as const;

/** Fields of activity: a kind of work. They stand on circles, never on a person. */
export const FIELDS = ["social", "cultural", "economic", "religious", "scientific"] as const;
export type Field = (typeof FIELDS)[number];

/** What somebody is in a circle; it has one convener at a time. */
export const CIRCLE_ROLES = ["member", "convener", "deputy"] as const;
export type CircleRole = (typeof CIRCLE_ROLES)[number];

/** For how many days a join form may be open. */
export const JOIN_LINK_DAYS = ["7", "30", "90", "365"] as const;

/** Why a request to join is declined. */
export const DECLINE_REASONS = ["elsewhere", "unreachable", "not-real", "changed-mind", "other"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** waiting: for the county; then what it decided, or that it was forgotten undecided. */
export const JOIN_REQUEST_STATES = ["waiting", "accepted", "declined", "forgotten"] as const;
export type JoinRequestState = (typeof JOIN_REQUEST_STATES)[number];

/** Days for which a request to join waits before it is forgotten; the database knows them as well. */
export const WAITING_DAYS = 90;

/** Days before that on which the assistant is told. */
export const FORGET_WARNING_DAYS = 14;

/** The two records of a pair, the older one first. */
export const SIDES = ["first", "second"] as const;

/** How long two merged records may be parted again, in days. */
export const UNDO_MERGE_DAYS = 30;

/** How long a look from above into a county's people may be open, in minutes. */
export const GLASS_MINUTES = ["15", "30", "60"] as const;

/** What was seen under it: a list opened, a name on it, a file. */
export type LookKind = "list" | "listed" | "person";
