import type { ReactNode } from "react";

/** Main column and a side column of 316–336 px; the side folds under the main one below 1180 px. */
export function Columns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className="grid print:block gap-x-9 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(19.75rem,21rem)]">
      <div className="min-w-0">{children}</div>
      <aside className="min-w-0 print:mt-6">{side}</aside>
    </div>
  );
}
