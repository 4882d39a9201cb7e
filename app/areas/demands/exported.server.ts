import { officeNameIn } from "~/lib/office-name";
import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import type { DemandKey } from "./messages";
import { listDemands, type DemandRow } from "./queries.server";
import { DemandFilter } from "./schema";

/** What is asked and where it stands. A tracking code speaks for its citizen and stands in no file; nor does his name. */
export const exportedDemands = exportedList({
  isPersonal: false,
  levels: ["county", "province"],
  name: "demands",
  title: "demands.title" as DemandKey,
  page: "/demands",
  narrowedBy: ["state", "kind", "late"],
  filterOf: (asked) => DemandFilter.parse(Object.fromEntries(asked)),
  told: ({ state, kind, late }, { t }) => [
    state && t(`demands.state.${state}`),
    kind && t(`demands.kind.${kind}`),
    late && t("demands.late"),
  ],
  columns: (): ExportedColumn<DemandRow, DemandKey>[] => [
    { header: "demands.column.demand", width: 48, cell: (row) => row.title },
    { header: "demands.input.kind", width: 14, cell: (row, { t }) => t(`demands.kind.${row.kind}`) },
    { header: "demands.input.field", width: 20, cell: (row, { t }) => t(`demands.field.${row.field}`) },
    { header: "demands.input.locality", width: 20, cell: (row) => row.locality },
    { header: "demands.column.state", width: 22, cell: (row, { t }) => t(`demands.state.${row.state}`) },
    { header: "demands.column.office", width: 30, cell: (row, { locale }) => officeNameIn(row, locale) },
    { header: "demands.column.received", width: 14, cell: (row, { day }) => day(row.receivedOn) },
    { header: "demands.column.limit", width: 14, cell: (row, { day }) => day(row.limitOn) },
  ],
  read: (db, { place, today }, filter, after, size) =>
    listDemands(db, place, { ...filter, after: after ?? undefined }, today, size),
});
