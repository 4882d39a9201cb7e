import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import { todayIn } from "~/lib/jalali";
import { ledgerView } from "./filters";
import type { ObligationsKey } from "./messages";
import { listIssuances, listObligations, type IssuanceRow, type LedgerRow } from "./queries.server";
import { limitAsSaid } from "./deadlines/limit-as-said";
import { dressedLedger } from "./views/dressed.server";
import { NARROWED_PARTS, narrowingAsked } from "./views/narrowing";

const levels = ["county", "province", "nation"] as const;
const narrowedBy = ["end", "by", "filter", "order", "source", "office", ...NARROWED_PARTS];

/** The ledger by office: one row for each obligation. */
export const exportedObligations = exportedList({
  isPersonal: false,
  levels,
  name: "obligations",
  title: "obligations.title" as ObligationsKey,
  page: "/obligations",
  narrowedBy,
  filterOf: (asked, { place }) => ledgerView(asked, place.level),
  told: ({ end, filter, order, source, office, narrowing }, { t }) => [
    t(`obligations.end.${end}`),
    t(`obligations.filter.${filter}`),
    t(`obligations.order.${order}`),
    source && t("obligations.filter.source"),
    office && t("obligations.filter.office"),
    ...narrowingAsked(narrowing).map(([part]) => t(`obligations.views.of.${part}`)),
  ],
  columns: (): ExportedColumn<LedgerRow, ObligationsKey>[] => [
    { header: "obligations.paper.text", width: 54, cell: (row) => row.text },
    { header: "obligations.paper.their-number", width: 18, cell: (row) => row.theirNumber ?? "" },
    { header: "obligations.paper.their-date", width: 14, cell: (row, { day }) => day(row.theirOn) },
    { header: "obligations.page.source", width: 30, cell: (row) => row.sourceTitle },
    { header: "obligations.paper.number", width: 10, cell: (row) => row.sourceNumber ?? "" },
    {
      header: "obligations.column.who",
      width: 30,
      cell: (row, { named }) => named({ nameFa: row.officeFa, nameEn: row.officeEn }),
    },
    { header: "obligations.page.issued", width: 16, cell: (row, { day }) => day(todayIn(row.issuedAt)) },
    { header: "obligations.paper.first-due", width: 16, cell: (row, { day }) => day(row.firstDueOn) },
    { header: "obligations.column.due", width: 16, cell: (row, { day }) => day(row.dueOn) },
    { header: "obligations.column.said", width: 16, cell: (row, { t }) => limitAsSaid(row, t) },
    {
      header: "obligations.column.state",
      width: 30,
      cell: (row, { t }) => t(`obligations.state.${row.state}`),
    },
  ],
  read: (db, { place, today }, view, after, size) =>
    listObligations(db, place.id, { ...view, after: after ?? undefined }, today, size),
  dressed: dressedLedger,
});

/** The issuer's ledger by text: one row however many offices owe it. */
export const exportedIssuances = exportedList({
  isPersonal: false,
  levels,
  name: "issuances",
  title: "obligations.end.issued" as ObligationsKey,
  page: "/obligations",
  narrowedBy,
  filterOf: (asked, { place }) => ledgerView(asked, place.level),
  told: ({ filter }, { t }) => [t(`obligations.filter.${filter}`)],
  columns: (): ExportedColumn<IssuanceRow, ObligationsKey>[] => [
    { header: "obligations.paper.text", width: 54, cell: (row) => row.text },
    { header: "obligations.paper.their-number", width: 18, cell: (row) => row.theirNumber ?? "" },
    { header: "obligations.paper.their-date", width: 14, cell: (row, { day }) => day(row.theirOn) },
    { header: "obligations.page.source", width: 30, cell: (row) => row.title },
    { header: "obligations.paper.number", width: 10, cell: (row) => row.number ?? "" },
    { header: "obligations.column.who", width: 40, cell: (row) => row.addressees },
    { header: "obligations.page.issued", width: 16, cell: (row, { day }) => day(todayIn(row.issuedAt)) },
    { header: "obligations.column.due", width: 16, cell: (row, { day }) => day(row.dueOn) },
    { header: "obligations.column.said", width: 16, cell: (row, { t }) => limitAsSaid(row, t) },
    { header: "obligations.state.verified", width: 12, cell: (row) => row.verified },
    { header: "obligations.state.reported-done", width: 12, cell: (row) => row.reported },
    { header: "obligations.state.acknowledged", width: 12, cell: (row) => row.received },
    { header: "obligations.filter.silent", width: 12, cell: (row) => row.silent },
    { header: "obligations.filter.overdue", width: 12, cell: (row) => row.overdue },
  ],
  read: (db, { place, today }, { filter }, after, size) =>
    listIssuances(db, place.id, { filter, after: after ?? undefined }, today, size),
});
