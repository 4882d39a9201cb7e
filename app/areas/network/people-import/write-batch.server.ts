import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import type { Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import type { SheetRow } from "~/kernel/sheets/sheet";
import { uuidv7 } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import { PeopleImported, PeopleImportStarted } from "../events";
import type { ImportDetails } from "../queries.server/imports";
import { decide, type Decided, type Known } from "./decide";
import type { Problem } from "./problems";
import { readRow, USUAL_TIER, type ReadRow } from "./read-row";

/** First key of the lock that lets one batch at a time into a county: two lists with the same people do not double them. */
const LOCK = 28_130;
/** Cells of a refused row that are kept, and characters of each. */
const KEPT_CELL = 300;

export type Batch = {
  list: Pick<ImportDetails, "id" | "columns" | "createdByKey" | "createdByName">;
  rows: SheetRow[];
  /** Rows of the list before these. */
  from: number;
  /** The job leaves off after these rows; another goes on. */
  leavesOff: boolean;
};

/** Another worker has written these rows. */
export class TakenOver extends Error {
  override readonly name = "TakenOver";
}

/** Who of the county may be meant by these rows: by number, and by name and place. */
async function knownPeople(db: Db, divisionId: number, read: readonly ReadRow[]): Promise<Known[]> {
  const given = JSON.stringify(
    read.flatMap(({ person }) =>
      person ? [{ key: person.searchKey, mobile: person.mobile, locality: person.locality }] : [],
    ),
  );
  return db.$queryRaw<Known[]>`
    with given as materialized (
      select * from jsonb_to_recordset(${given}::jsonb) as g(key text, mobile text, locality text))
    select p.id::text, p.full_name as "fullName", p.search_key as "searchKey", p.mobile, p.locality
      from given join person p on p.division_id = ${divisionId} and p.mobile = given.mobile
    union
    select p.id::text, p.full_name, p.search_key, p.mobile, p.locality
      from given join person p on p.division_id = ${divisionId} and p.search_key = given.key
        and p.locality is not distinct from given.locality`;
}

/** New people are members from the day that their row names, else from today on: that is the first step of their history. */
async function addPeople(
  db: Db,
  divisionId: number,
  { added }: Decided,
  by: { key: string; name: string },
  today: IsoDate,
) {
  if (added.length === 0) return;
  const given = JSON.stringify(added.map((person) => ({ ...person, stepId: uuidv7() })));
  await db.$executeRaw`
    with given as materialized (
      select * from jsonb_to_recordset(${given}::jsonb) as g(id uuid, "stepId" uuid, "fullName" text, "searchKey" text,
        mobile text, tier text, locality text, note text, source text, "joinedOn" date)
    ), registered as (
      insert into person (division_id, id, full_name, search_key, mobile, tier, state, state_since, locality, note, source,
        joined_on, created_by_key)
      select ${divisionId}::int, id, "fullName", "searchKey", mobile, coalesce(tier, ${USUAL_TIER}), 'active',
        coalesce("joinedOn", ${today}::date), locality, note, source, coalesce("joinedOn", ${today}::date), ${by.key}
      from given
    )
    insert into person_state_change (division_id, id, person_id, state, happened_on, created_by_key, created_by_name)
    select ${divisionId}::int, "stepId", id, 'active', coalesce("joinedOn", ${today}::date), ${by.key}, ${by.name}
    from given`;
}

/** What a row says holds; a note and a source that stand already stay. Returns how many were indeed changed. */
async function changePeople(db: Db, divisionId: number, { changed }: Decided): Promise<number> {
  if (changed.length === 0) return 0;
  return db.$executeRaw`update person p set
      full_name = case when p.search_key = g."searchKey" then p.full_name else g."fullName" end,
      search_key = g."searchKey", mobile = coalesce(g.mobile, p.mobile), tier = coalesce(g.tier, p.tier),
      locality = coalesce(g.locality, p.locality), note = coalesce(p.note, g.note),
      source = coalesce(p.source, g.source), revision = p.revision + 1
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as g(id uuid, "fullName" text, "searchKey" text, mobile text,
      tier text, locality text, note text, source text)
    where p.division_id = ${divisionId} and p.id = g.id
      and (p.search_key <> g."searchKey" or p.mobile is distinct from coalesce(g.mobile, p.mobile)
        or p.tier <> coalesce(g.tier, p.tier) or p.locality is distinct from coalesce(g.locality, p.locality)
        or p.note is null and g.note is not null or p.source is null and g.source is not null)`;
}

async function keepRefused(
  db: Db,
  divisionId: number,
  importId: string,
  refused: { number: number; problems: Problem[]; cells: string[] }[],
) {
  if (refused.length === 0) return;
  await db.personImportRefusal.createMany({
    data: refused.map(({ number, problems, cells }) => ({
      divisionId,
      importId,
      rowNumber: number,
      problems,
      cells: cells.map((cell) => cell.slice(0, KEPT_CELL)),
    })),
  });
}

/**
 * Brings some rows of a list in, with how far the list has come, in the open unit of work: all of it or nothing. Throws
 * TakenOver when the rows are in already.
 */
export async function writeBatch(db: Db, actor: PlacedActor, batch: Batch, today: IsoDate): Promise<void> {
  const { list, rows, from } = batch;
  const divisionId = actor.place.id;
  await db.$executeRaw`select pg_advisory_xact_lock(${LOCK}::int, ${divisionId}::int)`;
  const read = rows.map(({ cells }) => readRow(cells, list.columns, today));
  const decided = decide(
    read.map(({ person }) => person),
    await knownPeople(db, divisionId, read),
    uuidv7,
  );
  const refused = rows.flatMap(({ number, cells }, index) => {
    const late = decided.refused.get(index);
    const { person, problems } = read[index] ?? { person: null, problems: [] };
    return person && !late ? [] : [{ number, cells, problems: late ? [late, ...problems] : problems }];
  });
  const starter = { ...actor, key: list.createdByKey, name: list.createdByName };
  await addPeople(db, divisionId, decided, starter, today);
  const updated = await changePeople(db, divisionId, decided);
  await keepRefused(db, divisionId, list.id, refused);

  const rowsDone = from + rows.length;
  const unchanged = rows.length - decided.added.length - updated - refused.length;
  const { count } = await db.personImport.updateMany({
    where: { divisionId, id: list.id, state: "running", rowsDone: from },
    data: {
      rowsDone,
      added: { increment: decided.added.length },
      updated: { increment: updated },
      unchanged: { increment: unchanged },
      refused: { increment: refused.length },
    },
  });
  if (count === 0) throw new TakenOver("another worker has brought these rows in");
  await audit(db, starter, "import", "PeopleImport", list.id);
  await emit(db, starter, PeopleImported, { importId: list.id, rowsDone });
  if (batch.leavesOff) await emit(db, starter, PeopleImportStarted, { importId: list.id });
}

/** The list is in: what was looked at goes with the file. */
export async function closeImport(db: Db, divisionId: number, id: string, now: Date): Promise<void> {
  await db.personImport.updateMany({
    where: { divisionId, id, state: "running" },
    data: { state: "done", finishedAt: now, samples: [], revision: { increment: 1 } },
  });
  await db.personImportFile.deleteMany({ where: { divisionId, importId: id } });
}
