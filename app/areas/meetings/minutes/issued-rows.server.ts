import { issuedDeadline, type Addressee, type IssuedText } from "~/areas/obligations/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, type IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import type { Addressees } from "./parties.server";
import type { Review, ReviewDeadline, ReviewParty, ReviewResolution } from "./review";

/**
 * Milliseconds within which minutes are issued: a thousand resolutions for all bodies of a province bring tens of thousands
 * of obligations at once.
 */
export const LONGEST_ISSUE = 60_000;

type Frame = { actor: PlacedActor; id: string; issuedOn: IsoDate; calendar: WorkingCalendar };

/**
 * Every row that the reviewed resolutions become; the minutes are `frame.id`. Limits without a date of their own count from
 * the day of the meeting, however late its minutes come; from the day of the issue only where the meeting has no date.
 */
export function rowsOf(review: Review, known: Addressees, frame: Frame) {
  const divisionId = frame.actor.place.id;
  const countsFrom = review.header.heldOn ?? frame.issuedOn;
  const all = review.resolutions.map((resolution) => {
    const { deadline } = resolution;
    if (!deadline) throw new Refusal("invalid", "minutes.issue.locked", { params: { count: 1 } });
    const id = uuidv7();
    const parties = resolution.parties.map((party) => ({ row: partyRow(divisionId, id, party), party }));
    return {
      resolution: resolutionRow(resolution, deadline, { ...frame, countsFrom, resolutionId: id }),
      items: itemRows(divisionId, id, resolution),
      parties: parties.map(({ row }) => row),
      text: {
        id,
        sourceKind: "resolution",
        recordId: frame.id,
        title: review.header.title,
        number: resolution.number,
        text: fullText(resolution),
        addressees: resolution.parties.map((party) => party.name).join("، "),
        deadline: issuedDeadline(deadline, countsFrom, frame.calendar),
        lines: parties.flatMap(({ row, party }) => {
          const to = addresseeOf(party, known);
          return to ? [{ partyId: row.id, to }] : [];
        }),
      } satisfies IssuedText,
    };
  });
  return {
    resolutions: all.map(({ resolution }) => resolution),
    items: all.flatMap(({ items }) => items),
    parties: all.flatMap(({ parties }) => parties),
    texts: all.map(({ text }) => text),
  };
}

function resolutionRow(
  resolution: ReviewResolution,
  deadline: ReviewDeadline,
  { actor, id, resolutionId, countsFrom, calendar }: Frame & { resolutionId: string; countsFrom: IsoDate },
) {
  const issued = issuedDeadline(deadline, countsFrom, calendar);
  return {
    divisionId: actor.place.id,
    id: resolutionId,
    minutesId: id,
    number: resolution.number,
    text: resolution.text,
    refersTo: resolution.refersTo,
    deadlineKind: deadline.kind,
    deadlineDays: deadline.kind === "relative" ? deadline.count : null,
    deadlineUnit: deadline.kind === "relative" ? deadline.unit : null,
    dueOn: issued.kind === "none" ? null : dateOf(issued.dueOn),
    cadence: deadline.kind === "continuous" ? deadline.cadence : null,
    receiver: deadline.kind === "continuous" ? deadline.receiver : null,
    noDeadlineReason: deadline.kind === "none" ? deadline.reason : null,
  };
}

export function itemRows(divisionId: number, resolutionId: string, { subItems }: ReviewResolution) {
  return subItems.map(({ label, text }, position) => ({
    divisionId,
    id: uuidv7(),
    resolutionId,
    position,
    label,
    text,
  }));
}

export function partyRow(divisionId: number, resolutionId: string, party: ReviewParty) {
  return {
    divisionId,
    id: uuidv7(),
    resolutionId,
    kind: party.kind,
    groupCode: party.groupCode ?? null,
    officeId: party.officeId ?? null,
    written: party.written || party.name,
  };
}

/** A vague group has no addressee yet. */
export function addresseeOf(party: ReviewParty, { groups }: Addressees): Addressee | null {
  if (party.kind === "office" && party.officeId) return { officeIds: [party.officeId] };
  const group = groups.find((candidate) => candidate.code === party.groupCode);
  return group && group.kind !== "vague" ? { group: group.code } : null;
}

/** What an office is given to read: the resolution with the sub-items that its text does not hold already. */
export function fullText({
  text,
  subItems,
}: {
  text: string;
  subItems: readonly { label: string; text: string }[];
}): string {
  const missing = subItems.filter((item) => !text.includes(item.text));
  return [text, ...missing.map((item) => `${item.label}) ${item.text}`)].join("\n");
}
