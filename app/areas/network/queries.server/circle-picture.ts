import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { Picture, PictureLine, PictureNode } from "../circles/circle-picture";
import type { EndKind } from "../ties/tie-choice";

/** Most members of a circle, and most of their ties, that a picture is made of. */
const MOST_MEMBERS = 300;
const MOST_TIES = 2000;

type End = { kind: EndKind; id: string; fa: string; en: string };
type Row = { one: End; other: End; isMembership: boolean };

/**
 * A circle, its members, and all to whom or what it and they are tied today: people, circles, offices, and other circles
 * in which its members take part. Who has left the network holds nobody together any more, and is in no picture.
 */
export async function pictureOf(
  db: Db,
  divisionId: number,
  circle: { id: string; name: string },
  today: IsoDate,
): Promise<Picture> {
  const members = await db.$queryRaw<{ id: string; name: string }[]>`
    select distinct p.id::text, p.full_name as name from membership m
    join person p on p.division_id = m.division_id and p.id = m.person_id and p.state <> 'cancelled'
      and p.erased_at is null
    where m.division_id = ${divisionId} and m.circle_id = ${circle.id}::uuid and m.to_on is null limit ${MOST_MEMBERS}`;
  const ids = members.map(({ id }) => id);
  const rows = await db.$queryRaw<Row[]>`
    with touched as (
      select id from tie where division_id = ${divisionId} and person_id = any(${ids}::uuid[])
      union select id from tie where division_id = ${divisionId} and other_person_id = any(${ids}::uuid[])
      union select id from tie where division_id = ${divisionId} and circle_id = ${circle.id}::uuid
      union select id from tie where division_id = ${divisionId} and other_circle_id = ${circle.id}::uuid)
    select jsonb_build_object('kind', case when p.id is null then 'circle' else 'person' end, 'id', coalesce(p.id, c.id),
        'fa', coalesce(p.full_name, c.name), 'en', coalesce(p.full_name, c.name)) as one,
      jsonb_build_object('kind', case when op.id is not null then 'person' when oc.id is not null then 'circle' else 'office' end,
        'id', coalesce(op.id, oc.id, o.id), 'fa', coalesce(op.full_name, oc.name, o.name_fa),
        'en', coalesce(op.full_name, oc.name, o.name_en)) as other, false as "isMembership"
    from touched join tie t on t.division_id = ${divisionId} and t.id = touched.id
    left join person p on p.division_id = ${divisionId} and p.id = t.person_id
    left join circle c on c.division_id = ${divisionId} and c.id = t.circle_id
    left join person op on op.division_id = ${divisionId} and op.id = t.other_person_id
    left join circle oc on oc.division_id = ${divisionId} and oc.id = t.other_circle_id
    left join office o on o.division_id = ${divisionId} and o.id = t.other_office_id
    where (t.to_on is null or t.to_on > ${today}::date) and (t.from_on is null or t.from_on <= ${today}::date)
      and coalesce(p.state, '') not in ('archived', 'cancelled') and coalesce(op.state, '') not in ('archived', 'cancelled')
    limit ${MOST_TIES}`;
  const others = await db.$queryRaw<Row[]>`
    select distinct jsonb_build_object('kind', 'person', 'id', p.id, 'fa', p.full_name, 'en', p.full_name) as one,
      jsonb_build_object('kind', 'circle', 'id', c.id, 'fa', c.name, 'en', c.name) as other, true as "isMembership"
    from membership m join circle c on c.division_id = m.division_id and c.id = m.circle_id and c.closed_on is null
    join person p on p.division_id = m.division_id and p.id = m.person_id
    where m.division_id = ${divisionId} and m.person_id = any(${ids}::uuid[]) and m.to_on is null
      and m.circle_id <> ${circle.id}::uuid limit ${MOST_TIES}`;
  return put(circle, members, [...rows, ...others]);
}

const keyOf = ({ kind, id }: Pick<End, "kind" | "id">) => `${kind}:${id}`;

/** The picture of what was read: each end once, each line once. */
function put(
  circle: { id: string; name: string },
  members: { id: string; name: string }[],
  rows: Row[],
): Picture {
  const nodes = new Map<string, PictureNode>();
  const add = (end: End, isMember: boolean) => {
    const key = keyOf(end);
    if (!nodes.has(key)) nodes.set(key, { key, ...end, isMember });
  };
  const centre = keyOf({ kind: "circle", id: circle.id });
  add({ kind: "circle", id: circle.id, fa: circle.name, en: circle.name }, false);
  for (const { id, name } of members) add({ kind: "person", id, fa: name, en: name }, true);
  const lines = new Map<string, PictureLine>();
  for (const { id } of members) {
    const one = keyOf({ kind: "person", id });
    lines.set(`${one} ${centre} member`, { one, other: centre, isMembership: true });
  }
  for (const { one, other, isMembership } of rows) {
    add(one, false);
    add(other, false);
    const [first = "", second = ""] = [keyOf(one), keyOf(other)].sort();
    lines.set(`${first} ${second} ${isMembership ? "member" : "tie"}`, {
      one: first,
      other: second,
      isMembership,
    });
  }
  return {
    centre,
    nodes: [...nodes.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    lines: [...lines.values()],
  };
}
