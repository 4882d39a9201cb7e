import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";

/** An item of an agenda; one that was taken off stays to be put back. */
export type AgendaItem = {
  id: string;
  section: string;
  title: string;
  minutes: number | null;
  presenter: string | null;
  note: string | null;
  state: "planned" | "done" | "carried";
  sourceKind: "obligation" | "obstacle" | "demand" | "item" | null;
  sourceId: string | null;
  sourceDivisionId: number | null;
  isRemoved: boolean;
  revision: number;
};

const MOST = 200;

/** The agenda of a meeting of the actor's own place, in its turn: those taken off too. At most 200. */
export async function listAgenda(db: Db, divisionId: number, meetingId: string): Promise<AgendaItem[]> {
  return db.$queryRaw<AgendaItem[]>`
    select id::text, section, title, minutes, presenter, note, state, source_kind as "sourceKind",
      source_id::text as "sourceId", source_division_id as "sourceDivisionId", removed_at is not null as "isRemoved",
      revision
    from agenda_item where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid
    order by position, id limit ${MOST}`;
}

/** What waits for some meeting of a series, the oldest first. At most 200. */
export async function listBacklog(db: Db, divisionId: number, seriesId: string): Promise<AgendaItem[]> {
  return db.$queryRaw<AgendaItem[]>`
    select id::text, section, title, minutes, presenter, note, state, source_kind as "sourceKind",
      source_id::text as "sourceId", source_division_id as "sourceDivisionId", false as "isRemoved", revision
    from agenda_item where division_id = ${divisionId} and series_id = ${seriesId}::uuid and meeting_id is null
      and removed_at is null
    order by position, id limit ${MOST}`;
}

/** How many items an agenda has. */
export async function countAgenda(db: Db, divisionId: number, meetingId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from agenda_item
    where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid and removed_at is null`;
  return row?.n ?? 0;
}

/** One item that stands on an agenda of the place, and on which. Refuses `missing`. */
export async function getAgendaItem(
  db: Db,
  divisionId: number,
  itemId: string,
): Promise<AgendaItem & { meetingId: string }> {
  const [found] = await db.$queryRaw<
    { meetingId: string }[]
  >`select meeting_id::text as "meetingId" from agenda_item
    where division_id = ${divisionId} and id = ${itemId}::uuid and meeting_id is not null`;
  const items = found ? await listAgenda(db, divisionId, found.meetingId) : [];
  const item = items.find(({ id }) => id === itemId);
  if (!found || !item) throw new Refusal("missing", "refusal.missing");
  return { ...item, meetingId: found.meetingId };
}
