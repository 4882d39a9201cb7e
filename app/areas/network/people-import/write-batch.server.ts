import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { Prisma, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { beginningOf, type SheetRow } from "~/kernel/sheets/sheet";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn, type IsoDate } from "~/lib/jalali";
import type { EntryState } from "../choices";
import { PeopleImported, PeopleImportStarted } from "../events";
import { REACHABLE } from "../lifecycle";
import { rememberApart } from "../duplicates/pairs.server";
import type { ImportDetails } from "../queries.server/imports";
import { keptNationalCode } from "../people/national-code.server";
import { shownCell } from "./code-cell";
import { countyNames } from "./county-names.server";
import { takenColumns, type ColumnChoice } from "./fields";
import { decide, type Decided, type RowSaid } from "./decide";
import { codedPerson, knownPeople } from "./known-people.server";
import type { CodedPerson } from "./people-index";
import { QUESTION_PROBLEM, type Problem, type RowDecision, type RowQuestion } from "./problems";
import { keptUntil } from "./states";
import { FOLLOWING, TRACED } from "./undo";
import { LONGEST_NOTE, USUAL_TIER } from "./read-row";
import { readSheetRow } from "./read-sheet-row";

/** First key of the lock that lets one batch at a time into a county: two lists with the same people do not double them. */
export const LOCK = 28_130;
/** Cells of a refused row that are kept, and characters of each. */
const KEPT_CELL = 300;

export type Batch = {
  list: Pick<ImportDetails, "id" | "columns" | "entryState" | "lunarDays" | "createdByKey" | "createdByName">;
  rows: SheetRow[];
  /** Rows of the list before these. */
  from: number;
  /** The job leaves off after these rows; another goes on. */
  leavesOff: boolean;
};

/** The list, and how many of its rows stand before the batch. */
type OfBatch = { importId: string; from: number };

/** Columns of a person of which the values before a list are kept. */
const TRACED_COLUMNS = [...TRACED, ...Object.values(FOLLOWING)];

/** Another worker has written these rows. */
export class TakenOver extends Error {
  override readonly name = "TakenOver";
}

/** What was said of these rows before the list was started, and of whom each may be. */
async function saidOf(db: Db, divisionId: number, importId: string, rows: readonly SheetRow[]) {
  const [from, to] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  const asked = await db.personImportTwin.findMany({
    where: { divisionId, importId, rowNumber: { gte: from, lte: to }, decision: { not: null } },
  });
  const byNumber = new Map(asked.map((one) => [one.rowNumber, one]));
  const said = new Map<number, RowSaid>();
  rows.forEach(({ number }, index) => {
    const one = byNumber.get(number);
    if (!one?.decision) return;
    const { personId, otherName } = one;
    said.set(index, {
      word: one.decision as RowDecision,
      question: one.question as RowQuestion,
      personId,
      otherName,
    });
  });
  return { said, meantIds: asked.flatMap(({ personId }) => personId ?? []) };
}

/** People as the database takes them: a national code sealed for the record that keeps it, and never as it is. */
const sealedForm = (divisionId: number, people: readonly (CodedPerson & { id: string })[]) =>
  people.map(({ nationalCode, codeHash, ...person }) => ({
    ...person,
    codeHash,
    codeSealed: nationalCode && keptNationalCode(divisionId, person.id, nationalCode).nationalCodeSealed,
  }));

/**
 * Writes new people and the first step of their history. Whose row names the day on which he joined is a member from that
 * day on; the others stand, from today on, where the list says.
 */
async function addPeople(
  db: Db,
  divisionId: number,
  { added }: Decided,
  { key, name, step, today }: { key: string; name: string; step: EntryState; today: IsoDate },
  { importId, from }: OfBatch,
) {
  if (added.length === 0) return;
  const given = JSON.stringify(
    sealedForm(divisionId, added).map((person) => {
      const state: EntryState = person.joinedOn ? "active" : step;
      const since = person.joinedOn ?? today;
      return { ...person, stepId: uuidv7(), state, since, joinedOn: state === "active" ? since : null };
    }),
  );
  await db.$executeRaw`
    with given as materialized (
      select * from jsonb_to_recordset(${given}::jsonb) as g(id uuid, "stepId" uuid, "fullName" text, "searchKey" text,
        mobile text, tier text, locality text, note text, numbers text, source text, state text, since date, "joinedOn" date, "codeSealed" text, "codeHash" text,
        capacities text[])
    ), registered as (
      insert into person (division_id, id, full_name, search_key, mobile, tier, state, state_since, locality, note, source,
        joined_on, national_code_sealed, national_code_hash, capacities, created_by_key)
      select ${divisionId}::int, id, "fullName", "searchKey", mobile, coalesce(tier, ${USUAL_TIER}), state,
        since, locality, nullif(concat_ws(E'\\n', note, numbers), ''), source, "joinedOn", "codeSealed", "codeHash", coalesce(capacities, '{}'), ${key}
      from given
    ), traced as (
      insert into person_import_trace (division_id, import_id, person_id, is_new, batch, revision)
      select ${divisionId}::int, ${importId}::uuid, id, true, ${from}::int, 1 from given
    )
    insert into person_state_change (division_id, id, person_id, state, happened_on, created_by_key, created_by_name)
    select ${divisionId}::int, "stepId", id, state, since, ${key}, ${name}
    from given`;
}

/** Whether a person `p` comes into a circle of his row `g` in which he does not stand yet; who left the network comes into none. */
const JOINS = (divisionId: number) => Prisma.sql`(p.state in (${Prisma.join([...REACHABLE])}) and exists (
  select from unnest(g."circleIds") circle_id where not exists (select from membership m where m.division_id = ${divisionId}
    and m.person_id = p.id and m.circle_id = circle_id and m.to_on is null)))`;

/**
 * People whom rows change, as `p`, beside what the rows say, as `g`: what a row says holds; a name, a note and a source that
 * stand already stay; numbers that a note does not have yet, capacities and circles are added, and none is taken away.
 */
const CHANGING = (divisionId: number, changed: Decided["changed"]) => Prisma.sql`
  (select given.*, case when position(given.numbers in coalesce(q.note, '')) = 0
        and length(concat(q.note, given.note, given.numbers)) < ${LONGEST_NOTE}::int then given.numbers end as "newNumbers"
      from jsonb_to_recordset(${JSON.stringify(sealedForm(divisionId, changed))}::jsonb) as given(id uuid, "fullName" text,
        "searchKey" text, "isRenamed" boolean, mobile text, tier text, locality text, note text, numbers text, source text,
        "codeSealed" text, "codeHash" text, capacities text[], "circleIds" uuid[])
      join person q on q.division_id = ${divisionId} and q.id = given.id) g
  where p.division_id = ${divisionId} and p.id = g.id
    and (g."isRenamed" and p.full_name <> g."fullName" or p.mobile is distinct from coalesce(g.mobile, p.mobile)
      or p.tier <> coalesce(g.tier, p.tier) or p.locality is distinct from coalesce(g.locality, p.locality)
      or p.note is null and g.note is not null or g."newNumbers" is not null or p.source is null and g.source is not null
      or p.national_code_hash is null and g."codeHash" is not null or not p.capacities @> coalesce(g.capacities, '{}')
      or ${JOINS(divisionId)})`;

/** Whom of them the rows would indeed change. */
export async function whomRowsChange(
  db: Db,
  divisionId: number,
  changed: Decided["changed"],
): Promise<Set<string>> {
  if (changed.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: string }[]>`
    select p.id::text from person p, ${CHANGING(divisionId, changed)}`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Changes whom the rows change, and keeps what changed as it was and as it is, so that the list may be taken back: of what a
 * list changes twice the first value and the last. Returns how many that were.
 */
async function changePeople(
  db: Db,
  divisionId: number,
  { changed }: Decided,
  { importId, from }: OfBatch,
): Promise<number> {
  if (changed.length === 0) return 0;
  // Held first: else the values before would be those from before somebody's edit that ends just now.
  await db.$queryRaw`select from person where division_id = ${divisionId}
    and id = any (${changed.map(({ id }) => id)}::uuid[]) order by id for no key update`;
  return db.$executeRaw`with written as (update person p set
      full_name = case when g."isRenamed" then g."fullName" else p.full_name end,
      search_key = case when g."isRenamed" then g."searchKey" else p.search_key end,
      mobile = coalesce(g.mobile, p.mobile), tier = coalesce(g.tier, p.tier),
      locality = coalesce(g.locality, p.locality),
      note = case when g."newNumbers" is null then coalesce(p.note, g.note) else concat_ws(E'\\n', coalesce(p.note, g.note), g."newNumbers") end,
      source = coalesce(p.source, g.source),
      national_code_sealed = coalesce(p.national_code_sealed, g."codeSealed"),
      national_code_hash = coalesce(p.national_code_hash, g."codeHash"),
      capacities = p.capacities || array(select unnest(g.capacities) except select unnest(p.capacities)), revision = p.revision + 1
    from ${CHANGING(divisionId, changed)} returning p.*)
    insert into person_import_trace as t (division_id, import_id, person_id, is_new, batch, revision, before, after)
    select ${divisionId}::int, ${importId}::uuid, is_now.id, false, ${from}::int, is_now.revision, d.before, d.after
    from written is_now join person was on was.division_id = ${divisionId} and was.id = is_now.id
      cross join lateral (select to_jsonb(was) as before, to_jsonb(is_now) as after offset 0) whole
      cross join lateral (
        select coalesce(jsonb_object_agg(key, whole.before->key), '{}') as before,
          coalesce(jsonb_object_agg(key, whole.after->key), '{}') as after
        from unnest(${TRACED_COLUMNS}::text[]) key where whole.before->key is distinct from whole.after->key) d
    on conflict (division_id, import_id, person_id) do update set revision = excluded.revision,
      before = excluded.before || coalesce(t.before, '{}'), after = coalesce(t.after, '{}') || excluded.after`;
}

/** Makes members of the circles that their rows name, from today on, of whom are none yet and have not left the network. */
async function joinNamed(
  db: Db,
  divisionId: number,
  { added, changed }: Decided,
  today: IsoDate,
  { importId }: OfBatch,
): Promise<void> {
  const joining = [...added, ...changed].flatMap(({ id, circleIds }) =>
    (circleIds ?? []).map((circleId) => ({ id: uuidv7(), personId: id, circleId })),
  );
  if (joining.length === 0) return;
  await db.$executeRaw`with joined as (
    insert into membership (division_id, id, circle_id, person_id, role, from_on)
    select ${divisionId}::int, g.id, g."circleId", p.id, 'member', ${today}::date
    from jsonb_to_recordset(${JSON.stringify(joining)}::jsonb) as g(id uuid, "personId" uuid, "circleId" uuid)
    join person p on p.division_id = ${divisionId} and p.id = g."personId" and p.state in (${Prisma.join([...REACHABLE])})
    where not exists (select from membership m where m.division_id = ${divisionId} and m.person_id = p.id
      and m.circle_id = g."circleId" and m.to_on is null)
    returning id, person_id
  )
    update person_import_trace t set membership_ids = t.membership_ids || of_one.ids
    from (select person_id, array_agg(id) as ids from joined group by person_id) of_one
    where t.division_id = ${divisionId} and t.import_id = ${importId}::uuid and t.person_id = of_one.person_id`;
}

async function keepRefused(
  db: Db,
  divisionId: number,
  importId: string,
  columns: readonly ColumnChoice[],
  now: Date,
  refused: { number: number; problems: Problem[]; cells: string[] }[],
) {
  if (refused.length === 0) return;
  const taken = takenColumns(columns);
  await db.personImportRefusal.createMany({
    data: refused.map(({ number, problems, cells }) => ({
      divisionId,
      importId,
      rowNumber: number,
      problems,
      keptUntil: keptUntil("refused", now),
      cells: taken.map((index) => shownCell(beginningOf(cells[index] ?? "", KEPT_CELL), columns[index])),
    })),
  });
}

/**
 * Brings some rows of a list in, with how far the list has come, in the open unit of work: all of it or nothing. Throws
 * TakenOver when the rows are in already.
 */
export async function writeBatch(db: Db, actor: PlacedActor, batch: Batch, now: Date): Promise<void> {
  const today = todayIn(now);
  const { list, rows, from } = batch;
  const divisionId = actor.place.id;
  await db.$executeRaw`select pg_advisory_xact_lock(${LOCK}::int, ${divisionId}::int)`;
  const names = await countyNames(db, actor.place, list.columns, { today, isHeld: true });
  const read = rows.map((row) =>
    readSheetRow(row, list.columns, { today, lunarDays: list.lunarDays, names }),
  );
  const people = read.map(({ person }) => person && codedPerson(divisionId, person));
  const { said, meantIds } = await saidOf(db, divisionId, list.id, rows);
  const known = await knownPeople(
    db,
    divisionId,
    people.filter((person) => person !== null),
    meantIds,
  );
  const decided = decide(people, known, uuidv7, { said });
  const refused = rows.flatMap(({ number, cells }, index) => {
    const asked = decided.asked.get(index);
    const late = decided.refused.get(index) ?? (asked && QUESTION_PROBLEM[asked.kind]);
    const { person, problems } = read[index] ?? { person: null, problems: [] };
    return person && !late ? [] : [{ number, cells, problems: late ? [late, ...problems] : problems }];
  });
  const starter = { ...actor, key: list.createdByKey, name: list.createdByName };
  const ofBatch = { importId: list.id, from };
  await addPeople(db, divisionId, decided, { ...starter, step: list.entryState, today }, ofBatch);
  const apart = [...said].flatMap(([row, { word, personId }]) => {
    const id = decided.meant.get(row);
    return word !== "add" || id === undefined || !personId ? [] : [[id, personId] as const];
  });
  await rememberApart(db, starter, apart, now);
  const updated = await changePeople(db, divisionId, decided, ofBatch);
  await joinNamed(db, divisionId, decided, today, ofBatch);
  await keepRefused(db, divisionId, list.id, list.columns, now, refused);

  const rowsDone = from + rows.length;
  const unchanged = rows.length - decided.added.length - updated - refused.length;
  const { count } = await db.personImport.updateMany({
    where: { divisionId, id: list.id, state: { in: ["running", "failed"] }, rowsDone: from },
    data: {
      state: "running",
      failure: null,
      movedAt: now,
      rowsDone,
      added: { increment: decided.added.length },
      updated: { increment: updated },
      unchanged: { increment: unchanged },
      refused: { increment: refused.length },
    },
  });
  if (count === 0) throw new TakenOver("another worker has brought these rows in");
  await audit(db, starter, "import", "PeopleImport", list.id);
  await emit(db, starter, PeopleImported, {
    importId: list.id,
    rowsDone,
    personIds: decided.added.map(({ id }) => id),
  });
  if (batch.leavesOff) await emit(db, starter, PeopleImportStarted, { importId: list.id });
}

/** The list is in: what was looked at goes with the file. */
export async function closeImport(db: Db, divisionId: number, id: string, now: Date): Promise<void> {
  await db.personImport.updateMany({
    where: { divisionId, id, state: "running" },
    data: { state: "done", finishedAt: now, samples: [], preview: Prisma.DbNull, revision: { increment: 1 } },
  });
  await db.personImportFile.deleteMany({ where: { divisionId, importId: id } });
  await db.personImportTwin.deleteMany({ where: { divisionId, importId: id } });
}
