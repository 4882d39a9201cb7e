import { learnName } from "~/areas/bodies/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { chosenParties } from "../chosen-parties.server";
import { holdOpenDraft, keepReview } from "../draft.server";
import { withLearntName, type Meant } from "../learnt-names";
import { isSame } from "../first-review";
import type { ReviewParty, ReviewResolution } from "../review";
import { deadlineSaid, type ReviewResolutionForm } from "../schema";

/**
 * Saves one resolution under review as a person has settled it, and, where asked, gives its deadline to similar ones.
 * Refuses `conflict` with the other editor's words when he saved this very resolution first, and before it replaces
 * deadlines of others in a draft that changed since it was shown, and for a resolution that he removed: the page then
 * offers what was typed as one to add. `missing` for a party that is not to be had in the place.
 */
export async function editReviewResolution(
  actor: PlacedActor,
  draftId: string,
  resolutionId: string,
  input: ReviewResolutionForm,
  now = clock(),
) {
  authorize(actor, "import", "Minutes");
  return within(actor, async (db) => {
    const draft = await holdOpenDraft(db, actor, draftId);
    const before = draft.review.resolutions.find((resolution) => resolution.id === resolutionId);
    if (!before) throw new Refusal("conflict", "minutes.review.removed");
    if (before.revision !== input.revision) {
      throw new Refusal("conflict", "refusal.changed", {
        theirs: wordsOf(before),
        revision: before.revision,
      });
    }
    const added = await chosenParties(db, actor, input.add ?? [], now);
    const kept = before.parties.filter((party) => input.keep?.includes(party.id));
    const parties = [...kept, ...added].filter(
      (party, index, all) => all.findIndex((other) => isSame(other, party)) === index,
    );
    const lesson = await learnFrom(db, actor, before.parties, parties, now);
    const deadline = deadlineSaid(input);
    const { deadlineCertainty: _certainty, deadlineWritten: _written, ...settled } = before;
    const saved: ReviewResolution = {
      ...settled,
      revision: before.revision + 1,
      checked: true,
      number: input.number,
      text: input.text,
      parties,
      subItems: (input.items ?? []).flatMap((item, index) =>
        item.text
          ? [{ label: item.label ?? String(index + 1), text: item.text, certainty: "clear" as const }]
          : [],
      ),
      refersTo: input.refersTo ?? [],
      deadline,
    };
    const applies = appliesTo(input.applyTo, saved);
    const replaced = draft.review.resolutions.filter(
      (other) => other.id !== saved.id && other.deadline !== null && deadline !== null && applies(other),
    );
    if (input.applyTo && draft.revision !== input.draftRevision && replaced.length > 0) {
      throw new Refusal("conflict", "minutes.review.apply-changed", {
        theirs: { applyTo: replaced.map((other) => String(other.number)).join(" · ") },
        revision: before.revision,
      });
    }
    const resolutions = draft.review.resolutions.map((resolution) => {
      if (resolution.id === saved.id) return saved;
      if (!deadline || !applies(resolution)) return resolution;
      const { deadlineCertainty: _, deadlineWritten: __, ...other } = resolution;
      return { ...other, revision: resolution.revision + 1, deadline };
    });
    resolutions.sort((a, b) => a.number - b.number);
    const review = { ...draft.review, resolutions };
    // At once in the draft at hand, whose next resolution opens now; a job sees to all others.
    const taught = lesson ? withLearntName(review, lesson.written, lesson.meant) : review;
    await keepReview(db, actor, draft, taught, now);
    await audit(db, actor, "review", "Minutes", draftId, ["resolutions"]);
    return { id: draftId, resolutionId };
  });
}

/** A resolution as its form has it, field by field. */
function wordsOf(resolution: ReviewResolution): Record<string, string> {
  const { deadline } = resolution;
  const { kind, ...parts } = deadline ?? { kind: "" };
  const { on, ...others } = { on: undefined, ...parts };
  return {
    number: String(resolution.number),
    text: resolution.text,
    parties: resolution.parties.map((party) => party.name).join("\n"),
    items: resolution.subItems.map((item) => `${item.label} ${item.text}`).join("\n"),
    refersTo: resolution.refersTo.join(" · "),
    kind,
    ...(on ? { dueOn: on } : {}),
    ...Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)])),
  };
}

/** Whether a deadline goes to another resolution as well. */
function appliesTo(choice: ReviewResolutionForm["applyTo"], saved: ReviewResolution) {
  const names = (resolution: ReviewResolution) =>
    resolution.parties
      .map((party) => party.name)
      .sort()
      .join("|");
  return (resolution: ReviewResolution): boolean => {
    switch (choice) {
      case "undated":
        return resolution.deadline === null;
      case "until-next":
        return resolution.deadline === null && resolution.untilNext === true;
      case "same-parties":
        return names(resolution) === names(saved);
      case "all":
        return true;
      case undefined:
        return false;
    }
  };
}

/**
 * A party that the reader did not know, and the one that a person put in its stead, are a lesson for the next minutes. It is
 * one only where one went and one came, and the newcomer is a group or an office of the place.
 */
async function learnFrom(
  db: Db,
  actor: PlacedActor,
  before: readonly ReviewParty[],
  after: readonly ReviewParty[],
  now: Date,
): Promise<{ written: string; meant: Meant } | null> {
  const [gone, ...othersGone] = before.filter((party) => !after.some(({ id }) => id === party.id));
  const [come, ...othersCome] = after.filter((party) => !before.some(({ id }) => id === party.id));
  if (!gone || !come || othersGone.length > 0 || othersCome.length > 0) return null;
  const { written } = gone;
  if (gone.kind !== "unknown" || written === "") return null;
  const target = await targetOf(db, actor, come);
  const isLearnt = target !== null && (await learnName(db, actor, written, target, now));
  return isLearnt ? { written, meant: come } : null;
}

async function targetOf(db: Db, actor: PlacedActor, { kind, groupCode, officeId }: ReviewParty) {
  if (kind === "group" && groupCode) return { groupCode };
  if (kind !== "office" || !officeId) return null;
  // The office of another place is meant in these minutes alone: the words say nothing of the place.
  return db.office.findUnique({
    where: { divisionId_id: { divisionId: actor.place.id, id: officeId } },
    select: { organisationId: true },
  });
}
