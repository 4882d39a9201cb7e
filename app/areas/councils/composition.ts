import { GROUPS_OF_FIVE, type GroupOfFive } from "~/areas/bodies/choices";
import type { QuorumKind, Seat } from "./choices";

/** How a council has to be composed; `leastOfFive` by the group's code. */
export type CompositionRule = {
  leastOfFive: Partial<Record<GroupOfFive, number>>;
  leastMembers: number | null;
  mostMembers: number | null;
};

export type Seated = { seat: Seat; groupOfFive: GroupOfFive | null };

/** What a council lacks, or has too many of. */
export type CompositionGap =
  | { kind: "five"; five: GroupOfFive; have: number; needed: number }
  | { kind: "few" | "many"; have: number; needed: number }
  | { kind: "no-chair" | "no-secretary" };

/** Those who count: guests are heard and no more. */
export const votingMembers = <S extends { seat: Seat }>(seated: readonly S[]): S[] =>
  seated.filter(({ seat }) => seat !== "guest");

/**
 * Where those who sit in a council fall short of its rule: each of the five groups of bodies is represented (letter 504956
 * of 1398/09/09, last paragraph), neither too few nor too many, a chair and a secretary (clause 3 of the public-relations
 * directive). Empty when nothing is missing.
 */
export function compositionGaps(rule: CompositionRule, seated: readonly Seated[]): CompositionGap[] {
  const members = votingMembers(seated);
  const have = members.length;
  const gaps: CompositionGap[] = GROUPS_OF_FIVE.flatMap((five) => {
    const needed = rule.leastOfFive[five] ?? 0;
    const there = members.filter(({ groupOfFive }) => groupOfFive === five).length;
    return there < needed ? [{ kind: "five" as const, five, have: there, needed }] : [];
  });
  if (rule.leastMembers !== null && have < rule.leastMembers)
    gaps.push({ kind: "few", have, needed: rule.leastMembers });
  if (rule.mostMembers !== null && have > rule.mostMembers)
    gaps.push({ kind: "many", have, needed: rule.mostMembers });
  if (!members.some(({ seat }) => seat === "chair")) gaps.push({ kind: "no-chair" });
  if (!members.some(({ seat }) => seat === "secretary")) gaps.push({ kind: "no-secretary" });
  return gaps;
}

/** How many of `members` have to be present: more than half of them, at least two thirds, or the number that is said. */
export function quorumOf(
  { quorumKind, quorumCount }: { quorumKind: QuorumKind; quorumCount: number | null },
  members: number,
): number {
  switch (quorumKind) {
    case "half":
      return members === 0 ? 0 : Math.floor(members / 2) + 1;
    case "two-thirds":
      return Math.ceil((members * 2) / 3);
    case "count":
      return quorumCount ?? 0;
    case "none":
      return 0;
  }
}
