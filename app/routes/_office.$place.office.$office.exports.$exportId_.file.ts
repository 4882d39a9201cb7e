import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { isPaper } from "~/areas/exports/choices";
import { handOutFile } from "~/areas/exports/commands/hand-out-file.server";
import { exportSheet } from "~/areas/exports/export-sheet.server";
import { answering, idIn } from "~/kernel/http.server";
import { sheetResponse } from "~/kernel/sheets/sheet-response.server";
import { deskExport } from "~/office-exports.server";

/** The file of an officer's export, for himself while it is fresh. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, list, desk, today, say, base } = await deskExport(args);
  const id = idIn(args.params, "exportId");
  const row = await answering(() => handOutFile(actor, id));
  if (!row || isPaper(row.format)) throw redirect(`${base}/exports/${id}`);
  return sheetResponse(row.format, exportSheet(actor, row, list, say, { ...desk, today }));
}
