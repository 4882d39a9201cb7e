/** Steps of nearness: full heart, a point, dashed. */
export type RingKind = "full" | "point" | "dashed";

/** A small ring of its own for a level of three, always with its word. */
export function Ring({ kind, children }: { kind: RingKind; children: string }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        fill="none"
        aria-hidden
        className="shrink-0 self-center text-teal"
      >
        {kind === "dashed" ? (
          <circle
            cx="8"
            cy="8"
            r="6.25"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeDasharray="2.6 2.3"
            opacity="0.8"
          />
        ) : (
          <circle cx="8" cy="8" r="6.6" stroke="currentColor" strokeWidth="1.7" />
        )}
        {kind === "full" && <circle cx="8" cy="8" r="4" fill="currentColor" />}
        {kind === "point" && <circle cx="8" cy="8" r="1.8" fill="currentColor" />}
      </svg>
      {children}
    </span>
  );
}
