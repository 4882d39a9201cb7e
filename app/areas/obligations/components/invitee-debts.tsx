import type { Act } from "../lifecycle";
import type { LedgerRow } from "../queries.server";
import { DoorRows } from "./door-rows";
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
    <DoorRows
      rows={rows}
      base={base}
      under={({ id, acts, revision }) =>
        acts.length > 0 && (
          <div className="mt-3">
            <StepButtons
              acts={acts}
              open={null}
              requestId={requestId}
              revision={revision}
              action={`${base}?obligation=${id}`}
              hrefOf={(act) => `${base}/${id}?step=${act}`}
              touch
            />
          </div>
        )
      }
    />
  );
}
