import type { Review, ReviewDeadline, ReviewParty, ReviewResolution, TogetherPart } from "./review";

/** Whether a resolution has nothing yet where many can be given the same at once. */
export const lacks = (
  part: TogetherPart,
  { deadline, parties }: Pick<ReviewResolution, TogetherPart>,
): boolean => (part === "deadline" ? deadline === null : parties.length === 0);

/** The review after one limit, or one party, was given to every resolution that had none. */
export function withGiven(
  review: Review,
  given: { deadline: ReviewDeadline } | { party: () => ReviewParty },
): { review: Review; count: number } {
  const part = "deadline" in given ? "deadline" : "parties";
  const on: { id: string; revision: number }[] = [];
  const resolutions = review.resolutions.map((resolution) => {
    if (!lacks(part, resolution)) return resolution;
    const revision = resolution.revision + 1;
    on.push({ id: resolution.id, revision });
    if ("party" in given) return { ...resolution, revision, parties: [given.party()] };
    const { deadlineCertainty: _certainty, deadlineWritten: _written, ...other } = resolution;
    return { ...other, revision, deadline: given.deadline };
  });
  return {
    review: on.length === 0 ? review : { ...review, resolutions, together: { part, on } },
    count: on.length,
  };
}

/** How many of those that were last given something at once nobody has changed since. */
export function canBeTakenBack({ together, resolutions }: Pick<Review, "together" | "resolutions">): number {
  if (!together) return 0;
  const revisions = new Map(together.on.map(({ id, revision }) => [id, revision]));
  return resolutions.filter(({ id, revision }) => revisions.get(id) === revision).length;
}

/** The review without what was last given at once; what somebody has changed since stays as he left it. */
export function withTakenBack(review: Review): Review {
  const { together, ...others } = review;
  if (!together) return review;
  const revisions = new Map(together.on.map(({ id, revision }) => [id, revision]));
  const resolutions = review.resolutions.map((resolution) => {
    if (revisions.get(resolution.id) !== resolution.revision) return resolution;
    const revision = resolution.revision + 1;
    return together.part === "deadline"
      ? { ...resolution, revision, deadline: null }
      : { ...resolution, revision, parties: [] };
  });
  return { ...others, resolutions };
}
