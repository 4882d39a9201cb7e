import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { Which } from "../schema";

/** A finished turn of a continuous obligation. */
export type TurnRow = {
  id: string;
  firstDueOn: IsoDate;
  dueOn: IsoDate;
  reportedAt: Date | null;
  verifiedAt: Date;
  verifiedHow: string | null;
};

/** The finished turns of a continuous obligation, the newest first; at most five years of weekly ones. */
export async function listTurns(db: Db, { divisionId, id }: Which): Promise<TurnRow[]> {
  return db.$queryRaw<TurnRow[]>`
    select id::text, first_due_on::text as "firstDueOn", due_on::text as "dueOn", reported_at as "reportedAt",
      verified_at as "verifiedAt", verified_how as "verifiedHow"
    from obligation_turn where division_id = ${divisionId} and obligation_id = ${id}::uuid
    order by due_on desc limit 260`;
}
