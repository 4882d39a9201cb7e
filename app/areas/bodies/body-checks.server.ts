import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { searchKey } from "~/lib/persian-text";

/** Bodies above one another: more are a mistake. */
const DEEPEST = 12;

/** Refuses `conflict` when a body that stands, other than `exceptId`, has the same name in the place's dictionary. */
export async function refuseTwin(db: Db, { nameFa }: { nameFa: string }, exceptId?: string): Promise<void> {
  const rows = await db.$queryRaw<{ id: string; nameFa: string }[]>`
    select id, name_fa as "nameFa" from organisation where abolished_on is null limit 5000`;
  const key = searchKey(nameFa);
  if (rows.some((row) => row.id !== exceptId && searchKey(row.nameFa) === key)) {
    throw new Refusal("conflict", "bodies.same-name", { field: "nameFa" });
  }
}

/** Refuses `missing` when the place does not know the body that is to stand above. */
export async function refuseUnknownParent(db: Db, parentId: string | undefined): Promise<void> {
  if (parentId === undefined) return;
  const parent = await db.organisation.findUnique({ where: { id: parentId }, select: { abolishedOn: true } });
  if (!parent) throw new Refusal("missing", "refusal.missing");
  if (parent.abolishedOn) throw new Refusal("invalid", "bodies.parent-abolished", { field: "parentId" });
}

/** Refuses `invalid` when a body would come to stand above itself. */
export async function refuseRing(db: Db, id: string, parentId: string | undefined): Promise<void> {
  if (parentId === undefined) return;
  const [ring] = await db.$queryRaw<{ found: boolean }[]>`
    with recursive above as (
      select id, parent_id, 1 as depth from organisation where id = ${parentId}::uuid
      union all
      select g.id, g.parent_id, a.depth + 1 from organisation g join above a on g.id = a.parent_id
        where a.depth < ${DEEPEST})
    select exists (select from above where id = ${id}::uuid) as found`;
  if (ring?.found) throw new Refusal("invalid", "bodies.parent-is-below", { field: "parentId" });
}
