import {
  dayFromNow,
  issuedDeadline,
  keepingWords,
  limitOn,
  type Addressee,
} from "~/areas/obligations/door.server";
import type { Db } from "~/kernel/db.server";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { addresseeOf, fullText } from "./issued-rows.server";
import { saysTheSame } from "./merged-review";
import { nameableOffices, type Addressees } from "./parties.server";
import type { Review, ReviewParty, ReviewResolution } from "./review";

/** What a newer copy says otherwise and issued minutes do not take over, each by the number of its resolution. */
export type NotTaken =
  | { code: "answered"; number: number; count: number }
  | { code: "deadline" | "absent"; number: number }
  | { code: "item-gone" | "party-gone" | "party-unclear" | "party-late"; number: number; name: string };

type FurtherParty = { party: ReviewParty; to: Addressee | null };

/** What a newer copy of issued minutes brings to the resolutions that they have already. */
export type IssuedChanges = {
  words: { issued: IssuedResolution; reviewed: ReviewResolution; full: string }[];
  owing: { issued: IssuedResolution; parties: FurtherParty[] }[];
  notTaken: NotTaken[];
};

export type IssuedResolution = Awaited<ReturnType<typeof issuedResolutions>>[number];

/** The resolutions of issued minutes with the texts that were issued of them. */
export async function issuedResolutions(db: Db, placeId: number, minutesId: string) {
  const rows = await db.resolution.findMany({
    where: { divisionId: placeId, minutesId },
    orderBy: { number: "asc" },
    include: { items: { orderBy: { position: "asc" } }, parties: { orderBy: { id: "asc" } } },
  });
  const texts = await db.issuance.findMany({ where: { divisionId: placeId, recordId: minutesId } });
  const byId = new Map(texts.map((text) => [text.id, text]));
  return rows.map((row) => ({ ...row, issuance: byId.get(row.id) ?? null }));
}

type Known = {
  placeId: number;
  known: Addressees;
  calendar: WorkingCalendar;
  today: IsoDate;
  heldOn: IsoDate | null;
};

/** The changes that a review brings to issued resolutions, and what of it stays as the ledger has it. */
export async function changesOf(
  db: Db,
  review: Review,
  issued: readonly IssuedResolution[],
  { placeId, known, calendar, today, heldOn }: Known,
): Promise<IssuedChanges> {
  const reviewedBy = new Map(review.resolutions.map((resolution) => [resolution.number, resolution]));
  const pairs = issued.flatMap((one) => {
    const reviewed = reviewedBy.get(one.number);
    return reviewed ? [{ issued: one, reviewed }] : [];
  });
  const words = pairs.flatMap((pair) => {
    const left = pair.issued.items.slice(pair.reviewed.subItems.length);
    const full = fullText({ text: pair.reviewed.text, subItems: [...pair.reviewed.subItems, ...left] });
    const before = pair.issued.issuance?.text ?? pair.issued.text;
    return pair.reviewed.text !== "" && !saysTheSame(before, full) ? [{ ...pair, full }] : [];
  });
  const keeping = await keepingWords(
    db,
    placeId,
    words.map((pair) => pair.issued.id),
  );
  const owing: IssuedChanges["owing"] = [];
  const notTaken: NotTaken[] = words.flatMap(({ issued: { id, number } }) => {
    const count = keeping.get(id) ?? 0;
    return count > 0 ? [{ code: "answered" as const, number, count }] : [];
  });
  for (const { issued: one, reviewed } of pairs) {
    const { number } = one;
    if (hasOtherDeadline(one, reviewed, heldOn ?? today, calendar))
      notTaken.push({ code: "deadline", number });
    for (const { label, text } of one.items.slice(reviewed.subItems.length))
      notTaken.push({ code: "item-gone", number, name: label || text });
    for (const party of one.parties) {
      if (!reviewed.parties.some((other) => isSameParty(party, other)))
        notTaken.push({ code: "party-gone", number, name: party.written });
    }
    const isLate = isOver(one, today, calendar);
    const parties: FurtherParty[] = [];
    for (const party of reviewed.parties) {
      if (one.parties.some((other) => isSameParty(other, party))) continue;
      const to = addresseeOf(party, known);
      const name = party.written || party.name;
      if (party.kind === "vague") parties.push({ party, to: null });
      else if (!to || isEmpty(to, known)) notTaken.push({ code: "party-unclear", number, name });
      else if (isLate) notTaken.push({ code: "party-late", number, name });
      else parties.push({ party, to });
    }
    if (parties.length > 0) owing.push({ issued: one, parties });
  }
  for (const { number } of issued) {
    if (!reviewedBy.has(number)) notTaken.push({ code: "absent", number });
  }
  return { words, owing, notTaken: notTaken.sort((a, b) => a.number - b.number) };
}

type KeptParty = IssuedResolution["parties"][number];

function isSameParty(kept: KeptParty, party: ReviewParty): boolean {
  if (kept.officeId || party.officeId) return kept.officeId === (party.officeId ?? null);
  if (kept.groupCode || party.groupCode) return kept.groupCode === (party.groupCode ?? null);
  return saysTheSame(kept.written, party.written || party.name);
}

/** Nobody is given an office that is not there, nor a group to which nobody belongs. */
function isEmpty(to: Addressee, known: Addressees): boolean {
  if ("group" in to) return !known.groups.find(({ code }) => code === to.group)?.size;
  const nameable = nameableOffices(known);
  return !to.officeIds.every((id) => nameable.some((office) => office.id === id));
}

function isOver({ issuance }: IssuedResolution, today: IsoDate, calendar: WorkingCalendar): boolean {
  const asked = issuance && dayFromNow(issuance, today);
  return Boolean(asked && limitOn(calendar, asked).day < today);
}

/** A deadline that the newer copy does not state is none that it changes. */
function hasOtherDeadline(
  one: IssuedResolution,
  { deadline }: ReviewResolution,
  from: IsoDate,
  calendar: WorkingCalendar,
): boolean {
  if (!deadline) return false;
  if (deadline.kind !== one.deadlineKind) return true;
  switch (deadline.kind) {
    case "dated": {
      const limit = issuedDeadline(deadline, from, calendar);
      return limit.kind !== "none" && one.dueOn !== null && limit.dueOn !== isoOfDate(one.dueOn);
    }
    case "relative":
      return deadline.count !== one.deadlineDays || deadline.unit !== one.deadlineUnit;
    case "continuous":
      return deadline.cadence !== one.cadence || deadline.receiver !== one.receiver;
    case "none":
      return deadline.reason !== one.noDeadlineReason;
  }
}
