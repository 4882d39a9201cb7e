import type { ReactElement } from "react";

/** Steps of nearness: full heart, a point, dashed. */
export type RingKind = "full" | "point" | "dashed";

/** The drawings, made once: a list has one in each row. */
const DRAWINGS: Record<RingKind, ReactElement> = {
  full: drawing(
    <>
      <circle cx="8" cy="8" r="6.6" stroke="currentColor" strokeWidth="1.7" />
      <circle cx="8" cy="8" r="4" fill="currentColor" />
    </>,
  ),
  point: drawing(
    <>
      <circle cx="8" cy="8" r="6.6" stroke="currentColor" strokeWidth="1.7" />
      <circle cx="8" cy="8" r="1.8" fill="currentColor" />
    </>,
  ),
  dashed: drawing(
    <circle
      cx="8"
      cy="8"
      r="6.25"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.6 2.3"
      opacity="0.8"
    />,
  ),
};

function drawing(circles: ReactElement): ReactElement {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="none" aria-hidden>
      {circles}
    </svg>
  );
}

/** A small ring of its own for a level of three, always with its word. */
export function Ring({ kind, children }: { kind: RingKind; children: string }) {
  return (
    <span className="level-ring">
      {DRAWINGS[kind]}
      {children}
    </span>
  );
}
