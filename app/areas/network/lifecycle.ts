import { addDays, daysBetween, type IsoDate } from "~/lib/jalali";
import type { KeptState, PersonState, Tier } from "./choices";

/**
 * Steps on the joining path.
 * - invite: he is asked to join; join: he said yes; archive: he is no longer in the network, for a reason
 * - restore: he comes back, and his history with him; cancel: the record is wrong, and counts nowhere
 */
export const STEPS = ["invite", "join", "restore", "archive", "cancel"] as const;
export type Step = (typeof STEPS)[number];

/** States from which each step leads, and where to; what is not here does not exist. */
export const PATH: Readonly<Record<Step, { from: readonly KeptState[]; to: KeptState }>> = {
  invite: { from: ["identified"], to: "invited" },
  join: { from: ["identified", "invited"], to: "active" },
  restore: { from: ["archived"], to: "active" },
  archive: { from: ["identified", "invited", "active"], to: "archived" },
  cancel: { from: ["identified", "invited", "active", "archived"], to: "cancelled" },
};

export function allows(state: KeptState, step: Step): boolean {
  return PATH[step].from.includes(state);
}

/** Steps that a person in this state may take, in the order in which they are offered. */
export function stepsFrom(state: KeptState): Step[] {
  return STEPS.filter((step) => allows(state, step));
}

/** Whether somebody in this state may be contacted at all: before joining too, for how else would he be invited. */
export function isReachable(state: KeptState): boolean {
  return REACHABLE.some((one) => one === state);
}

/** States in which somebody is on the path. */
export const REACHABLE = ["identified", "invited", "active"] as const satisfies readonly KeptState[];

/** Cadences of silence after which a cold member is dormant. */
export const DORMANT_AFTER = 2;

/** How long a contact just written down may be taken back, in minutes. */
export const UNDO_MINUTES = 10;

/** Agreed interval of contact per tier, in days. */
export type Cadence = Record<Tier, number>;

/** What holds where nobody has published a cadence. */
export const USUAL_CADENCE: Cadence = { core: 30, active: 60, wide: 120 };

export type Silence = {
  /** Days since the member was last reached. */
  days: number;
  /** The tier's agreed interval, in days. */
  cadence: number;
  /** Past the interval. */
  isCold: boolean;
};

/** How long a member has not been heard of, against his tier's cadence. */
export function silenceOf(quietSince: IsoDate, tier: Tier, cadence: Cadence, today: IsoDate): Silence {
  const days = Math.max(0, daysBetween(quietSince, today));
  return { days, cadence: cadence[tier], isCold: days > cadence[tier] };
}

/** The first day on which a member quiet since that day is past his cadence. */
export function coldFrom(quietSince: IsoDate, tier: Tier, cadence: Cadence): IsoDate {
  return addDays(quietSince, cadence[tier] + 1);
}

/** Where a person stands on a day: an active member past his cadence is cold, past twice of it dormant. */
export function stateOn(
  person: { state: KeptState; quietSince: IsoDate; tier: Tier },
  cadence: Cadence,
  today: IsoDate,
): PersonState {
  if (person.state !== "active") return person.state;
  const silence = silenceOf(person.quietSince, person.tier, cadence, today);
  if (silence.days > DORMANT_AFTER * silence.cadence) return "dormant";
  return silence.isCold ? "cold" : "active";
}

const PATH_OF_ALL: readonly PersonState[] = ["identified", "invited", "active"];

/**
 * The way to where a person stands: of the steps before it those that his history tells, for not everybody was invited who
 * is a member. A state beside the path stands at its end.
 */
export function wayTo(state: PersonState, passed: readonly KeptState[]): readonly PersonState[] {
  if (state === "archived" || state === "cancelled") return [state];
  const at = PATH_OF_ALL.indexOf(state === "cold" || state === "dormant" ? "active" : state);
  const way = PATH_OF_ALL.filter((one, index) => index >= at || passed.some((step) => step === one));
  if (state === "cold") return [...way, "cold"];
  return state === "dormant" ? [...way, "cold", "dormant"] : way;
}
