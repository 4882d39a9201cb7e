import { dateOf } from "~/lib/jalali";
import { certaintyOf, type Review, type ReviewResolution } from "./review";

/**
 * Whether a resolution still wants a person's eye: a guess that nobody has looked at, or a question that only a person
 * answers, asked until it is answered.
 */
export function wantsLook(resolution: ReviewResolution): boolean {
  return (
    certaintyOf(resolution) === "guess" ||
    resolution.text === "" ||
    resolution.parties.length === 0 ||
    resolution.parties.some(({ kind, officeId }) => kind === "unknown" || (kind === "office" && !officeId))
  );
}

/** The same of what stands above them. */
export function headWantsLook({ title, heldOn, certainty }: Review["header"]): boolean {
  return title === "" || heldOn === null || certainty === "guess";
}

/** What the queue says of a draft; kept beside the review, which is too large to be read for a list. */
export function summaryOf({ header, resolutions }: Review) {
  return {
    title: header.title,
    heldOn: header.heldOn ? dateOf(header.heldOn) : null,
    invitationNumber: header.invitationNumber,
    resolutions: resolutions.length,
    seen: resolutions.filter(({ checked }) => checked).length,
    toLook: resolutions.filter(wantsLook).length + (headWantsLook(header) ? 1 : 0),
    undated: resolutions.filter(({ deadline }) => deadline === null).length,
  };
}

/** The review with everything that is sure marked as seen. */
export function withSureSeen(review: Review): Review {
  return {
    ...review,
    resolutions: review.resolutions.map((resolution) =>
      resolution.checked || wantsLook(resolution)
        ? resolution
        : { ...resolution, checked: true, revision: resolution.revision + 1 },
    ),
  };
}
