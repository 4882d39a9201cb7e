import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { holdOpenDraft, keepReview } from "../draft.server";
import { withLimitsFrom } from "../limits-read-anew";
import type { Origins, ReviewAttendee } from "../review";
import type { ReviewHeaderForm } from "../schema";

/**
 * Saves the head of minutes under review, with the agenda and how many resolutions the document says it has. Limits
 * that nobody set are read anew from the day of the meeting as it now stands. Refuses
 * `conflict` with the other editor's words when he saved first.
 */
export async function editReviewHeader(
  actor: PlacedActor,
  draftId: string,
  input: ReviewHeaderForm,
  now = clock(),
) {
  authorize(actor, "import", "Minutes");
  return within(actor, async (db) => {
    const draft = await holdOpenDraft(db, actor, draftId);
    const { header, agenda, declaredCount } = draft.review;
    if (header.revision !== input.revision) {
      throw new Refusal("conflict", "refusal.changed", {
        theirs: {
          title: header.title,
          heldOn: header.heldOn ?? "",
          startsAt: header.startsAt ?? "",
          endsAt: header.endsAt ?? "",
          place: header.place ?? "",
          invitationNumber: header.invitationNumber ?? "",
          agenda: agenda.join("\n"),
          attendees: draft.review.attendees.map(inWords).join("\n"),
          discussion: draft.review.discussion.join("\n"),
          declaredCount: declaredCount === null ? "" : String(declaredCount),
        },
        revision: header.revision,
      });
    }
    await keepReview(
      db,
      actor,
      draft,
      {
        ...withLimitsFrom(draft.review, input.heldOn),
        agenda: input.agenda,
        ...(input.listsAttendees ? { attendees: attendeesOf(input) } : {}),
        ...(input.tellsDiscussion ? { discussion: input.discussion } : {}),
        declaredCount: input.declaredCount ?? null,
        header: {
          revision: header.revision + 1,
          title: input.title,
          heldOn: input.heldOn,
          startsAt: input.startsAt ?? null,
          endsAt: input.endsAt ?? null,
          place: input.place ?? null,
          invitationNumber: input.invitationNumber ?? null,
          certainty: "clear",
          ...(header.origins ? { origins: keptOrigins(header.origins) } : {}),
        },
      },
      now,
    );
    await audit(db, actor, "review", "Minutes", draftId, ["header"]);
    return { id: draftId };
  });
}

function attendeesOf({ attendees = [] }: ReviewHeaderForm): ReviewAttendee[] {
  return attendees.flatMap(({ name = "", post = "", organisation = "", standing = "present" }) =>
    name || post || organisation ? [{ name, post, organisation, standing, certainty: "clear" as const }] : [],
  );
}

/** Where each of the head was read; those present are told apart by their order, which a save may change. */
const keptOrigins = (origins: Origins): Origins =>
  Object.fromEntries(Object.entries(origins).filter(([name]) => !name.startsWith("attendee-")));

const inWords = ({ name, post, organisation, standing }: ReviewAttendee): string =>
  [name, post, organisation, standing].filter(Boolean).join(" · ");
