import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";

/** An open join form as whoever holds its address sees it: its place and nothing of what came through it. */
export type OpenForm = { divisionId: number; id: string; name: string | null };

/** The form of a token, unless it is closed; needs a scope that holds the token. */
export async function findOpenForm(db: Db, token: string, today: IsoDate): Promise<OpenForm | undefined> {
  const [form] = await db.$queryRaw<OpenForm[]>`
    select division_id as "divisionId", id::text, name from join_link
    where token = ${token} and revoked_at is null and until >= ${today}::date`;
  return form;
}
