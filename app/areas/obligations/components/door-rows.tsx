import type { ReactNode } from "react";
import { Link } from "~/ui/link";
import { Sheet } from "~/ui/sheet";
import type { LedgerRow } from "../queries.server";
import { DueText, LateText } from "./due-text";
import { SourceText } from "./source-text";
import { StateChip } from "./state-chip";

/** What an office owes, as it is read behind a link on a phone: one card for each, which opens under `base`. */
export function DoorRows<Row extends LedgerRow>({
  rows,
  base,
  under,
}: {
  rows: readonly Row[];
  base: string;
  /** What stands under a row, where anything does. */
  under?: (row: Row) => ReactNode;
}) {
  return (
    <ul className="flex flex-col gap-3">
      {rows.map((row) => (
        <Sheet key={row.id} as="li">
          <Link to={`${base}/${row.id}`} className="block text-item hover:text-teal">
            <span className="line-clamp-3">
              <bdi>{row.text}</bdi>
            </span>
          </Link>
          <p className="text-meta text-ink-3">
            <SourceText row={row} />
          </p>
          <div className="mt-2 flex items-start gap-x-5 text-second">
            <StateChip state={row.state} />
            <div className="flex min-w-0 flex-wrap items-center gap-x-5">
              <DueText row={row} />
              {row.dueOn && <LateText row={row} />}
            </div>
          </div>
          {under?.(row)}
        </Sheet>
      ))}
    </ul>
  );
}
