/**
 * What the fields of this area's records may be. Kept apart from the schemas, so that a page shows these without carrying
 * the validator.
 */

/** What staff are told; each has a sentence in `messages.ts`. */
export const NEWS = [
  "minutes-issued",
  "obligation-reported",
  "obligation-verified",
  "obligation-rejected",
  "obligation-re-dated",
  "obligation-ended",
  "obligations-issued",
  "silent-chased",
  "offices-reminded",
  "silence-escalated",
  "limits-moved",
  "issued-limits-moved",
  "obstacle-raised",
  "obstacle-answered",
  "obstacle-contested",
  "report-submitted",
  "report-commented",
  "report-returned",
  "report-approved",
  "report-accepted",
  "report-reopened",
  "report-unapproved",
  "report-rehearsal",
  "report-due-soon",
  "report-overdue",
  "report-silent",
  "demand-answered",
  "demand-judged-solved",
  "demand-judged-partly",
  "demand-judged-no",
  "person-erased",
  "calls-assigned",
  "holder-appointed",
  "holder-ended",
  "holder-link",
  "deputy-named",
  "deputy-ended",
  "glass-opened",
  "relocation-waits",
  "relocation-consented",
  "relocation-refused",
  "relocation-withdrawn",
  "relocation-accepted",
  "relocation-declined",
  "relocation-expired",
  "office-merged",
  "office-abolished",
  "office-returned",
  "paper-written",
  "obligation-day-asked",
  "words-corrected",
  "office-owes",
  "office-chased",
  "office-reminded",
  "officer-appointed",
  "officer-ended",
  "officer-link",
  "county-closed",
  "county-succeeded",
  "county-reopened",
  "meeting-invited",
  "meeting-moved",
  "meeting-cancelled",
  "meeting-reminder",
  "visit-announced",
  "visit-moved",
  "visit-cancelled",
  "visit-missed",
  "visit-reported",
  "meeting-withdrawn",
  "minutes-for-comment",
  "minutes-to-approve",
] as const;
export type News = (typeof NEWS)[number];

/** What somebody may wish to hear in one way or another: each kind of news belongs to one. */
export const TOPICS = [
  "meetings",
  "obligations",
  "reminders",
  "demands",
  "obstacles",
  "reports",
  "network",
  "posts",
  "bodies",
] as const;
export type Topic = (typeof TOPICS)[number];

const TOPIC_OF_PREFIX: readonly (readonly [prefix: string, topic: Topic])[] = [
  ["meeting-", "meetings"],
  ["visit-", "meetings"],
  ["obligations-issued", "obligations"],
  ["obligation", "obligations"],
  ["minutes-for-comment", "meetings"],
  ["minutes-to-approve", "meetings"],
  ["minutes-", "obligations"],
  ["words-", "obligations"],
  ["office-owes", "obligations"],
  ["silent-", "reminders"],
  ["silence-", "reminders"],
  ["offices-reminded", "reminders"],
  ["office-chased", "reminders"],
  ["office-reminded", "reminders"],
  ["limits-", "reminders"],
  ["issued-limits", "reminders"],
  ["demand-", "demands"],
  ["obstacle-", "obstacles"],
  ["report-", "reports"],
  ["paper-", "reports"],
  ["person-", "network"],
  ["calls-", "network"],
  ["glass-", "network"],
  ["relocation-", "network"],
  ["holder-", "posts"],
  ["deputy-", "posts"],
  ["officer-", "posts"],
  ["office-", "bodies"],
  ["county-", "bodies"],
];

/** What a kind of news is about. */
export function topicOf(kind: string): Topic {
  return TOPIC_OF_PREFIX.find(([prefix]) => kind.startsWith(prefix))?.[1] ?? "bodies";
}

/** urgent: goes out at any hour, on any day. ordinary: waits for the hours and days on which offices work. */
export const URGENCIES = ["urgent", "ordinary"] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What somebody must not learn a day late: the way is made in vain, or somebody else holds a key. */
export const URGENT = [
  "meeting-moved",
  "meeting-cancelled",
  "visit-moved",
  "visit-cancelled",
  "meeting-withdrawn",
  "holder-link",
  "officer-link",
  "glass-opened",
] as const satisfies readonly News[];
export const urgencyOf = (kind: string): Urgency =>
  URGENT.some((news) => news === kind) ? "urgent" : "ordinary";

/** Ways out of the pages. What is told stands on the pages in any case. */
export const CHANNELS = ["email", "sms"] as const;
export type Channel = (typeof CHANNELS)[number];

/** now: each by itself. digest: gathered, once a day or a week. off: on the pages alone. */
export const WISHES = ["now", "digest", "off"] as const;
export type Wish = (typeof WISHES)[number];

/** How often what is gathered goes out. */
export const RHYTHMS = ["daily", "weekly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What holds for whoever said nothing: an e-mail a day, and an SMS only where a day is too late. */
export function wishByDefault(kind: string, channel: Channel): Wish {
  if (urgencyOf(kind) === "urgent") return "now";
  if (topicOf(kind) === "meetings") return "now";
  return channel === "email" ? "digest" : "off";
}

/** Kinds of messages: news, and what was gathered of it. */
export type MessageKind = News | "digest";

/**
 * Variables of a sentence: counts, codes, names of places and offices, titles of documents; nothing about a person. A
 * name in two languages is `nameFa` and `nameEn`; a `period`, and a `day` (ISO), is written out in the reader's language.
 */
export type Vars = Record<string, string | number>;
