import { Link } from "~/ui/link";
import { Sheet } from "~/ui/sheet";
import type { Act } from "../lifecycle";
import type { LedgerRow } from "../queries.server";
import { DueText, LateText } from "./due-text";
import { SourceText } from "./source-text";
import { StateChip } from "./state-chip";
import { StepButtons } from "./step-buttons";

/** What an office owes, each with the steps of one press: for whoever answers many before a meeting. */
export function InviteeDebts({
  rows,
  base,
  requestId,
}: {
  rows: readonly (LedgerRow & { acts: readonly Act[] })[];
  /** The address of the page: a step posts to `base?obligation=ID`, and a row opens under it. */
  base: string;
  requestId: string;
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
          <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2 text-second">
            <StateChip state={row.state} />
            <DueText row={row} />
            {row.dueOn && <LateText row={row} />}
          </div>
          {row.acts.length > 0 && (
            <div className="mt-3">
              <StepButtons
                acts={row.acts}
                open={null}
                requestId={requestId}
                revision={row.revision}
                action={`${base}?obligation=${row.id}`}
                hrefOf={(act) => `${base}/${row.id}?step=${act}`}
                touch
              />
            </div>
          )}
        </Sheet>
      ))}
    </ul>
  );
}
