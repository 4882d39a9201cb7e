import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";

/** A line of the sheet that an office without a computer is handed. */
export type SheetRow = {
  id: string;
  text: string;
  sourceKind: string;
  sourceTitle: string;
  sourceNumber: number | null;
  theirNumber: string | null;
  state: string;
  deadlineKind: string;
  cadence: string | null;
  firstDueOn: IsoDate | null;
  dueOn: IsoDate | null;
};

/** What an office still owes, the earliest day first; at most what fits on a few pages. */
export async function openOfOffice(
  db: Db,
  { divisionId, officeId }: { divisionId: number; officeId: string },
): Promise<SheetRow[]> {
  return db.$queryRaw<SheetRow[]>`
    select id::text, text, source_kind as "sourceKind", source_title as "sourceTitle", source_number as "sourceNumber",
      their_number as "theirNumber", state, deadline_kind as "deadlineKind", cadence, first_due_on::text as "firstDueOn",
      due_on::text as "dueOn"
    from obligation where division_id = ${divisionId} and office_id = ${officeId}::uuid
      and state in ('issued', 'acknowledged', 'in-progress', 'blocked')
    order by due_on nulls last, issued_at, id limit 100`;
}
