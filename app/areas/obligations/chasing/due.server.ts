import type { Db } from "~/kernel/db.server";
import { addDays, type IsoDate } from "~/lib/jalali";

/** What a place's offices owe and is over its limit or near it. */
export type DueRow = {
  id: string;
  divisionId: number;
  text: string;
  sourceTitle: string;
  sourceNumber: number | null;
  officeFa: string;
  officeEn: string;
  state: string;
  dueOn: IsoDate;
};

/** Obligations owed in a place whose limit is over or comes within so many days, the earliest first. */
export async function listDue(
  db: Db,
  placeId: number,
  today: IsoDate,
  days: number,
  size: number,
): Promise<DueRow[]> {
  return db.$queryRaw<DueRow[]>`
    select b.id::text, b.division_id as "divisionId", b.text, b.source_title as "sourceTitle",
      b.source_number as "sourceNumber", o.name_fa as "officeFa", o.name_en as "officeEn", b.state,
      b.due_on::text as "dueOn"
    from (select * from obligation
      where division_id = ${placeId} and state in ('issued', 'acknowledged', 'in-progress', 'blocked')
        and due_on <= ${addDays(today, days)}::date
      order by due_on, id limit ${size}) b
    join office o on o.division_id = b.division_id and o.id = b.office_id order by b.due_on, b.id`;
}
