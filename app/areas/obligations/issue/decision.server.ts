import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { listed } from "~/ui/listed";
import type { Addressee } from "../door.server";

/** Whom a form names: `group:CODE` or `office:ID`. */
export function addresseeOf(chosen: string): Addressee {
  const [kind, code = ""] = chosen.split(":");
  return kind === "group" ? { group: code } : { officeIds: [code] };
}

/** Our own numbers run through, place by place: whoever issues waits for whoever issues. */
export async function nextNumber(db: Db, divisionId: number): Promise<number> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('issuance'), ${divisionId})`;
  const [last] = await db.$queryRaw<{ number: number }[]>`select number from issuance
    where division_id = ${divisionId} and source_kind = 'decision' and number is not null
    order by number desc limit 1`;
  return (last?.number ?? 0) + 1;
}

/** The names of those addressed, in the order in which they were chosen. */
export async function namesOf(
  db: Db,
  { place }: PlacedActor,
  lines: readonly { to: Addressee }[],
): Promise<string> {
  const groups = lines.flatMap(({ to }) => ("group" in to ? [to.group] : []));
  const offices = lines.flatMap(({ to }) => ("officeIds" in to ? [...to.officeIds] : []));
  const rows = await db.$queryRaw<{ key: string; name: string }[]>`
    select code as key, name_fa as name from body_group where code = any(${groups}::text[])
    union all
    select id::text, name_fa from office where id = any(${offices}::uuid[])
      and division_id between ${place.lo} and ${place.hi}`;
  const byKey = new Map(rows.map(({ key, name }) => [key, name]));
  return listed(
    [...groups, ...offices].flatMap((key) => byKey.get(key) ?? []),
    "fa",
  );
}
