import { listGroups, listKnownParties, listOffices, listOfficesBelow } from "~/areas/bodies/queries.server";
import { namedPlaces } from "~/areas/divisions/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { within, type Db } from "~/kernel/db.server";
import { sha256Hex, uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import { asJson } from "./draft.server";
import { firstReview } from "./first-review";
import { parseMinutes } from "./import/parse";
import { summaryOf } from "./summary";
import type { Review } from "./review";

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A document that was read: its words, what they hash to, and what was made of them. */
export type ReadDocument = { source: string; hash: string; review: Review };

/** What a place knows of those whom minutes may name. */
export async function knownOf(actor: PlacedActor, now: Date) {
  const today = todayIn(now);
  return within(
    actor,
    async (db) => {
      const parties = await listKnownParties(db);
      return {
        today,
        dictionary: parties.map(({ nameFa, ...party }) => ({ ...party, canonical: nameFa })),
        groups: await listGroups(db),
        places: await namedPlaces(db, actor.place),
        placeId: actor.place.id,
        offices: [
          ...(await listOffices(db, actor.place.id, today)),
          ...(await listOfficesBelow(db, actor.place, today)),
        ],
      };
    },
    { readOnly: true },
  );
}

/** Reads the words of a document. Takes processor time in line with their length: outside any unit of work. */
export async function readDocument(
  text: string,
  known: Awaited<ReturnType<typeof knownOf>>,
): Promise<ReadDocument> {
  // PostgreSQL stores no NUL, and half a pair is no character: one for one, so that every offset stays.
  const source = text.replaceAll("\u0000", "\uFFFD").replace(LONE_SURROGATE, "\uFFFD");
  return {
    source,
    hash: await sha256Hex(source.replace(/\r\n?/g, "\n").trim()),
    review: firstReview(parseMinutes(source, known.dictionary, known.places, known.today), known),
  };
}

export type Imported = { state: "new" | "draft" | "issued"; id: string };

/**
 * Keeps a document as a draft. The very same text leads to its draft under review, or to the minutes that were issued of
 * it; other words for a meeting that the place has minutes of are a draft that says so.
 */
export async function keepNewDraft(
  db: Db,
  actor: PlacedActor,
  { source, hash, review }: ReadDocument,
  now: Date,
  createdByKey = actor.key,
): Promise<Imported> {
  const divisionId = actor.place.id;
  const issued = await db.minutes.findUnique({
    where: { divisionId_sourceHash: { divisionId, sourceHash: hash } },
    select: { id: true },
  });
  if (issued) return { state: "issued", id: issued.id };
  const open = await db.minutesDraft.findFirst({
    where: { divisionId, sourceHash: hash, state: "review" },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  if (open) return { state: "draft", id: open.id };
  const id = uuidv7();
  await db.minutesDraft.create({
    data: {
      divisionId,
      id,
      sourceText: source,
      sourceHash: hash,
      review: asJson(review),
      state: "review",
      createdAt: now,
      updatedAt: now,
      createdByKey,
      ...summaryOf(review),
      ...(await twinOf(db, divisionId, review)),
    },
  });
  await audit(db, actor, "import", "Minutes", id);
  return { state: "new", id };
}

type Candidate = { id: string; title: string; number: string | null; isIssued: boolean };

/** Minutes of the same day with the same number, or with the same title where one has no number. */
async function twinOf(db: Db, divisionId: number, { header }: Review) {
  if (header.heldOn === null) return {};
  const candidates = await db.$queryRaw<Candidate[]>`
    select id, title, invitation_number as number, true as "isIssued"
      from minutes where division_id = ${divisionId} and held_on = ${header.heldOn}::date
    union all
    select id, title, invitation_number, false
      from minutes_draft
      where division_id = ${divisionId} and held_on = ${header.heldOn}::date and state = 'review'
    limit 50`;
  const key = (text: string | null) => searchKey(text ?? "").replace(/[^\p{L}\p{N}/]/gu, "");
  const number = key(header.invitationNumber);
  const title = key(header.title);
  const twin = candidates.find((each) =>
    number !== "" && key(each.number) !== ""
      ? key(each.number) === number
      : title !== "" && key(each.title) === title,
  );
  if (!twin) return {};
  return twin.isIssued ? { twinMinutesId: twin.id } : { twinDraftId: twin.id };
}
