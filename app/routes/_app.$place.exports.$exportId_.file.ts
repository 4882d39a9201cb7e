import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/actor.server";
import { isPaper } from "~/areas/exports/choices";
import { handOutFile } from "~/areas/exports/commands/hand-out-file.server";
import { exportSheet } from "~/areas/exports/export-sheet.server";
import { writtenPaper } from "~/areas/exports/written-paper.server";
import { exportedListOf, sayIn } from "~/exported-lists.server";
import { answering, idIn } from "~/kernel/http.server";
import { sheetResponse } from "~/kernel/sheets/sheet-response.server";

/** The file of an export, for its taker while it is fresh; anybody else of the place is led to what the log says of it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "exportId");
  const row = await answering(() => handOutFile(actor, id));
  if (!row) throw redirect(`/${actor.place.id}/exports/${id}`);
  const { locale, ownWords, today } = args.context.scope;
  const list = exportedListOf(actor, row.list);
  const say = sayIn(locale, ownWords);
  if (isPaper(row.format)) return writtenPaper({ ...row, format: row.format }, say.t(list.title));
  return sheetResponse(row.format, exportSheet(actor, row, list, say, { place: actor.place, today }));
}
