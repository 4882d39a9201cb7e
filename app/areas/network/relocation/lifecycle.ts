/**
 * The life of an offer that a person goes over to another county.
 * - offered: his county has offered it, and he has not answered; the other county knows nothing
 * - consented: he agrees, and the other county is asked
 * - accepted: he stands in the other county's register; declined: it said no
 * - refused: he said no, or took his word back; withdrawn: his county took it back; expired: nobody decided in time
 */
export const RELOCATION_STATES = [
  "offered",
  "consented",
  "accepted",
  "declined",
  "refused",
  "withdrawn",
  "expired",
] as const;
export type RelocationState = (typeof RELOCATION_STATES)[number];

/** Who turns it. */
export type RelocationEnd = "person" | "origin" | "receiver";

/** Turns, whose they are, from where and where to; what is not here does not exist. */
export const RELOCATION_TURNS = {
  consent: { by: "person", from: ["offered"], to: "consented" },
  refuse: { by: "person", from: ["offered", "consented"], to: "refused" },
  withdraw: { by: "origin", from: ["offered", "consented"], to: "withdrawn" },
  expire: { by: "origin", from: ["offered", "consented"], to: "expired" },
  accept: { by: "receiver", from: ["consented"], to: "accepted" },
  decline: { by: "receiver", from: ["consented"], to: "declined" },
} as const satisfies Record<
  string,
  { by: RelocationEnd; from: readonly RelocationState[]; to: RelocationState }
>;
export type RelocationTurn = keyof typeof RELOCATION_TURNS;

export const isOpen = (state: RelocationState): boolean => state === "offered" || state === "consented";

/** Days for which an offer may be decided. */
export const RELOCATION_DAYS = 30;

/** Why somebody goes; kinds and no words, so that nothing about him travels in them. */
export const RELOCATION_REASONS = ["home", "work", "study", "family", "other"] as const;
export type RelocationReason = (typeof RELOCATION_REASONS)[number];

/** What goes along with him beside name and number, when he ticks it. */
export const LUGGAGE = ["ways", "capacities"] as const;
