import { searchKey } from "~/lib/persian-text";
import { withLimitsFrom } from "./limits-read-anew";
import type { Review, ReviewAttendee, ReviewResolution } from "./review";

const bare = (text: string) => searchKey(text).replace(/[^\p{L}\p{N}]/gu, "");

/** Whether two texts say the same, whatever their spaces, marks and spelling of letters. */
export const saysTheSame = (a: string, b: string): boolean => bare(a) === bare(b);

/**
 * A review brought up to date from a newer reading of the same minutes. A resolution keeps its id by its number; one whose
 * words are the same keeps everything that a person settled, one whose words changed keeps its deadline and waits for a
 * look. What the newer document has no more stays when a person has seen or added it.
 */
export function mergedReview(before: Review, newer: Review): Review {
  const byNumber = new Map(before.resolutions.map((resolution) => [resolution.number, resolution]));
  const found = newer.resolutions.map((resolution) =>
    mergedResolution(byNumber.get(resolution.number), resolution),
  );
  const kept = new Set(found.map(({ id }) => id));
  const numbers = new Set(found.map(({ number }) => number));
  const left = before.resolutions.filter(
    ({ id, number, checked, spans }) =>
      !kept.has(id) && !numbers.has(number) && (checked || spans.length === 0),
  );
  const isSettled = before.header.revision > 1;
  const merged: Review = {
    ...newer,
    header: isSettled ? before.header : { ...newer.header, revision: before.header.revision + 1 },
    agenda: isSettled ? before.agenda : newer.agenda,
    attendees: isSettled ? withFurther(before.attendees, newer.attendees) : newer.attendees,
    discussion: isSettled ? before.discussion : newer.discussion,
    resolutions: [...found, ...left].sort((a, b) => a.number - b.number),
  };
  return isSettled && before.header.heldOn ? withLimitsFrom(merged, before.header.heldOn) : merged;
}

/** Those whom a person has settled stay as they are; whom only the newer copy names comes behind them. */
function withFurther(settled: readonly ReviewAttendee[], newer: readonly ReviewAttendee[]): ReviewAttendee[] {
  const isSame = (a: ReviewAttendee, b: ReviewAttendee) =>
    a.name !== "" || b.name !== ""
      ? saysTheSame(a.name, b.name)
      : saysTheSame(`${a.post} ${a.organisation}`, `${b.post} ${b.organisation}`);
  return [...settled, ...newer.filter((each) => !settled.some((other) => isSame(other, each)))];
}

function mergedResolution(before: ReviewResolution | undefined, newer: ReviewResolution): ReviewResolution {
  if (!before) return newer;
  const revision = before.revision + 1;
  const { spans, continuationLines } = newer;
  if (saysTheSame(before.text, newer.text)) {
    return before.checked
      ? { ...before, spans, continuationLines, revision }
      : { ...withSetLimit(before, newer), id: before.id, revision };
  }
  return { ...withSetLimit(before, newer), id: before.id, revision };
}

/** A limit that a person set stays; one that was only read gives way to the newer reading. */
function withSetLimit(before: ReviewResolution, newer: ReviewResolution): ReviewResolution {
  if (before.deadline === null || before.deadlineWritten !== undefined) return newer;
  const { deadlineCertainty: _, deadlineWritten: __, ...read } = newer;
  return { ...read, deadline: before.deadline };
}
