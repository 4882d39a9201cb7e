import { scopeOf, type Level } from "~/kernel/actor";

/** Who fills a vacant post: one level up from its place, which may be the reader's own. */
export type WhoseMove = "mine" | "administrator" | "nation" | "province";

/** Whose the next step is at a vacant post of a place, for a reader who fills the posts of a level (or of none). */
export function whoseMove(divisionId: number, fills: Level | null): WhoseMove {
  const { level } = scopeOf(divisionId);
  if (level === fills) return "mine";
  return ({ nation: "administrator", province: "nation", county: "province" } as const)[level];
}
