import type { GroupOfFive } from "~/areas/bodies/choices";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isoOfDate, todayIn, type IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, type Page } from "~/lib/paging";
import type { CouncilKind, QuorumKind, Seat } from "./choices";
import { compositionGaps, votingMembers, type CompositionGap, type Seated } from "./composition";

export type CouncilRow = {
  id: string;
  kind: CouncilKind;
  nameFa: string;
  nameEn: string;
  parentFa: string | null;
  parentEn: string | null;
  dissolvedOn: IsoDate | null;
  /** Members who vote, today. */
  members: number;
  guests: number;
  gaps: CompositionGap[];
};

type RuleColumns = {
  leastOfFive: Partial<Record<GroupOfFive, number>>;
  leastMembers: number | null;
  mostMembers: number | null;
};

const SEATED_ON = (day: IsoDate) =>
  Prisma.sql`m.ended_at is null and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)`;

/** The councils and committees of a place by name, with how they are composed on a day. */
export async function listCouncils(
  db: Db,
  divisionId: number,
  { dissolved, after }: { dissolved: boolean; after?: string | null | undefined },
  day: IsoDate,
  size: number,
): Promise<Page<CouncilRow>> {
  const from = decodeCursor(after, ["text", "uuid"]);
  const over = dissolved ? Prisma.sql`c.dissolved_on is not null` : Prisma.sql`c.dissolved_on is null`;
  const beyond = from ? Prisma.sql`and (c.name_fa, c.id) > (${from[0]}, ${from[1]}::uuid)` : Prisma.empty;
  const rows = await db.$queryRaw<
    (Omit<CouncilRow, "members" | "guests" | "gaps"> & RuleColumns & { seated: Seated[] | null })[]
  >`select c.id::text, c.kind, c.name_fa as "nameFa", c.name_en as "nameEn", p.name_fa as "parentFa",
      p.name_en as "parentEn", to_char(c.dissolved_on, 'YYYY-MM-DD') as "dissolvedOn", c.least_of_five as "leastOfFive",
      c.least_members as "leastMembers", c.most_members as "mostMembers", s.seated
    from council c
    left join council p on p.division_id = c.division_id and p.id = c.parent_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('seat', m.seat, 'groupOfFive', coalesce(g.group_of_five, m.group_of_five))) as seated
      from council_member m
      left join office o on o.division_id = m.division_id and o.id = m.office_id
      left join organisation g on g.id = o.organisation_id
      where m.division_id = c.division_id and m.council_id = c.id and ${SEATED_ON(day)}) s on true
    where c.division_id = ${divisionId} and ${over} ${beyond}
    order by c.name_fa, c.id limit ${size + 1}`;
  const { rows: shown, next } = pageOf(rows, size, (row) => [row.nameFa, row.id]);
  const told = shown.map(({ seated, leastOfFive, leastMembers, mostMembers, ...row }) => {
    const sitting = seated ?? [];
    const members = votingMembers(sitting).length;
    return {
      ...row,
      members,
      guests: sitting.length - members,
      gaps: row.dissolvedOn ? [] : compositionGaps({ leastOfFive, leastMembers, mostMembers }, sitting),
    };
  });
  return { rows: told, next };
}

export type Council = RuleColumns & {
  id: string;
  divisionId: number;
  kind: CouncilKind;
  nameFa: string;
  nameEn: string;
  parent: { id: string; nameFa: string; nameEn: string } | null;
  basis: string | null;
  duties: string | null;
  chairPost: { id: string; titleFa: string; titleEn: string } | null;
  secretaryPost: { id: string; titleFa: string; titleEn: string } | null;
  quorumKind: QuorumKind;
  quorumCount: number | null;
  firstNumber: number;
  invitesPr: boolean;
  foundedOn: IsoDate | null;
  dissolvedOn: IsoDate | null;
  dissolveReason: string | null;
  committees: { id: string; nameFa: string; nameEn: string; dissolvedOn: IsoDate | null }[];
  revision: number;
};

const MOST_COMMITTEES = 100;
const post = { select: { id: true, titleFa: true, titleEn: true } };
const dayOf = (date: Date | null) => date && isoOfDate(date);

/** A council of a place or of one below it, with its committees. Refuses `missing`. */
export async function getCouncil(db: Db, divisionId: number, id: string): Promise<Council> {
  const row = await db.council.findUnique({
    where: { divisionId_id: { divisionId, id } },
    include: {
      parent: { select: { id: true, nameFa: true, nameEn: true } },
      chairPost: post,
      secretaryPost: post,
      committees: {
        select: { id: true, nameFa: true, nameEn: true, dissolvedOn: true },
        orderBy: { nameFa: "asc" },
        take: MOST_COMMITTEES,
      },
    },
  });
  if (!row) throw new Refusal("missing", "refusal.missing");
  const {
    createdAt: _at,
    createdByKey: _by,
    parentId: _parent,
    chairPostId: _chair,
    secretaryPostId: _secretary,
    ...rest
  } = row;
  return {
    ...rest,
    kind: row.kind as CouncilKind,
    quorumKind: row.quorumKind as QuorumKind,
    leastOfFive: row.leastOfFive as RuleColumns["leastOfFive"],
    foundedOn: dayOf(row.foundedOn),
    dissolvedOn: dayOf(row.dissolvedOn),
    committees: row.committees.map((one) => ({ ...one, dissolvedOn: dayOf(one.dissolvedOn) })),
  };
}

/** A standing council of a place as a form offers it. */
export type CouncilChoice = {
  id: string;
  kind: CouncilKind;
  nameFa: string;
  nameEn: string;
  chairPostId: string | null;
  secretaryPostId: string | null;
};

const MOST_CHOICES = 300;

/** The standing councils and committees of a place, by name; at most 300. */
export async function listCouncilChoices(db: Db, divisionId: number): Promise<CouncilChoice[]> {
  const rows = await db.council.findMany({
    where: { divisionId, dissolvedOn: null },
    select: { id: true, kind: true, nameFa: true, nameEn: true, chairPostId: true, secretaryPostId: true },
    orderBy: [{ nameFa: "asc" }, { id: "asc" }],
    take: MOST_CHOICES,
  });
  return rows.map((row) => ({ ...row, kind: row.kind as CouncilKind }));
}

export type MemberRow = {
  id: string;
  councilId: string;
  councilFa: string;
  councilEn: string;
  seat: Seat;
  name: string;
  roleTitle: string;
  office: { id: string; nameFa: string; nameEn: string } | null;
  groupOfFive: GroupOfFive | null;
  orderNumber: string | null;
  startsOn: IsoDate;
  endsOn: IsoDate | null;
  endedOn: IsoDate | null;
  endReason: string | null;
  revision: number;
};

const MEMBER = {
  council: { select: { nameFa: true, nameEn: true } },
  office: {
    select: { id: true, nameFa: true, nameEn: true, organisation: { select: { groupOfFive: true } } },
  },
} satisfies Prisma.CouncilMemberInclude;

const asMember = (row: Prisma.CouncilMemberGetPayload<{ include: typeof MEMBER }>): MemberRow => ({
  id: row.id,
  councilId: row.councilId,
  councilFa: row.council.nameFa,
  councilEn: row.council.nameEn,
  seat: row.seat as Seat,
  name: row.name,
  roleTitle: row.roleTitle,
  office: row.office && { id: row.office.id, nameFa: row.office.nameFa, nameEn: row.office.nameEn },
  groupOfFive: (row.office?.organisation.groupOfFive ?? row.groupOfFive) as GroupOfFive | null,
  orderNumber: row.orderNumber,
  startsOn: isoOfDate(row.startsOn),
  endsOn: dayOf(row.endsOn),
  endedOn: row.endedAt && todayIn(row.endedAt),
  endReason: row.endReason,
  revision: row.revision,
});

/** Whether somebody sits on a day, still will, or no longer does. */
export function standingOn(
  { startsOn, endsOn, endedOn }: MemberRow,
  day: IsoDate,
): "sits" | "to-come" | "former" {
  if (endedOn || (endsOn && endsOn < day)) return "former";
  return startsOn > day ? "to-come" : "sits";
}

/** More than any council seats in its life. */
const MOST_MEMBERS = 1000;
const TURN_OF_SEAT: Record<Seat, number> = { chair: 0, secretary: 1, member: 2, guest: 3 };

/** Everybody who sat, sits or is to sit in a council of one's own place: chair, secretary, members, guests; then by name. */
export async function listMembers(db: Db, divisionId: number, councilId: string): Promise<MemberRow[]> {
  const rows = await db.councilMember.findMany({
    where: { divisionId, councilId },
    include: MEMBER,
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: MOST_MEMBERS,
  });
  return rows
    .map(asMember)
    .sort((a, b) => TURN_OF_SEAT[a.seat] - TURN_OF_SEAT[b.seat] || a.name.localeCompare(b.name, "fa"));
}

/** One seat of a council of one's own place. Refuses `missing`. */
export async function getMember(db: Db, divisionId: number, id: string): Promise<MemberRow> {
  const row = await db.councilMember.findUnique({
    where: { divisionId_id: { divisionId, id } },
    include: MEMBER,
  });
  if (!row) throw new Refusal("missing", "refusal.missing");
  return asMember(row);
}

/** The seats of all councils of a place in the order in which they were entered. */
export async function listSeats(
  db: Db,
  divisionId: number,
  after: string | null | undefined,
  size: number,
): Promise<Page<MemberRow>> {
  const [id] = decodeCursor(after, ["uuid"]) ?? [];
  const rows = await db.councilMember.findMany({
    where: { divisionId, ...(typeof id === "string" && { id: { gt: id } }) },
    include: MEMBER,
    orderBy: { id: "asc" },
    take: size + 1,
  });
  return pageOf(rows.map(asMember), size, (row) => [row.id]);
}

/** Who is to be invited to a session: those who sit on that day, and the usual guests. */
export type CouncilInvitee = {
  seat: Seat;
  name: string;
  roleTitle: string;
  officeId: string | null;
};

const MOST_GUESTS = 500;

/**
 * Whom a session of a council of one's own place invites on a day: chair, secretary, members and guests with a seat, and,
 * where the council has them, the public-relations managers of the place's offices as guests (clause 5 of the
 * public-relations directive), but for offices that sit already.
 */
export async function listCouncilInvitees(
  db: Db,
  divisionId: number,
  councilId: string,
  day: IsoDate,
): Promise<CouncilInvitee[]> {
  const council = await getCouncil(db, divisionId, councilId);
  const seated = (await listMembers(db, divisionId, councilId)).filter(
    (member) => standingOn(member, day) === "sits",
  );
  const sitting = seated.map(({ seat, name, roleTitle, office }) => ({
    seat,
    name,
    roleTitle,
    officeId: office?.id ?? null,
  }));
  if (!council.invitesPr) return sitting;
  const taken = sitting.flatMap(({ officeId }) => (officeId ? [officeId] : []));
  const managers = await db.$queryRaw<{ id: string; name: string }[]>`
    select o.id::text, o.pr_name as name from office o
    where o.division_id = ${divisionId} and o.pr_name is not null and o.closed_on is null
      and (o.pr_until is null or o.pr_until >= ${day}::date) and o.id <> all(${taken}::uuid[])
    order by o.name_fa, o.id limit ${MOST_GUESTS}`;
  return [
    ...sitting,
    ...managers.map(({ id, name }) => ({ seat: "guest" as const, name, roleTitle: "", officeId: id })),
  ];
}
