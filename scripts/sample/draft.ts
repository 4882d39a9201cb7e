import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { firstReview } from "~/areas/meetings/minutes/first-review";
import { parseMinutes } from "~/areas/meetings/minutes/import/parse";
import { summaryOf } from "~/areas/meetings/minutes/summary";
import { bodyGroups } from "../../prisma/seed/body-groups";
import { partyDictionary } from "../../prisma/seed/party-dictionary";
import type { Country } from "./country";
import type { Office } from "./offices";
import { instantOf, type Plan } from "./plan";
import type { Chance } from "./random";

/** Minutes that the province's expert has pasted and not yet reviewed. */
export function makeDraft(
  country: Country,
  chance: Chance,
  placeId: number,
  offices: readonly Office[],
  plan: Plan,
  byAccount: string,
): void {
  const source = readFileSync(new URL("../../prisma/seed/data/sample-minutes.txt", import.meta.url), "utf8");
  const at = instantOf(plan.today);
  const review = firstReview(parseMinutes(source, partyDictionary), {
    groups: bodyGroups,
    placeId,
    offices: offices.map((office) => ({
      ...office,
      organisationCode: office.code,
      groupOfFive: null,
      nameEn: office.nameFa,
    })),
  });
  const { title, resolutions, seen, toLook, undated } = summaryOf(review);
  country.add("minutes_draft", {
    division_id: placeId,
    id: chance.id(at),
    source_text: source,
    source_hash: createHash("sha256").update(source.trim()).digest("hex"),
    review: JSON.stringify(review),
    state: "review",
    created_at: at,
    updated_at: at,
    created_by_key: byAccount,
    revision: 1,
    title,
    held_on: review.header.heldOn,
    invitation_number: review.header.invitationNumber,
    resolutions,
    seen,
    to_look: toLook,
    undated,
  });
}
