import type { ReactNode } from "react";

/** The ink bar of a list with chosen rows: how many, and what can be done with them. */
export function ActionBar({ children, chosen }: { children: ReactNode; chosen: ReactNode }) {
  return (
    <div
      role="region"
      aria-live="polite"
      className="sticky bottom-4 z-10 low:static mt-3 flex min-h-13 flex-wrap items-center justify-between gap-3 rounded-card bg-ink px-4 py-2 text-second text-paper max-sm:bottom-20 print:hidden"
    >
      <span>{chosen}</span>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
