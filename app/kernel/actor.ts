import type { Ability } from "./authorize";

/** Roles that a post may carry. What each may do stands in the areas' `ability.ts`. */
export const ROLES = [
  "assistant",
  "expert",
  "governor",
  "representative",
  "provincial-expert",
  "national-officer",
  "national-expert",
] as const;
export type Role = (typeof ROLES)[number];

export type Level = "nation" | "province" | "county";

/** A division as an actor stands in it. `lo`..`hi` is its subtree; `ancestors` are itself and the ids above it. */
export type Place = {
  id: number;
  level: Level;
  nameFa: string;
  nameEn: string;
  /** The place above, by name; none above the nation. */
  parent?: { nameFa: string; nameEn: string };
  lo: number;
  hi: number;
  ancestors: number[];
};

/**
 * Who acts, for one request or job, in one place.
 * - staff: holds an appointment in force in the place
 * - system: a worker's job, in the place
 * - member: a person of the network on his own page: his rows and nobody else's
 * - office: an executive body's officer by personal link: one office
 * - public: anybody, perhaps with a tracking code
 * - door: before anyone is known (sign-in, links)
 * - relay: carries events and jobs
 * - administrator: the platform's administrator; no domain data
 */
export type ActorKind =
  | "staff"
  | "system"
  | "member"
  | "office"
  | "public"
  | "door"
  | "relay"
  | "administrator";

/** The hidden field by which a form says in which post it was opened, where its sender has several in the place. */
export const FROM_POST = "fromPost";

export type Actor = {
  kind: ActorKind;
  /** Account id, link id or a worker's name: stands in audit and idempotency. */
  key: string;
  /** Name as timelines print it. */
  name: string;
  accountId?: string;
  appointmentId?: string;
  postId?: string;
  role?: Role;
  /** Whose deputy the actor is today: the holder's key, none while the post is vacant. His name stands in `name` too. */
  actingFor?: { key: string | null; name: string };
  place?: Place;
  office?: { divisionId: number; officeId: string; ancestors: number[] };
  trackingCode?: string;
  /** What somebody without an account holds, as the database keeps it: a join form's token, the hash of a member's. */
  token?: string;
  /** Whose own page it is: read by him as `member`, written by his county's hand (`system`) for nobody else. */
  member?: { divisionId: number; personId: string };
  /** Whose invitation it is: his place's hand (`system`) writes what he says, about that one alone. */
  invitationId?: string;
  ability: Ability;
};

/** An actor that certainly stands in a place. */
export type PlacedActor = Actor & { place: Place };

/**
 * The keys that count as one hand where nobody may verify or approve his own: the actor, and the holder for whom he acts.
 */
export function handsOf(actor: Pick<Actor, "key" | "actingFor">): string[] {
  return actor.actingFor?.key ? [actor.key, actor.actingFor.key] : [actor.key];
}

/** In whose hands a thing is that is this actor's: his own, the holder's for whom he acts, his post's. */
export function ownerKeys(actor: Pick<Actor, "key" | "actingFor" | "postId">): string[] {
  return actor.postId ? [...handsOf(actor), actor.postId] : handsOf(actor);
}

/** Whether what these keys did was done by the actor's own hand, his deputy's, or the hand for which he acts. */
export function isOwnHand(
  actor: Pick<Actor, "key" | "actingFor">,
  ...keys: readonly (string | null)[]
): boolean {
  return keys.some((key) => key !== null && handsOf(actor).includes(key));
}

/** Interval, level and ancestors from the id alone: nation 0; province a multiple of 1000; county inside it. */
export function scopeOf(id: number): Pick<Place, "level" | "lo" | "hi" | "ancestors"> {
  if (id === 0) return { level: "nation", lo: 0, hi: 99_999, ancestors: [0] };
  if (id % 1000 === 0) return { level: "province", lo: id, hi: id + 999, ancestors: [id, 0] };
  return { level: "county", lo: id, hi: id, ancestors: [id, Math.floor(id / 1000) * 1000, 0] };
}
