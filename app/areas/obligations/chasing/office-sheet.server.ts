import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";

/** A line of the sheet that an office without a computer is handed. */
export type SheetRow = {
  text: string;
  sourceTitle: string;
  sourceNumber: number | null;
  theirNumber: string | null;
  theirOn: IsoDate | null;
  dueOn: IsoDate | null;
  workingDays: number | null;
  state: "issued" | "acknowledged" | "in-progress" | "blocked";
};

/** What an office still owes, the earliest day first; at most a thousand lines. */
export async function openOfOffice(
  db: Db,
  { divisionId, officeId }: { divisionId: number; officeId: string },
): Promise<SheetRow[]> {
  return db.$queryRaw<SheetRow[]>`
    select text, source_title as "sourceTitle", source_number as "sourceNumber", their_number as "theirNumber", their_on::text as "theirOn",
      due_on::text as "dueOn", working_days as "workingDays", state
    from obligation where division_id = ${divisionId} and office_id = ${officeId}::uuid
      and state in ('issued', 'acknowledged', 'in-progress', 'blocked')
    order by due_on nulls last, issued_at, id limit 1000`;
}
