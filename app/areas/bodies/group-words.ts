import type { GroupDefinition } from "./groups.server";
import { writtenEn } from "./office-words";

/** What a group says of itself, field by field, as its form has it; its members by their ids, parted by commas. */
export function groupWords(group: GroupDefinition): Record<string, string> {
  return {
    nameFa: group.nameFa,
    nameEn: writtenEn(group),
    kind: group.kind,
    reach: group.reach ?? "",
    ruleKind: group.ruleKind ?? "",
    groupOfFive: group.groupOfFive ?? "",
    officeIds: group.officeIds.join(),
  };
}
