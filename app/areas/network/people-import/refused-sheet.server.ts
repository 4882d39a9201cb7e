import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import type { WrittenSheet } from "~/kernel/sheets/written-sheet";
import { formatJalali, type IsoDate, type Locale } from "~/lib/jalali";
import { localDigits } from "~/ui/numbers";
import { takenColumns } from "./fields";
import { en, fa, type NetworkKey } from "../messages";
import { listRefusedRows, type ImportDetails } from "../queries.server/imports";

const AT_ONCE = 1000;

/** The refused rows of a list as a sheet: the columns that were brought in, with the reason beside them, ready to be mended. */
export function refusedRowsSheet(
  actor: PlacedActor,
  list: Pick<ImportDetails, "id" | "headers" | "columns" | "fileName">,
  { locale, today }: { locale: Locale; today: IsoDate },
): WrittenSheet {
  const words: Record<NetworkKey, string> = locale === "fa" ? fa : en;
  const headers = takenColumns(list.columns).map((index) => list.headers[index] ?? "");
  async function* rows() {
    let after = 0;
    for (;;) {
      const since = after;
      const some = await within(actor, (db) => listRefusedRows(db, actor.place.id, list.id, since, AT_ONCE), {
        readOnly: true,
      });
      if (some.length === 0) return;
      after = some.at(-1)?.rowNumber ?? after;
      yield some.map(({ rowNumber, problems, cells }) => [
        ...headers.map((_, index) => cells[index] ?? ""),
        problems.map((problem) => words[`network.import.problem.${problem}`]).join(" · "),
        localDigits(String(rowNumber), locale),
      ]);
    }
  }
  return {
    title: words["network.import.refused.name"],
    mark: [
      `${words["network.import.refused.name"]} · ${list.fileName}`,
      `${actor.name} · ${formatJalali(today, locale)}`,
    ],
    headers: [...headers, words["network.import.refused.why"], words["network.import.refused.row"]],
    widths: [...headers.map(() => 20), 45, 12],
    rows: rows(),
    isRightToLeft: locale === "fa",
  };
}
