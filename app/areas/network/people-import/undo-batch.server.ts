import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { Prisma, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { PeopleImportUndone } from "../events";
import type { ImportDetails } from "../queries.server/imports";
import { judgedKnown, judgedNew, type OfList } from "./judged.server";
import { keptUntil } from "./states";
import { FOLLOWING, TRACED, type StayReason, type UndoOutcome } from "./undo";
import { LOCK } from "./write-batch.server";

const { sql } = Prisma;

type Judged = { id: string; reasons: StayReason[] };
/** Who takes the list back, and why. */
type Undoing = { key: string; name: string; reason: string | null };
type Outcome = Judged & { outcome: UndoOutcome };

/** A value of the row `b` where it goes back, else as it stands. */
const goingBack = (column: string, key = column) => {
  const name = Prisma.raw(`"${column}"`);
  return sql`${name} = case when b.back ? ${key} then b.${name} else p.${name} end`;
};

/** Makes wrong records of whom the list brought in and nobody touched: as `movePerson` does, and without a day in a circle. */
async function cancelNew(
  db: Db,
  { divisionId, importId }: OfList,
  ids: readonly string[],
  { key, name, reason }: Undoing,
  now: Date,
): Promise<void> {
  const today = todayIn(now);
  await db.$executeRaw`update person set state = 'cancelled', state_since = ${today}::date, mobile = null,
      national_code_sealed = null, national_code_hash = null, revision = revision + 1
    where division_id = ${divisionId} and id = any (${ids}::uuid[])`;
  const steps = JSON.stringify(ids.map((personId) => ({ id: uuidv7(), personId })));
  await db.$executeRaw`
    insert into person_state_change (division_id, id, person_id, state, reason, note, happened_on, created_at, created_by_key, created_by_name)
    select ${divisionId}::int, s.id, s."personId", 'cancelled', 'list-undone', ${reason}, ${today}::date, ${now}, ${key}, ${name}
    from jsonb_to_recordset(${steps}::jsonb) as s(id uuid, "personId" uuid)`;
  await db.$executeRaw`update membership m set to_on = m.from_on from person_import_trace t
    where t.division_id = ${divisionId} and t.import_id = ${importId}::uuid and t.person_id = any (${ids}::uuid[])
      and m.division_id = t.division_id and m.person_id = t.person_id and m.id = any (t.membership_ids) and m.to_on is null`;
}

/** Gives known people back what the list changed and nobody since; says of each how much of it that was. */
async function restoreKnown(db: Db, ofList: OfList, batch: number): Promise<Outcome[]> {
  const { divisionId } = ofList;
  return db.$queryRaw<Outcome[]>`
    with judged as materialized (select * from (${judgedKnown(ofList)}) j where j.batch = ${batch}),
    written as (
      update person p set ${Prisma.join(TRACED.map((column) => goingBack(column)))},
        ${Prisma.join(Object.entries(FOLLOWING).map(([key, column]) => goingBack(column, key)))},
        revision = p.revision + 1
      from (select j.id as person_id, j.back, was.* from judged j
        join person_import_trace t on t.division_id = ${divisionId} and t.import_id = ${ofList.importId}::uuid and t.person_id = j.id
        cross join lateral jsonb_populate_record(null::person, t.before) was where j.back <> '{}') b
      where p.division_id = ${divisionId} and p.id = b.person_id
    ), left_again as (
      update membership m set to_on = m.from_on from judged j
      where m.division_id = ${divisionId} and m.person_id = j.id and m.id = any (j."membershipIds")
        and m.to_on is null and m.role = 'member' and not ('cancelled' = any (j.reasons))
      returning m.person_id
    )
    select j.id::text, j.reasons, case
        when j.reasons = '{}' then 'restored'
        when j.back <> '{}' or exists (select from left_again l where l.person_id = j.id) then 'partly'
        else 'stayed' end as outcome
    from judged j`;
}

/** Nothing of a list is left to take back. */
const DONE = "done";

/**
 * Takes one batch of a list back, the newest first and whom it brought in before whom it changed, so that a number is free
 * before it goes back to whoever had it. In the open unit of work: all of it or nothing, and nothing twice. Returns how many
 * people that were, or that nothing is left.
 */
export async function undoBatch(
  db: Db,
  actor: PlacedActor,
  list: Pick<ImportDetails, "id" | "undoneByKey" | "undoneByName" | "undoneReason">,
  now: Date,
): Promise<number | typeof DONE> {
  const divisionId = actor.place.id;
  const ofList = { divisionId, importId: list.id };
  const by = {
    key: list.undoneByKey ?? actor.key,
    name: list.undoneByName ?? actor.name,
    reason: list.undoneReason,
  };
  const starter = { ...actor, key: by.key, name: by.name };
  await db.$queryRaw`select pg_advisory_xact_lock(${LOCK}::int, ${divisionId}::int)::text`;
  const [next] = await db.$queryRaw<{ isNew: boolean; batch: number }[]>`
    select is_new as "isNew", batch from person_import_trace
    where division_id = ${divisionId} and import_id = ${list.id}::uuid and outcome is null
    order by is_new desc, batch desc limit 1`;
  if (!next) {
    await db.personImport.updateMany({
      where: { divisionId, id: list.id, state: "undoing" },
      data: { state: "undone", undoneAt: now, movedAt: now, failure: null, revision: { increment: 1 } },
    });
    return DONE;
  }
  // What is added to one of them meanwhile waits, and finds him as he is then.
  await db.$queryRaw`select p.id::text from person_import_trace t
    join person p on p.division_id = t.division_id and p.id = t.person_id
    where t.division_id = ${divisionId} and t.import_id = ${list.id}::uuid and t.outcome is null
      and t.is_new = ${next.isNew} and t.batch = ${next.batch} order by p.id for update of p`;
  const outcomes = next.isNew
    ? await takeBackNew(db, ofList, next.batch, by, now)
    : await restoreKnown(db, ofList, next.batch);
  await settle(db, ofList, outcomes, now);
  const count = (outcome: UndoOutcome) => outcomes.filter((one) => one.outcome === outcome).length;
  await db.personImport.updateMany({
    where: { divisionId, id: list.id, state: "undoing" },
    data: {
      movedAt: now,
      failure: null,
      undoDone: { increment: outcomes.length },
      undoCancelled: { increment: count("cancelled") },
      undoRestored: { increment: count("restored") },
      undoPartly: { increment: count("partly") },
      undoStayed: { increment: count("stayed") },
    },
  });
  await audit(db, starter, "undo", "PeopleImport", list.id);
  await emit(db, starter, PeopleImportUndone, {
    importId: list.id,
    undone: outcomes.length,
    personIds: outcomes
      .filter(({ outcome }) => outcome === "restored" || outcome === "partly")
      .map(({ id }) => id),
  });
  return outcomes.length;
}

async function takeBackNew(
  db: Db,
  ofList: OfList,
  batch: number,
  by: Undoing,
  now: Date,
): Promise<Outcome[]> {
  const judged = await db.$queryRaw<Judged[]>`
    select j.id::text, j.reasons from (${judgedNew(ofList)}) j where j.batch = ${batch}`;
  const outcomes = judged.map((one): Outcome => ({
    ...one,
    outcome: one.reasons.length === 0 ? "cancelled" : "stayed",
  }));
  const untouched = outcomes.filter(({ outcome }) => outcome === "cancelled").map(({ id }) => id);
  await cancelNew(db, ofList, untouched, by, now);
  return outcomes;
}

/** Writes down what became of each; the values from before are needed no more, and pairs are looked for anew. */
async function settle(
  db: Db,
  { divisionId, importId }: OfList,
  outcomes: readonly Outcome[],
  now: Date,
): Promise<void> {
  await db.$executeRaw`update person_import_trace t set outcome = o.outcome, reasons = o.reasons, before = null, after = null,
      kept_until = ${keptUntil("undone", now)}
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o(id uuid, outcome text, reasons text[])
    where t.division_id = ${divisionId} and t.import_id = ${importId}::uuid and t.person_id = o.id`;
  const moved = outcomes.filter(({ outcome }) => outcome !== "stayed").map(({ id }) => id);
  await db.$executeRaw`delete from person_pair where division_id = ${divisionId} and state = 'open'
    and (first_id = any (${moved}::uuid[]) or second_id = any (${moved}::uuid[]))`;
}
