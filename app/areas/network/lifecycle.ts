import { addDays, daysBetween, type IsoDate } from "~/lib/jalali";
import type { Tier } from "./choices";

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
