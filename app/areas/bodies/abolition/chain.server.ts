import { Prisma } from "~/kernel/db.server";

/** Heirs of heirs: more are a mistake. */
const LONGEST = 12;

/**
 * Bodies or offices (`r` in `start`), each with its heir, its heir's heir and so on as long as the one before has ended:
 * rows of `heirs`, where `first` is whose row it is and `depth` begins with 1 for itself. For a `with`.
 */
export const HEIRS = (of: "organisation" | "office", start: Prisma.Sql) => {
  const table = Prisma.raw(of);
  const ended = Prisma.raw(of === "organisation" ? "r.abolished_on" : "r.closed_on");
  // Offices go on in their own place, which their index begins with.
  const inPlace = of === "office" ? Prisma.sql`and r.division_id = h.division_id` : Prisma.empty;
  return Prisma.sql`recursive heirs as (
      select r.id as first, r.division_id, r.id, r.heir_id, r.name_fa, r.name_en, ${ended} as ended_on, 1 as depth
        from ${table} r where ${start}
      union all
      select h.first, r.division_id, r.id, r.heir_id, r.name_fa, r.name_en, ${ended}, h.depth + 1
        from heirs h join ${table} r on r.id = h.heir_id ${inPlace}
        where h.ended_on is not null and h.depth < ${LONGEST})`;
};
