import type { AbolitionState } from "./what-moves";

/** After this long without an end an act is taken up again, in milliseconds: longer than all its jobs take. */
const STUCK_MS = 60 * 60_000;

export const stuckBefore = (now: Date) => new Date(now.getTime() - STUCK_MS);

export function isStuck(
  { state, stateSince }: { state: AbolitionState; stateSince: Date | string },
  now: Date,
): boolean {
  return (state === "moving" || state === "undoing") && new Date(stateSince) < stuckBefore(now);
}
