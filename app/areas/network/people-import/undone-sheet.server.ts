import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import type { WrittenSheet } from "~/kernel/sheets/written-sheet";
import { formatMobile } from "~/lib/identifiers";
import { formatJalali, type IsoDate, type Locale } from "~/lib/jalali";
import { en, fa, type NetworkKey } from "../messages";
import { listUndone, type UndoneRow } from "../queries.server/import-undo";
import { stayReasonKey } from "./undo";
import type { ImportDetails } from "../queries.server/imports";

const AT_ONCE = 1000;

/** Everybody of a list that was taken back: what became of him, and why not all of it. */
export function undoneSheet(
  actor: PlacedActor,
  list: Pick<ImportDetails, "id" | "fileName">,
  { locale, today }: { locale: Locale; today: IsoDate },
): WrittenSheet {
  const words: Record<NetworkKey, string> = locale === "fa" ? fa : en;
  async function* rows() {
    let after: string | null = null;
    for (;;) {
      const since: string | null = after;
      const some: UndoneRow[] = await within(
        actor,
        (db) => listUndone(db, actor.place.id, list.id, since, AT_ONCE),
        {
          readOnly: true,
        },
      );
      if (some.length === 0) return;
      after = some.at(-1)?.personId ?? after;
      yield some.map(({ fullName, mobile, outcome, reasons }) => [
        fullName ?? words["network.undo.no-longer"],
        mobile ? formatMobile(mobile, locale) : "",
        words[`network.undo.outcome.${outcome}`],
        reasons.map((reason) => words[stayReasonKey(reason)]).join(" · "),
      ]);
    }
  }
  return {
    title: words["network.undo.sheet"],
    mark: [
      `${words["network.undo.sheet"]} · ${list.fileName}`,
      `${actor.name} · ${formatJalali(today, locale)}`,
    ],
    headers: [
      words["network.import.col.name"],
      words["network.import.col.mobile"],
      words["network.undo.col.outcome"],
      words["network.import.refused.why"],
    ],
    widths: [30, 18, 30, 60],
    rows: rows(),
    isRightToLeft: locale === "fa",
  };
}
