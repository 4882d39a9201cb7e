import type { ReactNode } from "react";
import { Icon } from "~/ui/icon";

/** What is folded away under its name, in a row with others; open, it has the row for itself. */
export function Folded({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="group text-second open:basis-full">
      <summary className="flex min-h-8 cursor-pointer list-none items-center gap-1.5 text-ink-2">
        <Icon of="chevron-down" size={15} className="group-open:rotate-180" />
        <span>{summary}</span>
      </summary>
      {children}
    </details>
  );
}
