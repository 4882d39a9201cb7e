import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";

/** An office that still owes a text and has nobody with an account: it needs its link or a sheet. */
export type WithoutAccount = { divisionId: number; id: string; nameFa: string; nameEn: string };

/** How many offices that still owe a text have an account of their own, and which have none; at most a thousand are looked at. */
export async function accountsOfText(
  db: Db,
  placeId: number,
  issuanceId: string,
  today: IsoDate,
): Promise<{ withAccount: number; without: WithoutAccount[] }> {
  const rows = await db.$queryRaw<(WithoutAccount & { hasAccount: boolean })[]>`
    select b.division_id as "divisionId", b.id::text, o.name_fa as "nameFa", o.name_en as "nameEn",
      exists (select from office_appointment a where a.division_id = b.division_id and a.office_id = b.office_id
        and a.ended_at is null and a.starts_on <= ${today}::date
        and (a.ends_on is null or a.ends_on >= ${today}::date)) as "hasAccount"
    from (select division_id, id, office_id from obligation
      where source_division_id = ${placeId} and source_id = ${issuanceId}::uuid
        and state in ('issued', 'acknowledged', 'in-progress', 'blocked') order by division_id, id limit 1000) b
    join lateral (select n.name_fa, n.name_en from office n
      where n.division_id = b.division_id and n.id = b.office_id limit 1) o on true
    order by o.name_fa, b.id`;
  const without = rows.flatMap(({ hasAccount, ...office }) => (hasAccount ? [] : [office]));
  return { withAccount: rows.length - without.length, without };
}
