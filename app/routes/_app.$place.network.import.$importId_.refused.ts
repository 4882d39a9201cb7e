import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRole } from "~/actor.server";
import { handOutRefused } from "~/areas/network/commands/hand-out-refused.server";
import { refusedRowsSheet } from "~/areas/network/people-import/refused-sheet.server";
import { answering, idIn } from "~/kernel/http.server";
import { sheetResponse } from "~/kernel/sheets/sheet-response.server";

/** The rows of a list that were not taken, with why, as a workbook. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "importId");
  const list = await answering(() => handOutRefused(actor, id));
  return sheetResponse("xlsx", refusedRowsSheet(actor, list, args.context.scope));
}
