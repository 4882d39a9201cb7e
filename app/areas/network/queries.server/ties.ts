import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import type { TieKind } from "../../catalogues/choices";
import { kindOf, type EndKind } from "../ties/tie-choice";

const sql = Prisma.sql;

/** A relationship as one of its ends sees it. */
export type TieRow = {
  id: string;
  kind: TieKind;
  type: string;
  /** Read from the second end. */
  back: boolean;
  end: EndKind;
  endId: string;
  endFa: string;
  endEn: string;
  fromOn: IsoDate | null;
  toOn: IsoDate | null;
  note: string | null;
};

/** Most relationships shown of one record. */
const MOST = 200;

const FIRST_ENDS = ["person", "circle"] as const;
const SECOND_ENDS = ["person", "circle", "office"] as const;
const NAME = {
  person: sql`p.full_name as fa, p.full_name as en from person p`,
  circle: sql`p.name as fa, p.name as en from circle p`,
  office: sql`p.name_fa as fa, p.name_en as en from office p`,
};
const FIRST = { person: sql`t.person_id`, circle: sql`t.circle_id` };
const SECOND = {
  person: sql`t.other_person_id`,
  circle: sql`t.other_circle_id`,
  office: sql`t.other_office_id`,
};

/** One kind of other end: an index of the ties of one end, and of each a look-up of its name, which the limit keeps one. */
function branch(
  divisionId: number,
  one: EndKind,
  other: EndKind,
  back: boolean,
  at: Prisma.Sql,
  end: Prisma.Sql,
  id: string,
) {
  const named = back ? one : other;
  const shown = named === "person" ? sql`and p.state <> 'cancelled'` : Prisma.empty;
  return sql`(select t.id::text, ${kindOf(one, other) ?? ""} as kind, t.type, ${back}::boolean as back, ${named} as "end", ${end}::text as "endId",
      named.fa as "endFa", named.en as "endEn", t.from_on::text as "fromOn", t.to_on::text as "toOn", t.note
    from tie t cross join lateral (select ${NAME[named]} where p.division_id = ${divisionId} and p.id = ${end} ${shown} limit 1) named
    where t.division_id = ${divisionId} and ${at} = ${id}::uuid and ${end} is not null
    limit ${MOST})`;
}

/** Relationships of one end: those that stand first, then the newest. */
function tiesOf(divisionId: number, here: EndKind, id: string): Prisma.Sql {
  const forth =
    here === "office"
      ? []
      : SECOND_ENDS.flatMap((other) =>
          kindOf(here, other) ? branch(divisionId, here, other, false, FIRST[here], SECOND[other], id) : [],
        );
  const back = FIRST_ENDS.flatMap((one) =>
    kindOf(one, here) ? branch(divisionId, one, here, true, SECOND[here], FIRST[one], id) : [],
  );
  return sql`select * from (${Prisma.join([...forth, ...back], " union all ")}) ties
    order by "toOn" desc nulls first, "fromOn" desc nulls last, id limit ${MOST}`;
}

/** What ties a person to others, to circles and to bodies of his county, ended ties too. */
export const listTiesOfPerson = (db: Db, divisionId: number, personId: string): Promise<TieRow[]> =>
  db.$queryRaw<TieRow[]>(tiesOf(divisionId, "person", personId));

/** What ties a circle, beside its memberships, to people, circles and bodies. */
export const listTiesOfCircle = (db: Db, divisionId: number, circleId: string): Promise<TieRow[]> =>
  db.$queryRaw<TieRow[]>(tiesOf(divisionId, "circle", circleId));

/** People and circles tied to an office of their county; for pages of other areas. */
export const listTiesOfOffice = (db: Db, divisionId: number, officeId: string): Promise<TieRow[]> =>
  db.$queryRaw<TieRow[]>(tiesOf(divisionId, "office", officeId));

/** One relationship as it stands in the record, with the names of its ends. */
export type TieDetails = {
  id: string;
  kind: TieKind;
  type: string;
  one: { kind: EndKind; id: string; fa: string; en: string };
  other: { kind: EndKind; id: string; fa: string; en: string };
  fromOn: IsoDate | null;
  toOn: IsoDate | null;
  note: string | null;
  revision: number;
};

export async function getTie(db: Db, divisionId: number, id: string): Promise<TieDetails> {
  const tie = await db.tie.findUnique({
    where: { divisionId_id: { divisionId, id } },
    include: { person: true, circle: true, otherPerson: true, otherCircle: true, otherOffice: true },
  });
  if (!tie) throw new Refusal("missing", "refusal.missing");
  const end = (
    person: { id: string; fullName: string } | null,
    circle: { id: string; name: string } | null,
    office: { id: string; nameFa: string; nameEn: string } | null,
  ): TieDetails["one"] => {
    if (person) return { kind: "person", id: person.id, fa: person.fullName, en: person.fullName };
    if (circle) return { kind: "circle", id: circle.id, fa: circle.name, en: circle.name };
    return { kind: "office", id: office?.id ?? "", fa: office?.nameFa ?? "", en: office?.nameEn ?? "" };
  };
  const one = end(tie.person, tie.circle, null);
  const other = end(tie.otherPerson, tie.otherCircle, tie.otherOffice);
  const kind = kindOf(one.kind, other.kind);
  if (!kind) throw new Error(`A tie of ends that no kind joins: ${id}`);
  const { type, fromOn, toOn, note, revision } = tie;
  return { id, kind, type, one, other, fromOn: isoOf(fromOn), toOn: isoOf(toOn), note, revision };
}

const isoOf = (day: Date | null): IsoDate | null => day && isoOfDate(day);

/** The end at which a relationship is being recorded, by name; missing where it is not of this county. */
export async function getEnd(
  db: Db,
  divisionId: number,
  end: { kind: "person" | "circle"; id: string },
): Promise<string> {
  const rows =
    end.kind === "person"
      ? await db.$queryRaw<{ name: string }[]>`select full_name as name from person
          where division_id = ${divisionId} and id = ${end.id}::uuid and state <> 'cancelled'`
      : await db.$queryRaw<{ name: string }[]>`select name from circle
          where division_id = ${divisionId} and id = ${end.id}::uuid`;
  if (!rows[0]) throw new Refusal("missing", "refusal.missing");
  return rows[0].name;
}
