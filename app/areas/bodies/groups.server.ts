import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { BodyKind, GroupOfFive, GroupReach } from "./choices";
import type { GroupRow } from "./schema";

/** How a group says who belongs to it. */
export type GroupDefinition = GroupRow & {
  divisionId: number;
  reach: GroupReach | null;
  ruleKind: BodyKind | null;
  groupOfFive: GroupOfFive | null;
  officeIds: string[];
  revision: number;
};

/** A group that the place knows, with its definition. Refuses `missing`. */
export async function getGroup(db: Db, place: Place, code: string): Promise<GroupDefinition> {
  if (!/^[a-z0-9-]{1,60}$/.test(code)) throw new Refusal("missing", "refusal.missing");
  const [row] = await db.$queryRaw<GroupDefinition[]>`
    select code, division_id as "divisionId", name_fa as "nameFa", name_en as "nameEn", kind, rule_reach as reach,
      rule_kind as "ruleKind", rule_group_of_five as "groupOfFive", revision,
      array(select m.office_id::text from body_group_member m
        where m.division_id = ${place.id} and m.group_code = code) as "officeIds"
    from body_group where code = ${code} and retired_on is null`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

/** Groups with their definitions; the place's own first. At most 200. */
export async function listDefinedGroups(db: Db, place: Place): Promise<GroupDefinition[]> {
  return db.$queryRaw<GroupDefinition[]>`
    select code, division_id as "divisionId", name_fa as "nameFa", name_en as "nameEn", kind, rule_reach as reach,
      rule_kind as "ruleKind", rule_group_of_five as "groupOfFive", revision,
      array(select m.office_id::text from body_group_member m
        where m.division_id = ${place.id} and m.group_code = code) as "officeIds"
    from body_group where retired_on is null order by division_id desc, name_fa limit 200`;
}

export type GroupUseRow = { id: string; title: string; usedAt: Date; officeNames: string[] };

/** What the place issued to a group, newest first, each with the offices that were meant then; at most 20. */
export async function listGroupUses(db: Db, placeId: number, code: string): Promise<GroupUseRow[]> {
  return db.$queryRaw<GroupUseRow[]>`
    select id, title, used_at as "usedAt", office_names as "officeNames" from group_use
    where division_id = ${placeId} and group_code = ${code} order by used_at desc, id desc limit 20`;
}
