import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { MakeGroup } from "./schema";

/** What a form says of a group, as its record holds it. */
export function definitionOf(input: MakeGroup) {
  const isRule = input.kind === "rule";
  return {
    nameFa: input.nameFa,
    nameEn: input.nameEn,
    kind: input.kind,
    ruleReach: isRule ? (input.reach ?? null) : null,
    ruleKind: isRule ? (input.ruleKind ?? null) : null,
    ruleGroupOfFive: isRule ? (input.groupOfFive ?? null) : null,
  };
}

/**
 * Makes the ticked offices the group's members, in place of those it had. Refuses `missing` for an office that is neither
 * of the place nor below it.
 */
export async function setMembers(db: Db, actor: PlacedActor, code: string, input: MakeGroup): Promise<void> {
  const { place } = actor;
  await db.bodyGroupMember.deleteMany({ where: { divisionId: place.id, groupCode: code } });
  if (input.kind !== "members") return;
  const wanted = [...new Set(input.officeIds)];
  const added = await db.$executeRaw`
    insert into body_group_member (division_id, group_code, office_division_id, office_id)
    select ${place.id}, ${code}, o.division_id, o.id from office o
    where o.division_id between ${place.id} and ${place.hi} and o.id = any(${wanted}::uuid[])`;
  if (added !== wanted.length) throw new Refusal("missing", "refusal.missing");
}
