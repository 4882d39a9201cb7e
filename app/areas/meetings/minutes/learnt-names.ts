import { partyKey } from "~/lib/written-names/party-key";
import { isSame } from "./first-review";
import type { Review, ReviewParty, ReviewResolution } from "./review";

/** Whom a written name means, as a review keeps it. */
export type Meant = Pick<ReviewParty, "kind" | "groupCode" | "officeId" | "name">;

/**
 * The review after somebody said whom a written name means: where the very name waits unknown, or was learnt before, it
 * is now read so, as a guess that says where it comes from. What a person has looked at stays as he left it.
 */
export function withLearntName(review: Review, written: string, meant: Meant): Review {
  const key = partyKey(written);
  const followed = new Set<number>();
  const resolutions = review.resolutions.map((resolution) => {
    if (resolution.checked || !resolution.parties.some((party) => waits(party, key, meant)))
      return resolution;
    followed.add(resolution.number);
    const parties = followedParties(resolution, key, meant);
    return { ...resolution, revision: resolution.revision + 1, parties, ...rowOf(resolution, parties) };
  });
  if (followed.size === 0) return review;
  const warnings = review.warnings.filter(
    ({ code, number = -1, written: words = "" }) =>
      code !== "party-unknown" || !followed.has(number) || partyKey(words) !== key,
  );
  return { ...review, resolutions, warnings };
}

function waits(party: ReviewParty, key: string, meant: Meant): boolean {
  if (party.kind !== "unknown" && !party.learnt) return false;
  return partyKey(party.written) === key && !isSame(party, { ...party, ...meant });
}

/** A numbered row was a guess because nobody in it was known; with its party it is told as other rows are. */
function rowOf({ numberCertainty, textCertainty }: ReviewResolution, parties: readonly ReviewParty[]) {
  const wasGuessed = textCertainty === "guess" && numberCertainty === "clear";
  const isKnown = parties.every(({ kind }) => kind !== "unknown");
  return wasGuessed && isKnown ? { textCertainty: "likely" as const } : {};
}

function followedParties({ parties }: ReviewResolution, key: string, meant: Meant): ReviewParty[] {
  const followed = parties.map((party): ReviewParty => {
    if (!waits(party, key, meant)) return party;
    const { id, written, spans } = party;
    const { kind, groupCode, officeId, name } = meant;
    return {
      id,
      kind,
      name,
      written,
      certainty: "likely",
      learnt: true,
      ...(groupCode ? { groupCode } : {}),
      ...(officeId ? { officeId } : {}),
      ...(spans ? { spans } : {}),
    };
  });
  return followed.filter((party, index) => followed.findIndex((other) => isSame(other, party)) === index);
}
