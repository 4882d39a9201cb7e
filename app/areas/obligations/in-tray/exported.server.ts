import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import { Refusal } from "~/kernel/refusal";
import { limitAsSaid } from "../deadlines/limit-as-said";
import type { ObligationsKey } from "../messages";
import { listInTray, type TrayRow } from "./in-tray.server";
import { trayView } from "./tray-view";

/** The in-tray of an office's own account, as its officer sees it: a part of it, with what he looked for. */
export const exportedTray = exportedList({
  of: "office",
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "office-tray",
  title: "obligations.tray.list" as ObligationsKey,
  page: "",
  narrowedBy: ["part", "q"],
  filterOf: (asked) => trayView(asked),
  told: ({ part, q }, { t }) => [
    t(`obligations.tray.part.${part}`),
    q && t("obligations.tray.searched", { words: q }),
  ],
  columns: (): ExportedColumn<TrayRow, ObligationsKey>[] => [
    { header: "obligations.paper.text", width: 54, cell: (row) => row.text },
    { header: "obligations.page.source", width: 30, cell: (row) => row.sourceTitle },
    { header: "obligations.paper.number", width: 10, cell: (row) => row.sourceNumber },
    {
      header: "obligations.tray.passed-to",
      width: 30,
      cell: ({ debtorFa, debtorEn }, { named }) =>
        debtorFa !== null && debtorEn !== null && named({ nameFa: debtorFa, nameEn: debtorEn }),
    },
    { header: "obligations.paper.first-due", width: 16, cell: (row, { day }) => day(row.firstDueOn) },
    { header: "obligations.column.due", width: 16, cell: (row, { day }) => day(row.dueOn) },
    { header: "obligations.column.said", width: 16, cell: (row, { t }) => limitAsSaid(row, t) },
    {
      header: "obligations.column.state",
      width: 30,
      cell: (row, { t }) => t(`obligations.state.${row.state}`),
    },
    { header: "obligations.tray.returned.why", width: 40, cell: (row) => row.returned },
  ],
  read: async (db, { place, office, today }, view, after, size) => {
    if (!office) throw new Refusal("missing", "refusal.missing");
    const where = { divisionId: place.id, officeId: office.id };
    return listInTray(db, where, { ...view, after: after ?? undefined }, today, size);
  },
});
