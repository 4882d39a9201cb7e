import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { dateOf } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import { OfficeEnded } from "../events";
import { keepForm } from "../spellings.server";
import { followMoves } from "./follow-moves.server";
import { heirOfficeIn } from "./heir.server";
import { MOVERS, moveSpellings, type End, type Move, type Moved } from "./movers.server";
import { getAbolition, type Abolition } from "./queries.server";
import { isInTheWay, owedBy } from "./owed.server";
import { closeAlone } from "./standing.server";

/** Records of one batch: one transaction. */
const BATCH = 500;

type Progress = { officeId: string | null; round: number };

/** The place's line of the abolition, locked; made at the first look. */
async function lockProgress(db: Db, placeId: number, abolitionId: string): Promise<Progress> {
  await db.$executeRaw`insert into abolition_place (division_id, abolition_id) values (${placeId}, ${abolitionId}::uuid)
    on conflict do nothing`;
  const [row] = await db.$queryRaw<Progress[]>`
    select office_id as "officeId", round from abolition_place
    where division_id = ${placeId} and abolition_id = ${abolitionId}::uuid for update`;
  if (!row) throw new Error("A line that was just made is there.");
  return row;
}

async function officeOf(db: Db, placeId: number, organisationId: string) {
  const [row] = await db.$queryRaw<(End & { isClosed: boolean; heirId: string | null })[]>`
    select id, organisation_id as "organisationId", name_fa as "nameFa", closed_on is not null as "isClosed",
      heir_id as "heirId"
    from office where division_id = ${placeId} and organisation_id = ${organisationId}::uuid for update`;
  return row;
}

type Ends = { from: End | undefined; to: End | undefined };
const NOTHING: Ends = { from: undefined, to: undefined };

/**
 * Closes the office of an ended body in the actor's place and says who goes on; in the caller's open unit of work. From
 * then on nothing new is addressed to it. An office that had closed before keeps its day, and is no part of the act
 * where it owes nothing; one that another act has opened again since goes on with its own.
 */
export async function closeEnded(db: Db, actor: PlacedActor, abolition: Abolition, now: Date): Promise<Ends> {
  const placeId = actor.place.id;
  const { officeId } = await lockProgress(db, placeId, abolition.id);
  const isFirst = officeId === null;
  if (isFirst) await closeAlone(db, actor.place);
  const from = await officeOf(db, placeId, abolition.organisationId);
  if (!from || (!isFirst && !from.isClosed)) return NOTHING;
  if (isFirst && from.isClosed && !(await isInTheWay(db, placeId, from.id))) return NOTHING;
  const { heirId } = abolition;
  const to = heirId ? await heirOfficeIn(db, actor, { heirId, from }, now) : undefined;
  const goesOn = to?.id ?? from.heirId;
  await db.$executeRaw`update office set closed_on = coalesce(closed_on, greatest(opened_on, ${dateOf(abolition.endedOn)}::date)),
      heir_id = ${goesOn}::uuid, revision = revision + 1
    where division_id = ${placeId} and id = ${from.id}::uuid
      and (closed_on is null or heir_id is distinct from ${goesOn}::uuid)`;
  const { how = null, closedOn = null, heirId: wasHeir = null } = to?.opened ?? {};
  await db.$executeRaw`update abolition_place set office_id = ${from.id}::uuid,
      heir_office_id = coalesce(${to?.id ?? null}::uuid, heir_office_id), closed = closed or ${!from.isClosed},
      prior_heir_id = case when office_id is null then ${from.heirId}::uuid else prior_heir_id end,
      heir_opened = coalesce(heir_opened, ${how}),
      heir_was_closed_on = coalesce(heir_was_closed_on, ${closedOn}::date),
      heir_was_heir_id = coalesce(heir_was_heir_id, ${wasHeir}::uuid)
    where division_id = ${placeId} and abolition_id = ${abolition.id}::uuid`;
  return { from, to };
}

/** One batch of what the actor's place writes for the ended body: from now on it means its heir. Answers how many. */
async function passSpellings(
  db: Db,
  { place }: PlacedActor,
  abolition: Abolition,
  from: End | undefined,
  size: number,
): Promise<number> {
  const { organisationId, heirId, endedOn } = abolition;
  if (!heirId) return 0;
  const keys = [abolition.nameFa, ...(from ? [from.nameFa] : [])].map((name) => searchKey(name));
  const move = { placeId: place.id, abolitionId: abolition.id, endedOn, size };
  return moveSpellings(db, move, { organisationId, heirId, keys });
}

/**
 * The names of the ended body name its heir in the actor's place from now on: the body's own where the act was done, the
 * office's wherever there was one.
 */
async function passNames(db: Db, actor: PlacedActor, abolition: Abolition, from: End | undefined, now: Date) {
  const { heirId, endedOn } = abolition;
  if (!heirId) return;
  const isWhereDone = actor.place.id === abolition.divisionId;
  const names = [...(isWhereDone ? [abolition.nameFa] : []), ...(from ? [from.nameFa] : [])];
  for (const written of new Set(names)) {
    const former = { written, kind: "former" as const, validTo: endedOn };
    await keepForm(db, actor, { organisationId: heirId }, former, now);
  }
}

/**
 * Moves what an ended body had in the actor's place to its heir's office there, batch by batch; what went over in a batch
 * is not seen by the next, so a job that was killed is taken up by another. At most `batches` of them; answers whether
 * all is over.
 */
export async function moveInPlace(
  actor: PlacedActor,
  abolitionAt: { divisionId: number; id: string },
  now = clock(),
  { size = BATCH, batches = Infinity } = {},
): Promise<boolean> {
  authorize(actor, "carry-on", "Abolition");
  const placeId = actor.place.id;
  for (let batch = 0; batch < batches; batch += 1) {
    const isOver = await within(actor, async (db) => {
      const abolition = await getAbolition(db, abolitionAt);
      if (abolition.state !== "moving") return true;
      const progress = await lockProgress(db, placeId, abolition.id);
      if (progress.round >= abolition.round) return true;
      const { from, to } = await closeEnded(db, actor, abolition, now);
      if (from && to && (await moveBatch(db, abolition, { placeId, from, to, size, now }))) return false;
      if ((await passSpellings(db, actor, abolition, from, size)) > 0) return false;
      await finish(db, actor, abolition, from, now);
      return true;
    });
    if (isOver) return true;
  }
  return false;
}

type Here = Pick<Move, "placeId" | "from" | "to" | "size" | "now">;

/** Moves one batch of the first kind of which something is left; answers whether there was any. */
async function moveBatch(db: Db, abolition: Abolition, here: Here): Promise<boolean> {
  const move: Move = {
    ...here,
    abolitionId: abolition.id,
    endedOn: abolition.endedOn,
    links: abolition.links,
    by: { name: abolition.byName, key: abolition.byKey },
  };
  for (const [kind, mover] of Object.entries(MOVERS) as [Moved, (typeof MOVERS)[Moved]][]) {
    const moved = await mover(db, move);
    if (moved === 0) continue;
    await db.$executeRaw`update abolition_place set moved = moved + ${moved},
        obligations = obligations + ${kind === "obligations" ? moved : 0}, demands = demands + ${kind === "demands" ? moved : 0}
      where division_id = ${here.placeId} and abolition_id = ${abolition.id}::uuid`;
    return true;
  }
  return false;
}

/** Says in the place that its office has ended, and what still waits for a name. */
async function finish(
  db: Db,
  actor: PlacedActor,
  abolition: Abolition,
  from: End | undefined,
  now: Date,
): Promise<void> {
  const placeId = actor.place.id;
  await passNames(db, actor, abolition, from, now);
  await followMoves(db, actor, abolition);
  const waiting = from ? await owedBy(db, placeId, from.id) : 0;
  await db.$executeRaw`update abolition_place set round = ${abolition.round}, waiting = ${waiting}
    where division_id = ${placeId} and abolition_id = ${abolition.id}::uuid`;
  if (!from) return;
  await audit(db, actor, "abolish", "Office", from.id, ["closed_on", "heir_id"]);
  await emit(db, actor, OfficeEnded, { abolitionId: abolition.id, officeId: from.id });
}
