import { scopeOf, type Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, isoOfDate, type IsoDate } from "~/lib/jalali";
import type { WrittenPlace } from "~/lib/written-names/places";
import { FRIDAYS_ONLY, type WorkingCalendar } from "~/lib/working-calendar";

/** A division as a place to act in, with the name of the place above; undefined when there is none with this id. */
export async function findPlace(db: Db, id: number): Promise<Place | undefined> {
  const scope = scopeOf(id);
  const rows = await db.$queryRaw<{ id: number; nameFa: string; nameEn: string }[]>`
    select id, name_fa as "nameFa", name_en as "nameEn" from division
    where id = any(${scope.ancestors.slice(0, 2)}::int[]) limit 2`;
  const own = rows.find((row) => row.id === id);
  const above = rows.find((row) => row.id === scope.ancestors[1]);
  if (!own) return undefined;
  return { ...own, ...scope, parent: above && { nameFa: above.nameFa, nameEn: above.nameEn } };
}

/** The counties that documents of a place may name: those of its province, or of the country; at most 1000. */
export async function namedPlaces(db: Db, place: Pick<Place, "id" | "level">): Promise<WrittenPlace[]> {
  const from = place.level === "nation" ? 0 : Math.floor(place.id / 1000) * 1000;
  const to = place.level === "nation" ? 99_999 : from + 999;
  return db.$queryRaw<WrittenPlace[]>`
    select id, name_fa as "nameFa", id = ${place.id} as "isOwn" from division
      where id between ${from} and ${to} and level = 'county' order by valid_to is not null, id limit 1000`;
}

/**
 * The working calendar of a place between two days: closed weekdays and named days of its own and of the levels above.
 * Needs a scope that stands in the place.
 */
export async function getWorkingCalendar(
  db: Db,
  place: Pick<Place, "ancestors">,
  from: IsoDate,
  to: IsoDate,
): Promise<WorkingCalendar> {
  const calendarOf = await readWorkingCalendars(db, place.ancestors, from, to);
  return calendarOf(place);
}

/**
 * The closed days of many places in two statements: gives the calendar of any place whose own number and those of the
 * levels above it are among `divisionIds`. A scope reads those of its own place, of the levels above and of those below.
 */
export async function readWorkingCalendars(
  db: Db,
  divisionIds: readonly number[],
  from: IsoDate,
  to: IsoDate,
): Promise<(place: Pick<Place, "ancestors">) => WorkingCalendar> {
  const rules = await db.$queryRaw<
    { divisionId: number; weekday: number; from: IsoDate; to: IsoDate | null }[]
  >`
    select division_id as "divisionId", weekday, to_char(valid_from, 'YYYY-MM-DD') as from,
      to_char(valid_to, 'YYYY-MM-DD') as to
    from weekend_rule where division_id = any(${[...divisionIds]}::int[])
      and valid_from <= ${to}::date and (valid_to is null or valid_to >= ${from}::date) limit 2000`;
  const days = await db.$queryRaw<
    { divisionId: number; day: IsoDate; name: string; kind: string; status: string }[]
  >`
    select division_id as "divisionId", to_char(day, 'YYYY-MM-DD') as day, name_fa as name, kind, status
    from holiday where division_id = any(${[...divisionIds]}::int[])
      and withdrawn_at is null and day between ${from}::date and ${to}::date order by day limit 5000`;
  return ({ ancestors }) => {
    const ownRules = rules.filter(({ divisionId }) => ancestors.includes(divisionId));
    const ownDays = days.filter(({ divisionId }) => ancestors.includes(divisionId));
    if (ownRules.length === 0 && ownDays.length === 0) return FRIDAYS_ONLY;
    return {
      weekend: ownRules.map((rule) => ({ weekdays: [rule.weekday], from: rule.from, to: rule.to })),
      specialDays: ownDays.map(({ day, name, kind, status }) => ({
        day,
        name,
        kind: kind === "declared" || kind === "closure" ? "closure" : "holiday",
        status: status === "estimated" ? "estimated" : "confirmed",
      })),
    };
  };
}

/** A division as lists show it. */
export type DivisionRow = {
  id: number;
  code: string | null;
  nameFa: string;
  nameEn: string;
  grade: string;
  validFrom: IsoDate;
  /** The first day on which it no longer was. */
  validTo: IsoDate | null;
  successorIds: number[];
};

const FACTS = {
  id: true,
  code: true,
  nameFa: true,
  nameEn: true,
  grade: true,
  validFrom: true,
  validTo: true,
  successorIds: true,
} as const;

type Row = Omit<DivisionRow, "validFrom" | "validTo"> & { validFrom: Date; validTo: Date | null };

const asRow = (row: Row): DivisionRow => ({
  ...row,
  validFrom: isoOfDate(row.validFrom),
  validTo: row.validTo && isoOfDate(row.validTo),
});

/** Longest list of divisions under one parent. */
const MOST = 1_000;

/** Provinces of the nation, or counties of a province: open and closed, by id. */
export async function listChildren(db: Db, parentId: number): Promise<DivisionRow[]> {
  const rows = await db.division.findMany({
    where: { parentId },
    select: FACTS,
    orderBy: { id: "asc" },
    take: MOST,
  });
  return rows.map(asRow);
}

/** Every county, for counting and for choosing among them: closed ones with `isOpen` false. */
export async function listEveryCounty(
  db: Db,
): Promise<{ id: number; parentId: number; nameFa: string; nameEn: string; isOpen: boolean }[]> {
  const rows = await db.division.findMany({
    where: { level: "county" },
    select: { id: true, parentId: true, nameFa: true, nameEn: true, validTo: true },
    orderBy: { id: "asc" },
    take: MOST,
  });
  return rows.map(({ validTo, parentId, ...row }) => ({
    ...row,
    parentId: parentId ?? 0,
    isOpen: validTo === null,
  }));
}

/** Every county with what follows it and what it is compared by, under the names of today; bounded by the country's counties. */
export async function readBorders(db: Db): Promise<
  {
    id: number;
    nameFa: string;
    nameEn: string;
    isOpen: boolean;
    successorIds: number[];
    population: number | null;
    grade: string;
  }[]
> {
  return db.$queryRaw`
    select id, name_fa as "nameFa", name_en as "nameEn", valid_to is null as "isOpen", successor_ids as "successorIds",
      population, grade
    from division where level = 'county' order by id limit ${2 * MOST}::int`;
}

/** Some divisions by id, in their order of id: names for what another list refers to. At most a thousand. */
export async function listDivisions(db: Db, ids: readonly number[]): Promise<DivisionRow[]> {
  const wanted = [...new Set(ids)].slice(0, MOST);
  const found = await db.$queryRaw<
    Row[]
  >`select id, code, name_fa as "nameFa", name_en as "nameEn", grade, valid_from as "validFrom", valid_to as "validTo",
      successor_ids as "successorIds" from division where id = any(${wanted}) order by id`;
  return found.map(asRow);
}

/** A division with its names since its beginning, the newest first. Refuses with `missing`. */
export async function getDivision(
  db: Db,
  id: number,
): Promise<DivisionRow & { names: { validFrom: IsoDate; nameFa: string; nameEn: string }[] }> {
  const row = await db.division.findUnique({ where: { id }, select: FACTS });
  if (!row) throw new Refusal("missing", "refusal.missing");
  const names = await db.divisionName.findMany({
    where: { divisionId: id },
    orderBy: { validFrom: "desc" },
    take: 100,
  });
  return {
    ...asRow(row),
    names: names.map(({ validFrom, nameFa, nameEn }) => ({
      validFrom: isoOfDate(validFrom),
      nameFa,
      nameEn,
    })),
  };
}

/** The name a division had on a day; its first name for days before it. */
export async function nameOn(
  db: Db,
  id: number,
  day: IsoDate,
): Promise<{ nameFa: string; nameEn: string } | undefined> {
  const select = { nameFa: true, nameEn: true };
  const then = await db.divisionName.findFirst({
    where: { divisionId: id, validFrom: { lte: dateOf(day) } },
    orderBy: { validFrom: "desc" },
    select,
  });
  return (
    then ??
    (await db.divisionName.findFirst({ where: { divisionId: id }, orderBy: { validFrom: "asc" }, select })) ??
    (await db.division.findUnique({ where: { id }, select })) ??
    undefined
  );
}

/**
 * SQL to join beside a division `n`: `named`, its `name_fa` and `name_en` on a day as `nameOn` tells them, for lists
 * about a day that has passed.
 */
export const namesOn = (day: IsoDate): Prisma.Sql => Prisma.sql`
  cross join lateral (
    select coalesce(max(o.name_fa), n.name_fa) as name_fa, coalesce(max(o.name_en), n.name_en) as name_en
    from (
      select x.name_fa, x.name_en from division_name x where x.division_id = n.id
      order by x.valid_from > ${day}::date, abs(x.valid_from - ${day}::date) limit 1) o
  ) named`;

/** A named closed day as the page of the calendar lists it. */
export type ClosedDayRow = {
  id: string;
  divisionId: number;
  day: IsoDate;
  nameFa: string;
  nameEn: string;
  kind: string;
  status: string;
  withdrawn: boolean;
  declaredBy: string | null;
};

/** A closed weekday with the days between which it holds. */
export type WeekendRow = {
  id: string;
  divisionId: number;
  weekday: number;
  from: IsoDate;
  to: IsoDate | null;
  status: string;
};

/** Everything that makes up the calendar of a place between two days, its own and what comes from above. */
export async function getCalendarPage(
  db: Db,
  place: Pick<Place, "ancestors">,
  from: IsoDate,
  to: IsoDate,
): Promise<{ days: ClosedDayRow[]; weekend: WeekendRow[] }> {
  const days = await db.$queryRaw<ClosedDayRow[]>`
    select id::text, division_id as "divisionId", day::text, name_fa as "nameFa", name_en as "nameEn", kind, status,
      withdrawn_at is not null as withdrawn, declared_by as "declaredBy"
    from holiday where division_id = any(${[...place.ancestors]}::int[])
      and day between ${from}::date and ${to}::date order by day, division_id, id limit 400`;
  const weekend = await db.$queryRaw<WeekendRow[]>`
    select id::text, division_id as "divisionId", weekday, valid_from::text as "from", valid_to::text as "to", status
    from weekend_rule where division_id = any(${[...place.ancestors]}::int[])
      and (valid_to is null or valid_to >= valid_from)
    order by valid_from desc, division_id, weekday limit 100`;
  return { days, weekend };
}
