import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { HEIRS } from "./abolition/chain.server";
import { searchOffices } from "./directory.server";
import type { GroupRow, OfficeLinkRow, OfficeRow } from "./schema";

/** The governor's own body, with one office in each county. */
const GOVERNORATE = "county-governorate";

const OFFICE = Prisma.sql`o.division_id as "divisionId", o.id, o.organisation_id as "organisationId",
  g.code as "organisationCode", g.kind, g.group_of_five as "groupOfFive", o.name_fa as "nameFa", o.name_en as "nameEn"`;
const OPEN_ON = (day: IsoDate) =>
  Prisma.sql`o.opened_on <= ${day}::date and (o.closed_on is null or o.closed_on > ${day}::date)`;

/** Open offices of one place by name; at most 500. */
export async function listOffices(db: Db, placeId: number, day: IsoDate): Promise<OfficeRow[]> {
  return db.$queryRaw<
    OfficeRow[]
  >`select ${OFFICE} from office o join organisation g on g.id = o.organisation_id
    where o.division_id = ${placeId} and ${OPEN_ON(day)} order by o.name_fa limit 500`;
}

/** Open offices of one place by what is typed, the best answer first: what the directory's own search finds of them. */
export const findOffices = (db: Db, placeId: number, day: IsoDate, text: string, size: number) =>
  searchOffices(db, placeId, text, size, day);

/** The governorates under a province, by place; at most 100. Empty for a county. */
export async function listGovernorates(db: Db, place: Place, day: IsoDate): Promise<OfficeRow[]> {
  if (place.level === "county") return [];
  return db.$queryRaw<
    OfficeRow[]
  >`select ${OFFICE} from office o join organisation g on g.id = o.organisation_id
    where o.division_id > ${place.id} and o.division_id <= ${place.hi} and g.code = ${GOVERNORATE} and ${OPEN_ON(day)}
    order by o.division_id limit 100`;
}

/**
 * Offices below whom a place writes to by name, by place: governorates, and from a province the municipalities too, which
 * no office of its own stands above. At most 600; none for a county.
 */
export async function listOfficesBelow(db: Db, place: Place, day: IsoDate): Promise<OfficeRow[]> {
  if (place.level !== "province") return listGovernorates(db, place, day);
  return db.$queryRaw<
    OfficeRow[]
  >`select ${OFFICE} from organisation g join office o on o.organisation_id = g.id
    where (g.code = ${GOVERNORATE} or g.kind = 'municipality')
      and o.division_id > ${place.id} and o.division_id <= ${place.hi} and ${OPEN_ON(day)}
    order by o.division_id, o.id limit 600`;
}

/** Whether an office is the governor's own. */
export const isGovernorate = ({ organisationCode }: Pick<OfficeRow, "organisationCode">): boolean =>
  organisationCode === GOVERNORATE;

/** Counties under a province that stand today and have no governorate on record: a group of governors misses them. */
export async function listCountiesWithoutGovernorate(
  db: Db,
  place: Place,
  day: IsoDate,
): Promise<{ id: number; nameFa: string; nameEn: string }[]> {
  if (place.level !== "province") return [];
  return db.$queryRaw`select d.id, d.name_fa as "nameFa", d.name_en as "nameEn" from division d
    where d.id > ${place.id} and d.id <= ${place.hi} and d.level = 'county'
      and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to > ${day}::date)
      and not exists (select from office o join organisation g on g.id = o.organisation_id
        where o.division_id = d.id and g.code = ${GOVERNORATE} and ${OPEN_ON(day)})
    order by d.id limit 100`;
}

/** More offices than any group means; one that would be larger is refused rather than cut. */
const MOST_MEMBERS = 3_000;

/** Offices of groups that list their members or say a rule, by the group's code, as the place sees them. */
const OF_OWN_GROUPS = (place: Place) => {
  const fits = Prisma.sql`(g.rule_kind is null or g.rule_kind = r.kind)
    and (g.rule_group_of_five is null or g.rule_group_of_five = r.group_of_five)`;
  const rightBelow =
    place.level === "nation"
      ? Prisma.sql`o.division_id > 0 and o.division_id <= ${place.hi} and o.division_id % 1000 = 0`
      : Prisma.sql`o.division_id > ${place.id} and o.division_id <= ${place.hi}`;
  return Prisma.sql`
    select m.group_code as code, m.office_division_id as division_id, m.office_id
      from body_group_member m where m.division_id = ${place.id}
    union all
    select g.code, o.division_id, o.id from body_group g, office o join organisation r on r.id = o.organisation_id
      where g.kind = 'rule' and g.rule_reach = 'here' and o.division_id = ${place.id} and ${fits}
    union all
    select g.code, o.division_id, o.id from body_group g, office o join organisation r on r.id = o.organisation_id
      where g.kind = 'rule' and g.rule_reach = 'below' and ${rightBelow} and ${fits}`;
};

/**
 * Who belongs to a group on a day: it is asked once, when something is issued, and the answer is kept.
 * Refuses `invalid` for a group of more offices than one text may go to.
 */
export async function listGroupMembers(
  db: Db,
  place: Place,
  group: Pick<GroupRow, "code" | "kind">,
  day: IsoDate,
): Promise<OfficeRow[]> {
  if (group.kind === "governorates") return listGovernorates(db, place, day);
  if (group.kind === "vague") return [];
  if (group.kind === "offices") {
    return db.$queryRaw<
      OfficeRow[]
    >`select ${OFFICE} from office o join organisation g on g.id = o.organisation_id
    where o.division_id = ${place.id} and g.kind = 'executive' and ${OPEN_ON(day)} order by o.name_fa limit 500`;
  }
  const rows = await db.$queryRaw<OfficeRow[]>`
    select ${OFFICE} from (${OF_OWN_GROUPS(place)}) m
      join office o on o.division_id = m.division_id and o.id = m.office_id
      join organisation g on g.id = o.organisation_id
    where m.code = ${group.code} and ${OPEN_ON(day)} order by o.name_fa limit ${MOST_MEMBERS + 1}`;
  if (rows.length > MOST_MEMBERS) throw new Refusal("invalid", "bodies.group.too-large");
  return rows;
}

/** The members of every group that lists them or says a rule, at once: ids of offices by the group's code. */
export async function membersOfOwnGroups(
  db: Db,
  place: Place,
  day: IsoDate,
): Promise<Record<string, string[]>> {
  // Most places have no group of their own: then no office is read for one.
  const [own] = await db.$queryRaw<{ found: boolean }[]>`select exists (select from body_group
    where kind in ('members', 'rule') and retired_on is null) as found`;
  if (!own?.found) return {};
  const rows = await db.$queryRaw<{ code: string; ids: string[] }[]>`
    select m.code, array_agg(o.id::text) as ids from (${OF_OWN_GROUPS(place)}) m
      join office o on o.division_id = m.division_id and o.id = m.office_id
    where o.division_id between ${place.id} and ${place.hi} and ${OPEN_ON(day)} group by m.code`;
  return Object.fromEntries(rows.map(({ code, ids }) => [code, ids]));
}

/** Groups that documents address, one's own and those of the levels above; at most 200. */
export async function listGroups(db: Db): Promise<GroupRow[]> {
  return db.$queryRaw<GroupRow[]>`select code, name_fa as "nameFa", name_en as "nameEn", kind from body_group
    where retired_on is null order by division_id, code limit 200`;
}

/** A party as documents may write it. */
export type KnownParty = {
  code: string;
  nameFa: string;
  kind: "group" | "vague-group" | "body";
  /** Of a group: the code of the body of which each place has one. */
  member: string | null;
  spellings: string[];
  taught: string[];
};

/**
 * Every group and body with its written forms: what written names are read against. What the place has taught comes apart,
 * since it goes before the national base. What was written of a body that ended means the heir who stands. At most 1000 bodies.
 */
export async function listKnownParties(db: Db): Promise<KnownParty[]> {
  const forms = Prisma.sql`
    coalesce(array_agg(s.written order by s.search_key) filter (where s.division_id = 0), '{}') as spellings,
    coalesce(array_agg(s.written order by s.search_key) filter (where s.division_id <> 0), '{}') as taught`;
  return db.$queryRaw<KnownParty[]>`
    with ${HEIRS("organisation", Prisma.sql`r.abolished_on is not null`)}
    (select b.code, b.name_fa as "nameFa", case b.kind when 'vague' then 'vague-group' else 'group' end as kind,
        case b.kind when 'governorates' then ${GOVERNORATE} end as member, ${forms}
      from body_group b left join party_spelling s on s.group_code = b.code
      where b.retired_on is null group by b.code)
    union all
    (select g.code, g.name_fa, 'body', null, ${forms}
      from organisation g left join (
        select f.written, f.search_key, f.division_id, coalesce(x.id, f.organisation_id) as organisation_id
        from party_spelling f left join heirs x on x.first = f.organisation_id and x.ended_on is null
      ) s on s.organisation_id = g.id
      where g.abolished_on is null group by g.id order by g.code limit 1000)`;
}

/** The office that holds a personal link, for its officer. Undefined when it is closed. */
export async function findOffice(
  db: Db,
  divisionId: number,
  id: string,
): Promise<{ divisionId: number; id: string; nameFa: string; nameEn: string } | undefined> {
  const row = await db.office.findUnique({
    where: { divisionId_id: { divisionId, id } },
    select: { divisionId: true, id: true, nameFa: true, nameEn: true, closedOn: true },
  });
  if (!row || row.closedOn) return undefined;
  return { divisionId: row.divisionId, id: row.id, nameFa: row.nameFa, nameEn: row.nameEn };
}

/** Personal links of an office of one's own place, newest first; at most 20. */
export async function listOfficeLinks(db: Db, placeId: number, officeId: string): Promise<OfficeLinkRow[]> {
  return db.personalLink.findMany({
    where: { kind: "office", divisionId: placeId, officeId },
    select: { id: true, createdAt: true, expiresAt: true, revokedAt: true },
    orderBy: { createdAt: "desc" },
    take: 20,
  });
}

/** The office that a personal link opens at this moment. Needs the door's scope. */
export async function findOfficeOfLink(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<{ linkId: string; divisionId: number; officeId: string } | undefined> {
  const link = await db.personalLink.findUnique({ where: { tokenHash } });
  if (!link || link.kind !== "office" || link.divisionId === null || link.officeId === null) return undefined;
  if (link.revokedAt || link.expiresAt <= now) return undefined;
  return { linkId: link.id, divisionId: link.divisionId, officeId: link.officeId };
}

/** The words of a name that was taught in a place, or null when it is gone. */
export async function findTaughtName(db: Db, placeId: number, spellingId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ written: string }[]>`
    select written from party_spelling where division_id = ${placeId} and id = ${spellingId}::uuid and kind = 'taught'`;
  return row?.written ?? null;
}
