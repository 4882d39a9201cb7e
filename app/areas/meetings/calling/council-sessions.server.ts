import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, type Page } from "~/lib/paging";
import type { MeetingState } from "../choices";

/** A meeting of a council, with its turn from its announcement on. */
export type CouncilSession = {
  id: string;
  title: string;
  heldOn: IsoDate;
  state: MeetingState;
  sequenceNumber: number | null;
};

/** The sessions of a council of a place, the latest first. */
export async function listCouncilSessions(
  db: Db,
  divisionId: number,
  councilId: string,
  after: string | null | undefined,
  size: number,
): Promise<Page<CouncilSession>> {
  const [day, id] = decodeCursor(after, ["day", "uuid"]) ?? [null, null];
  const rows = await db.$queryRaw<CouncilSession[]>`
    select id::text, title, held_on::text as "heldOn", state, sequence_number as "sequenceNumber" from meeting
    where division_id = ${divisionId} and council_id = ${councilId}::uuid
      and (${day}::date is null or (held_on, id) < (${day}::date, ${id}::uuid))
    order by held_on desc, id desc limit ${size + 1}`;
  return pageOf(rows, size, (row) => [row.heldOn, row.id]);
}

/** The number of the session of a council that is announced next. */
export async function nextSessionNumber(db: Db, divisionId: number, councilId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ next: number }[]>`
    select greatest(c.first_number, coalesce(max(m.sequence_number), 0) + 1)::int as next
    from council c left join meeting m on m.division_id = c.division_id and m.council_id = c.id
    where c.division_id = ${divisionId} and c.id = ${councilId}::uuid and c.dissolved_on is null
    group by c.first_number`;
  if (!row) throw new Refusal("invalid", "calling.council.unknown");
  return row.next;
}

/** The number of a session that is being announced: whoever announces another at the same time waits and has the next. */
export async function takeSessionNumber(db: Db, divisionId: number, councilId: string): Promise<number> {
  await db.$queryRaw`select 1 from council
    where division_id = ${divisionId} and id = ${councilId}::uuid for update`;
  return nextSessionNumber(db, divisionId, councilId);
}
