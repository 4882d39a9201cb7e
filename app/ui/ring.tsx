/** Steps of nearness: full heart, a point, dashed. */
export type RingKind = "full" | "point" | "dashed";

/** A small ring of its own for a level of three, always with its word. Drawn by the stylesheet: a list has one in each row. */
export function Ring({ kind, children }: { kind: RingKind; children: string }) {
  return <span className={`level-ring is-${kind}`}>{children}</span>;
}
