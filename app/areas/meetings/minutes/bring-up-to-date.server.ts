import {
  calendarOf,
  correctIssuedTexts,
  dayFromNow,
  issueObligations,
  limitOn,
  textFromNow,
} from "~/areas/obligations/door.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn, type IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { PartyNamed } from "../events";
import type { DraftRow } from "./draft.server";
import { changesOf, issuedResolutions, type IssuedChanges } from "./issued-changes.server";
import { itemRows, partyRow, rowsOf } from "./issued-rows.server";
import { renewAttendance } from "./kept-attendance.server";
import { locksOfResolution } from "./locks";
import { addressable, listAddressees } from "./parties.server";
import type { ReviewResolution } from "./review";

/**
 * Brings issued minutes up to date from a held draft: a resolution keeps its id by its number, and so do its obligations:
 * the words of those that wait for their answer follow, and a further party owes as well. Who took part and what was said
 * follow the newer copy where it tells of them. What `changesOf` calls not taken stays as the ledger has it. A resolution
 * that is new is issued. Refuses `invalid` while a new resolution wants an answer and for a number that stands twice.
 */
export async function bringUpToDate(
  db: Db,
  actor: PlacedActor,
  draft: Pick<DraftRow, "review" | "sourceHash">,
  issued: { id: string; heldOn: IsoDate | null },
  now: Date,
): Promise<void> {
  const resolutions = await issuedResolutions(db, actor.place.id, issued.id);
  refuseRepeated(draft.review.resolutions);
  const today = todayIn(now);
  const known = await listAddressees(db, actor.place, today);
  const numbers = new Set(resolutions.map(({ number }) => number));
  const added = draft.review.resolutions.filter(({ number }) => !numbers.has(number));
  const locks = added.flatMap((resolution) => locksOfResolution(resolution, addressable(known)));
  if (locks.length > 0)
    throw new Refusal("invalid", "minutes.twin.locked", { params: { count: locks.length } });

  const { heldOn } = issued;
  const calendar = await calendarOf(db, actor.place, today, heldOn ?? today);
  const about = { placeId: actor.place.id, known, calendar, today, heldOn };
  const changes = await changesOf(db, draft.review, resolutions, about);
  await correct(db, actor, changes.words, now);
  const further = await addParties(db, actor, changes, { calendar, now });
  const header = { ...draft.review.header, heldOn };
  const rows = rowsOf({ ...draft.review, header, resolutions: added }, known, {
    actor,
    id: issued.id,
    issuedOn: today,
    calendar,
  });
  await db.resolution.createMany({ data: rows.resolutions });
  await db.resolutionItem.createMany({ data: rows.items });
  await db.resolutionParty.createMany({ data: rows.parties });
  await issueObligations(db, actor, rows.texts, now);
  await renewAttendance(db, actor.place.id, issued.id, draft.review);
  await db.minutes.updateMany({
    where: { divisionId: actor.place.id, id: issued.id },
    data: { sourceHash: draft.sourceHash },
  });
  // Those who owe nothing new are told nothing.
  for (const partyId of [...further, ...rows.parties.map(({ id }) => id)]) {
    await emit(db, actor, PartyNamed, { minutesId: issued.id, partyId });
  }
}

/** Ids are taken by number: one that stands twice could be either. */
function refuseRepeated(resolutions: readonly ReviewResolution[]): void {
  const seen = new Set<number>();
  for (const { number } of resolutions) {
    if (seen.has(number)) throw new Refusal("invalid", "minutes.twin.repeated", { params: { number } });
    seen.add(number);
  }
}

async function correct(db: Db, actor: PlacedActor, words: IssuedChanges["words"], now: Date): Promise<void> {
  if (words.length === 0) return;
  const divisionId = actor.place.id;
  const changed = words.map(({ issued: { id }, reviewed: { text, refersTo } }) => ({ id, text, refersTo }));
  await db.$executeRaw`
    update resolution r set text = c.text, refers_to = c."refersTo"
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c (id uuid, text text, "refersTo" int[])
    where r.division_id = ${divisionId} and r.id = c.id`;
  await correctItems(db, divisionId, words);
  const texts = words.map(({ issued: { id }, full }) => ({ id, text: full }));
  await correctIssuedTexts(db, actor, texts, now);
}

/** Sub-items keep their ids by their places; none goes. */
async function correctItems(db: Db, divisionId: number, words: IssuedChanges["words"]): Promise<void> {
  const kept = words.flatMap(({ issued, reviewed }) =>
    issued.items.flatMap(({ id }, position) => {
      const item = reviewed.subItems[position];
      return item ? [{ id, label: item.label, text: item.text }] : [];
    }),
  );
  await db.$executeRaw`
    update resolution_item i set label = c.label, text = c.text
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as c (id uuid, label text, text text)
    where i.division_id = ${divisionId} and i.id = c.id`;
  await db.resolutionItem.createMany({
    data: words.flatMap(({ issued, reviewed }) =>
      itemRows(divisionId, issued.id, reviewed).slice(issued.items.length),
    ),
  });
}

/** Further parties of a resolution owe it from now on, by the day of the text, as whoever also owes it does. */
async function addParties(
  db: Db,
  actor: PlacedActor,
  { owing, words }: IssuedChanges,
  { calendar, now }: { calendar: WorkingCalendar; now: Date },
): Promise<string[]> {
  const divisionId = actor.place.id;
  const today = todayIn(now);
  const fullOf = new Map(words.map(({ issued: { id }, full }) => [id, full]));
  const added = owing.map(({ issued, parties }) => {
    const lines = parties.map(({ party, to }) => ({ row: partyRow(divisionId, issued.id, party), to }));
    return { issued, lines };
  });
  const rows = added.flatMap(({ lines }) => lines.map(({ row }) => row));
  await db.resolutionParty.createMany({ data: rows });
  const texts = added.flatMap(({ issued: { id, issuance }, lines }) => {
    const debtors = lines.flatMap(({ row, to }) => (to ? [{ partyId: row.id, to }] : []));
    if (!issuance || debtors.length === 0) return [];
    const asked = dayFromNow(issuance, today);
    const limit = asked ? limitOn(calendar, asked) : null;
    const text = { ...issuance, text: fullOf.get(id) ?? issuance.text };
    return [textFromNow(text, limit && { dueOn: limit.day, askedOn: limit.asked }, debtors)];
  });
  if (texts.length > 0) await issueObligations(db, actor, texts, now);
  return rows.map(({ id }) => id);
}
