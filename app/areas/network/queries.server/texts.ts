import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, type Page } from "~/lib/paging";
import type { TextSource } from "../texts/sources";

const sql = Prisma.sql;
const OF_A_PAGE = 20;
const COUNTED = 100;

/** A text that is worth a look: where it stands, and its first lines. */
export type TextRow = {
  source: TextSource;
  recordId: string;
  textHash: string;
  text: string;
  /** The person, circle, relationship or going over on whose page it stands. */
  ownerId: string;
  /** The day of the contact or step that it belongs to. */
  day: IsoDate | null;
};

/** Each text as it stands now, by its row `t`. One that was changed or taken out since it was found is not among them. */
const STANDING = sql`cross join lateral (
    select p.note as text, p.id as owner, null::date as day from person p
      where t.source = 'person.note' and p.division_id = t.division_id and p.id = t.record_id
    union all select p.source, p.id, null from person p
      where t.source = 'person.source' and p.division_id = t.division_id and p.id = t.record_id
    union all select c.topic, c.id, null from circle c
      where t.source = 'circle.topic' and c.division_id = t.division_id and c.id = t.record_id
    union all select k.note, k.person_id, k.happened_on from contact k
      where t.source = 'contact.note' and k.division_id = t.division_id and k.id = t.record_id
    union all select k.action_taken_note, k.person_id, k.happened_on from contact k
      where t.source = 'contact.action_taken_note' and k.division_id = t.division_id and k.id = t.record_id
    union all select s.note, s.person_id, s.happened_on from person_state_change s
      where t.source = 'person_state_change.note' and s.division_id = t.division_id and s.id = t.record_id
    union all select f.title, f.person_id, null from person_file f
      where t.source = 'person_file.title' and f.division_id = t.division_id and f.id = t.record_id
    union all select f.removed_reason, f.person_id, null from person_file f
      where t.source = 'person_file.removed_reason' and f.division_id = t.division_id and f.id = t.record_id
    union all select r.decline_note, r.id, null from relocation r
      where t.source = 'relocation.decline_note' and r.division_id = t.division_id and r.id = t.record_id
    union all select r.new_locality, r.id, null from relocation r
      where t.source = 'relocation.new_locality' and r.division_id = t.division_id and r.id = t.record_id
    union all select e.note, e.id, null from tie e
      where t.source = 'tie.note' and e.division_id = t.division_id and e.id = t.record_id
  ) standing`;

/** Texts of the county that wait for a look. */
export async function listTextsToLookAt(
  db: Db,
  divisionId: number,
  cursor?: string | null,
): Promise<Page<TextRow>> {
  const after = decodeCursor(cursor, ["text", "uuid"]);
  const rows = await db.$queryRaw<TextRow[]>`
    select t.source, t.record_id::text as "recordId", t.text_hash as "textHash", left(standing.text, 400) as text,
      standing.owner::text as "ownerId", standing.day::text as day
    from text_to_look_at t ${STANDING}
    where t.division_id = ${divisionId} and t.state = 'open' and md5(standing.text) = t.text_hash
      and ${after ? sql`(t.source, t.record_id) > (${after[0]}::text, ${after[1]}::uuid)` : sql`true`}
    order by t.source, t.record_id limit ${OF_A_PAGE + 1}`;
  return pageOf(rows, OF_A_PAGE, (row) => [row.source, row.recordId]);
}

/** How many texts wait; counted to a hundred. */
export async function countTextsToLookAt(db: Db, divisionId: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select from (select * from text_to_look_at where division_id = ${divisionId} and state = 'open' limit ${COUNTED}) t
        ${STANDING} where md5(standing.text) = t.text_hash) waiting`;
  return row?.count ?? 0;
}
