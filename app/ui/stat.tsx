import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Link } from "./link";

/**
 * A figure with its words. With `to` it opens what it counted.
 * @param size "headline" for the one figure of a board, "record" (default), "row" in a form row.
 */
export function Stat({
  figure,
  label,
  note,
  to,
  size = "record",
  tone,
}: {
  figure: ReactNode;
  label: ReactNode;
  note?: ReactNode;
  to?: string;
  size?: "headline" | "record" | "row";
  tone?: "brick" | "saffron";
}) {
  const look = classNames(
    "block",
    size === "headline" && "text-headline",
    size === "record" && "text-figure",
    size === "row" && "text-row-figure",
    tone === "brick" && "text-brick",
    tone === "saffron" && "text-saffron-ink",
  );
  return (
    <div className="min-w-0">
      {to ? (
        <Link
          to={to}
          className={classNames(look, "w-fit min-w-6 border-b border-dashed border-teal hover:text-teal")}
        >
          {figure}
        </Link>
      ) : (
        <span className={look}>{figure}</span>
      )}
      <span className="block text-second text-ink-2">{label}</span>
      {note && <span className="block text-meta text-ink-3">{note}</span>}
    </div>
  );
}

/** Figures side by side with hairlines between; in pairs on a phone. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <div className="mb-4 grid gap-x-4 gap-y-4 border-b border-line-2 pb-4 *:border-line max-sm:grid-cols-2 sm:auto-cols-fr sm:grid-flow-col sm:gap-x-0 sm:*:px-5 sm:*:not-first:border-s sm:*:first:ps-0">
      {children}
    </div>
  );
}
