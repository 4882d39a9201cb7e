import type { Outcome } from "../choices";

/**
 * How an outcome is kept: "action-needed" is a member reached, with something asked for. So silence and rates count it
 * as reached wherever they are counted.
 */
export function keptOutcome(outcome: Outcome): { outcome: Outcome; actionNeeded: boolean } {
  return outcome === "action-needed"
    ? { outcome: "reached", actionNeeded: true }
    : { outcome, actionNeeded: false };
}

/** The outcome as it was chosen, of a contact as it is kept. */
export function chosenOutcome(kept: { outcome: string; actionNeeded: boolean }): Outcome {
  return kept.actionNeeded ? "action-needed" : (kept.outcome as Outcome);
}
