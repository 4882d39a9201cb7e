import { Prisma, type Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, type IsoDate } from "~/lib/jalali";
import { OWED } from "./owed.server";
import type { Links } from "./what-moves";

/** An end of a move: one office of the place. */
export type End = { id: string; organisationId: string; nameFa: string };

/** One abolition in one place. */
export type Move = {
  abolitionId: string;
  placeId: number;
  from: End;
  to: End;
  endedOn: IsoDate;
  links: Links;
  /** Who ended the office, as timelines print it. */
  by: { name: string; key: string };
  /** Most records of one batch. */
  size: number;
  now: Date;
};

type Kind = "obligation" | "demand" | "obstacle" | "tie" | "tie-ended" | "link" | "link-revoked" | "spelling";

/** Keeps which records went over, so that they can be taken back. */
async function keep(
  db: Db,
  move: Pick<Move, "placeId" | "abolitionId">,
  kind: Kind,
  rows: readonly { id: string; was?: string | null }[],
) {
  if (rows.length === 0) return;
  await db.$executeRaw`
    insert into abolition_move (division_id, abolition_id, kind, record_key, was)
    select ${move.placeId}, ${move.abolitionId}::uuid, ${kind}, r.key, r.was
    from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ was }) => was ?? null)}::text[]) as r (key, was)
    on conflict do nothing`;
}

const words = ({ from, to }: Pick<Move, "from" | "to">) => `${from.nameFa} ← ${to.nameFa}`;

type Told = { id: string; sourceDivisionId: number };

/** Leaves a line in the timeline of every obligation that changed hands. */
export async function tellObligations(
  db: Db,
  move: Pick<Move, "placeId" | "by" | "now">,
  rows: readonly Told[],
  line: { kind: "move" | "move-back"; officeId: string; note: string },
): Promise<void> {
  if (rows.length === 0) return;
  await db.$executeRaw`
    insert into obligation_event (division_id, id, source_division_id, office_id, obligation_id, kind, note, by_name, by_key, at)
    select ${move.placeId}, r.event, r.source, ${line.officeId}::uuid, r.id, ${line.kind}, ${line.note}, ${move.by.name},
      ${move.by.key}, ${move.now}
    from unnest(${rows.map(() => uuidv7())}::uuid[], ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.sourceDivisionId)}::int[]) as r (event, id, source)`;
}

/** What is still owed goes over with a line in its timeline; what is done stays with whoever did it. */
async function obligations(db: Db, move: Move): Promise<number> {
  const { placeId, from, to } = move;
  const rows = await db.$queryRaw<Told[]>`
    with c as (select division_id, id from obligation where division_id = ${placeId} and office_id = ${from.id}::uuid
      and state = any(${OWED}) order by issued_at, id limit ${move.size} for update)
    update obligation b set office_id = ${to.id}::uuid, organisation_id = ${to.organisationId}::uuid,
      issued_office_id = coalesce(b.issued_office_id, b.office_id), revision = b.revision + 1
    from c
    where b.division_id = c.division_id and b.id = c.id
    returning b.id, b.source_division_id as "sourceDivisionId"`;
  await tellObligations(db, move, rows, { kind: "move", officeId: to.id, note: words(move) });
  await keep(db, move, "obligation", rows);
  return rows.length;
}

type Referred = { id: string; trackingCode: string };

/** Leaves a line in the timeline of every demand that changed hands; the citizen reads it. */
export async function tellDemands(
  db: Db,
  move: Pick<Move, "placeId" | "by" | "now">,
  rows: readonly Referred[],
  line: { kind: "moved" | "moved-back"; officeId: string; note: string },
): Promise<void> {
  if (rows.length === 0) return;
  await db.$executeRaw`
    insert into demand_event (division_id, id, demand_id, office_id, tracking_code, kind, note, by_name, at)
    select ${move.placeId}, r.event, r.id, ${line.officeId}::uuid, r.code, ${line.kind}, ${line.note}, ${move.by.name}, ${move.now}
    from unnest(${rows.map(() => uuidv7())}::uuid[], ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.trackingCode)}::text[]) as r (event, id, code)`;
}

/** Demands that wait for the office's answer, with the day by which it is owed. */
async function demands(db: Db, move: Move): Promise<number> {
  const { placeId, from, to } = move;
  const rows = await db.$queryRaw<Referred[]>`
    with c as (select division_id, id from demand where division_id = ${placeId} and office_id = ${from.id}::uuid
      and state = 'referred' order by received_on, id limit ${move.size} for update)
    update demand d set office_id = ${to.id}::uuid, office_name = ${to.nameFa}, revision = d.revision + 1
    from c
    where d.division_id = c.division_id and d.id = c.id
    returning d.id, d.tracking_code as "trackingCode"`;
  await tellDemands(db, move, rows, { kind: "moved", officeId: to.id, note: words(move) });
  await keep(db, move, "demand", rows);
  return rows.length;
}

/** Obstacles that are still in the way. */
async function obstacles(db: Db, move: Move): Promise<number> {
  const { placeId, from, to } = move;
  const rows = await db.$queryRaw<{ id: string; was: string | null }[]>`
    with c as (select division_id, id, office_name from obstacle where division_id = ${placeId} and office_id = ${from.id}::uuid
      and state = 'raised' limit ${move.size} for update)
    update obstacle o set office_id = ${to.id}::uuid, office_name = ${to.nameFa}, revision = o.revision + 1
    from c
    where o.division_id = c.division_id and o.id = c.id returning o.id, c.office_name as was`;
  await keep(db, move, "obstacle", rows);
  return rows.length;
}

/** Relationships that hold; one that the heir has already just ends, so that nobody is tied twice. */
async function ties(db: Db, move: Move): Promise<number> {
  const { placeId, from, to, size } = move;
  const ended = await db.$queryRaw<{ id: string; was: string | null }[]>`
    with c as (select a.division_id, a.id, a.to_on from tie a where a.division_id = ${placeId}
        and a.other_office_id = ${from.id}::uuid and (a.to_on is null or a.to_on > ${dateOf(move.endedOn)}::date)
        and exists (select from tie b where b.division_id = ${placeId} and b.other_office_id = ${to.id}::uuid
          and b.type = a.type and b.person_id is not distinct from a.person_id
          and b.circle_id is not distinct from a.circle_id and (b.to_on is null or b.to_on > ${dateOf(move.endedOn)}::date))
        and (a.from_on is null or a.from_on < ${dateOf(move.endedOn)}::date)
      limit ${size} for update)
    update tie t set to_on = greatest(t.from_on, ${dateOf(move.endedOn)}::date), revision = t.revision + 1
    from c
    where t.division_id = c.division_id and t.id = c.id returning t.id, to_char(c.to_on, 'YYYY-MM-DD') as was`;
  await keep(db, move, "tie-ended", ended);
  const rows = await db.$queryRaw<{ id: string }[]>`
    with c as (select division_id, id from tie where division_id = ${placeId} and other_office_id = ${from.id}::uuid
      and (to_on is null or to_on > ${dateOf(move.endedOn)}::date) limit ${size} for update)
    update tie t set other_office_id = ${to.id}::uuid, revision = t.revision + 1
    from c
    where t.division_id = c.division_id and t.id = c.id returning t.id`;
  await keep(db, move, "tie", rows);
  return ended.length + rows.length;
}

/** Personal links that are open go to the heir, or are taken back: as whoever ended the office chose. */
async function links(db: Db, move: Move): Promise<number> {
  const { placeId, from, to, now, size } = move;
  const isMove = move.links === "move";
  const change = isMove ? Prisma.sql`office_id = ${to.id}::uuid` : Prisma.sql`revoked_at = ${now}`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    update personal_link set ${change} where id in (select id from personal_link
      where kind = 'office' and division_id = ${placeId} and office_id = ${from.id}::uuid
        and revoked_at is null and expires_at > ${now} limit ${size} for update) returning id`;
  await keep(db, move, isMove ? "link" : "link-revoked", rows);
  return rows.length;
}

/** What the office still has and its heir goes on with, in the order in which it goes over. */
export const MOVERS = { obligations, demands, obstacles, ties, links } as const;
export type Moved = keyof typeof MOVERS;

/**
 * One batch of the written forms that the place gave to the body: they name the heir from now on. Those that are the body's
 * own name become a former name until the day of its end. Answers how many there were.
 */
export async function moveSpellings(
  db: Db,
  move: Pick<Move, "placeId" | "abolitionId" | "endedOn" | "size">,
  { organisationId, heirId, keys }: { organisationId: string; heirId: string; keys: readonly string[] },
): Promise<number> {
  const rows = await db.$queryRaw<{ id: string; was: string }[]>`
    with c as (select division_id, id, kind, valid_to from party_spelling
      where division_id = ${move.placeId} and organisation_id = ${organisationId}::uuid
      limit ${move.size} for update)
    update party_spelling s set organisation_id = ${heirId}::uuid,
      kind = case when s.kind = 'spelling' and s.search_key = any(${[...keys]}::text[]) then 'former' else s.kind end,
      valid_to = case when s.search_key = any(${[...keys]}::text[]) then coalesce(s.valid_to, ${dateOf(move.endedOn)}::date)
        else s.valid_to end
    from c
    where s.division_id = c.division_id and s.id = c.id
    returning s.id, c.kind || ' ' || coalesce(to_char(c.valid_to, 'YYYY-MM-DD'), '') as was`;
  await keep(db, move, "spelling", rows);
  return rows.length;
}
