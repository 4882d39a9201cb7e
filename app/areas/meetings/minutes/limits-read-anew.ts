import { isIsoDate, type IsoDate } from "~/lib/jalali";
import { readSource } from "~/lib/written-names/source";
import { readDeadline } from "./import/deadlines";
import type { Review, ReviewResolution } from "./review";

/**
 * The review with every limit that was reckoned from the day of the meeting («تا پایان مهر») reckoned from this day
 * instead. A limit that a person set, or that says its own year, stays.
 */
export function withLimitsFrom(review: Review, heldOn: IsoDate): Review {
  return { ...review, resolutions: review.resolutions.map((resolution) => readAnew(resolution, heldOn)) };
}

function readAnew(resolution: ReviewResolution, heldOn: IsoDate): ReviewResolution {
  const written = resolution.deadlineWritten ?? hintOf(resolution);
  if (written === undefined) return resolution;
  const { fold } = readSource(written);
  const alone = readDeadline(fold, null);
  const read = readDeadline(fold, heldOn);
  if (read.kind !== "read" || read.meaning.kind !== "dated") return resolution;
  const { date, confidence } = read.meaning;
  if (date === null || !isIsoDate(date)) return resolution;
  const needsMeeting = alone.kind !== "read" || alone.meaning.date !== date || confidence !== "clear";
  if (!needsMeeting || (resolution.suggested.on === date && isSame(resolution, confidence)))
    return resolution;
  const suggested = { ...resolution.suggested, kind: "dated" as const, on: date };
  const revision = resolution.revision + 1;
  if (resolution.deadlineWritten === undefined) return { ...resolution, revision, suggested };
  return {
    ...resolution,
    revision,
    suggested,
    deadline: { kind: "dated", on: date },
    deadlineCertainty: confidence,
  };
}

function isSame(
  { deadlineWritten, deadlineCertainty }: ReviewResolution,
  confidence: ReviewResolution["deadlineCertainty"],
): boolean {
  return deadlineWritten === undefined || deadlineCertainty === confidence;
}

/** Words of the sentence itself that only suggest a limit. */
function hintOf({ deadline, notes }: ReviewResolution): string | undefined {
  const note = notes.find((candidate) => candidate.code === "text-speaks-of-time");
  return deadline === null && note?.code === "text-speaks-of-time" ? note.written : undefined;
}
