import type { GroupDefinition } from "./groups.server";
import type { BodiesKey } from "./messages";

type Say = (key: BodiesKey, vars?: Readonly<Record<string, string | number>>) => string;

/** Who belongs to a group, in words. */
export function definitionWords(group: GroupDefinition, t: Say): string {
  if (group.kind === "members") return t("bodies.group.words.members", { count: group.officeIds.length });
  if (group.kind !== "rule") return t(`bodies.group.words.${group.kind}`);
  return t("bodies.group.words.rule", {
    reach: t(`bodies.group.words.reach.${group.reach ?? "here"}`),
    kind: group.ruleKind ? t(`bodies.kind.${group.ruleKind}`) : t("bodies.group.words.any-kind"),
    five: group.groupOfFive ? t(`bodies.five.${group.groupOfFive}`) : t("bodies.group.words.any-five"),
  });
}
