import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import { KINDS, levelOfEntry } from "./choices";
import type { CatalogueKey } from "./messages";
import { listEntries, type Entry } from "./queries.server";

/** The entries of one catalogue as a place reads them. */
export const exportedCatalogue = exportedList({
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "catalogue",
  title: "catalogues.title" as CatalogueKey,
  page: "/catalogues",
  narrowedBy: ["kind"],
  filterOf: (asked) => KINDS.find((one) => one === asked.get("kind")) ?? KINDS[0],
  told: (kind, { t }) => [t(`catalogues.kind.${kind}`)],
  columns: (): ExportedColumn<Entry, CatalogueKey>[] => [
    { header: "catalogues.col.fa", width: 32, cell: (row) => row.fa },
    { header: "catalogues.col.en", width: 32, cell: (row) => row.en },
    {
      header: "catalogues.col.back",
      width: 32,
      cell: (row, { locale }) => (locale === "fa" ? row.faBack : row.enBack),
    },
    { header: "catalogues.col.of", width: 14, cell: (row, { t }) => t(`catalogues.of.${levelOfEntry(row)}`) },
    {
      header: "catalogues.col.state",
      width: 18,
      cell: (row, { t }) => t(row.retiredOn ? "catalogues.retired" : "catalogues.offered"),
    },
  ],
  // Bounded by `listEntries`.
  read: async (db, { place }, kind) => ({ rows: await listEntries(db, place, [kind]), next: null }),
});
