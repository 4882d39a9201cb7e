import type { Review } from "../minutes/review";
import type { WrittenMinutes } from "./written";
import { deadlineWritten, listOf } from "./written-words";

/** Minutes as a page or a paper shows them: the words alone, without how they were read. */
export type ShownMinutes = WrittenMinutes;

export const shownMinutes = (review: Review): ShownMinutes => ({
  header: {
    title: review.header.title,
    heldOn: review.header.heldOn,
    startsAt: review.header.startsAt,
    endsAt: review.header.endsAt,
    place: review.header.place,
    invitationNumber: review.header.invitationNumber,
  },
  agenda: review.agenda,
  attendees: review.attendees.map(({ name, post, organisation, standing }) => ({
    name,
    post,
    organisation,
    standing,
  })),
  discussion: review.discussion,
  resolutions: review.resolutions.map(({ number, text, subItems, parties, deadline }) => ({
    number,
    text,
    items: subItems
      .filter((item) => !text.includes(item.text))
      .map(({ label, text: words }) => ({ label, text: words })),
    parties: listOf(parties.map(({ name }) => name)),
    deadline: deadlineWritten(deadline),
  })),
});
