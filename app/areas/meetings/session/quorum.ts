/** By what rule a meeting is able to decide. */
export const QUORUM_KINDS = ["none", "count", "half", "two-thirds"] as const;
export type QuorumKind = (typeof QUORUM_KINDS)[number];

export type QuorumRule = { kind: QuorumKind; count: number | null };

export type Quorum = { needed: number; present: number; isReached: boolean };

/** How many of `members` a rule asks for: of half of them one more than the half. Null where it asks for nobody. */
export function neededOf({ kind, count }: QuorumRule, members: number): number | null {
  switch (kind) {
    case "none":
      return null;
    case "count":
      return count;
    case "half":
      return Math.floor(members / 2) + 1;
    case "two-thirds":
      return Math.ceil((members * 2) / 3);
  }
}

/**
 * Whether a meeting is able to decide. `members` are those invited by office, post or name of the network; guests and whoever came
 * without an invitation count neither among them nor among those present.
 */
export function quorumOf(rule: QuorumRule, members: number, present: number): Quorum | null {
  const needed = neededOf(rule, members);
  return needed === null ? null : { needed, present, isReached: present >= needed };
}
