import { scopeOf, type Actor } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";

/** The name of whoever owes `b`, as `o`: an officer who passed it on knows the debtor by name alone. */
export const OFFICE_NAME = Prisma.sql`join lateral (
    select n.name_fa, n.name_en from office n where n.division_id = b.division_id and n.id = b.office_id
    union all
    select n.name_fa, n.name_en from tenancy.office_reach() n where n.division_id = b.division_id and n.id = b.office_id
    limit 1) o on true`;

/** An office to which an obligation can be passed on. */
export type Reached = {
  divisionId: number;
  id: string;
  organisationId: string;
  nameFa: string;
  nameEn: string;
  /** Its place, where that is another than the obligation's. */
  placeFa: string | null;
  placeEn: string | null;
};

/**
 * To whom an obligation can be passed on today: the other offices of its place, and those of the debtor's own body in the
 * places below. An officer knows them by name alone. Those of the place come first; at most a thousand.
 */
export async function officesInReach(
  db: Db,
  actor: Pick<Actor, "kind">,
  row: { divisionId: number; officeId: string; organisationId: string },
  today: IsoDate,
): Promise<Reached[]> {
  const { lo, hi } = scopeOf(row.divisionId);
  const reach =
    actor.kind === "office"
      ? Prisma.sql`tenancy.office_reach() o`
      : Prisma.sql`(select * from office where division_id = ${row.divisionId}
          union all select * from office where organisation_id = ${row.organisationId}::uuid
            and division_id between ${lo} and ${hi} and division_id <> ${row.divisionId}) o`;
  return db.$queryRaw<Reached[]>`
    select o.division_id as "divisionId", o.id::text, o.organisation_id::text as "organisationId", o.name_fa as "nameFa",
      o.name_en as "nameEn", p.name_fa as "placeFa", p.name_en as "placeEn"
    from ${reach} left join division p on p.id = o.division_id and o.division_id <> ${row.divisionId}
    where o.id <> ${row.officeId}::uuid and o.opened_on <= ${today}::date
      and (o.closed_on is null or o.closed_on > ${today}::date)
    order by o.division_id <> ${row.divisionId}, p.name_fa, o.name_fa, o.id limit 1000`;
}
