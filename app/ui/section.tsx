import type { ReactNode } from "react";
import { classNames } from "./class-names";

/**
 * A part of a page under its heading with a hairline.
 * @param note a quiet sentence beside the heading; `action` stands at the end side.
 * @param level 2 (default) for a part of the page, 3 for a part of a part.
 * @param bare leaves the hairline out.
 */
export function Section({
  title,
  note,
  action,
  level = 2,
  bare = false,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  level?: 2 | 3;
  bare?: boolean;
  children: ReactNode;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="mt-6 first:mt-0">
      <div
        className={classNames(
          "flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 pb-2",
          !bare && "mb-3 border-b border-line-2",
        )}
      >
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <Heading className={level === 2 ? "text-section" : "text-item"}>{title}</Heading>
          {note && <span className="text-meta text-ink-3">{note}</span>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
