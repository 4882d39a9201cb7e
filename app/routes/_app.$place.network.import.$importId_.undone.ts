import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRole } from "~/actor.server";
import { handOutUndone } from "~/areas/network/commands/hand-out-undone.server";
import { undoneSheet } from "~/areas/network/people-import/undone-sheet.server";
import { answering, idIn } from "~/kernel/http.server";
import { sheetResponse } from "~/kernel/sheets/sheet-response.server";

/** What became of everybody of a list that was taken back, with why, as a workbook. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "importId");
  const list = await answering(() => handOutUndone(actor, id));
  return sheetResponse("xlsx", undoneSheet(actor, list, args.context.scope));
}
