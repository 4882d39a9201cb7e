import type { ReviewAttendee } from "../minutes/review";

const told = ({ name, post, organisation }: ReviewAttendee): string =>
  [name, post, organisation].join("\u0000");

/**
 * Who took part as the draft of minutes says it, once the list they were taken from has changed: what stood there as the list
 * had it follows the list; whom a person wrote in or worded otherwise stays, and whom he took out is not brought back.
 */
export function mendedAttendees(
  draft: readonly ReviewAttendee[],
  before: readonly ReviewAttendee[],
  after: readonly ReviewAttendee[],
): ReviewAttendee[] {
  const stood = new Set(before.map(told));
  const written = new Set(draft.map(told));
  return [
    ...after.filter((one) => !stood.has(told(one)) || written.has(told(one))),
    ...draft.filter((one) => !stood.has(told(one))),
  ];
}
