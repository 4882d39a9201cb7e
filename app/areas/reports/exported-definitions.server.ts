import { now } from "~/kernel/clock.server";
import { exportedList, type ExportedColumn, type Say } from "~/kernel/sheets/exported-list";
import { todayIn } from "~/lib/jalali";
import { periodOf } from "~/lib/period";
import type { ReportsKey } from "./messages";
import {
  readDuties,
  readIndicators,
  type CatalogueDuty,
  type CatalogueIndicator,
} from "./queries/definitions-page.server";

const running = () => periodOf(todayIn(now()), "quarter");
const inLocale = ({ locale }: Say<ReportsKey>, fa: string, en: string) => (locale === "fa" ? fa : en);
const said = (asked: { get: (name: string) => string | null }) => (asked.get("q") ?? "").slice(0, 100);

/** The indicators of the catalogue as they stand today. */
export const exportedIndicators = exportedList({
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "indicators",
  title: "reports.definitions.indicators" as ReportsKey,
  page: "/definitions",
  narrowedBy: ["q"],
  filterOf: said,
  told: (q) => [q || undefined],
  columns: (): ExportedColumn<CatalogueIndicator, ReportsKey>[] => [
    { header: "reports.definitions.code", width: 22, cell: (row) => row.code },
    {
      header: "reports.definitions.name",
      width: 32,
      cell: (row, say) => inLocale(say as Say<ReportsKey>, row.nameFa, row.nameEn),
    },
    {
      header: "reports.definitions.unit",
      width: 10,
      cell: (row, say) => inLocale(say as Say<ReportsKey>, row.unitFa, row.unitEn),
    },
    {
      header: "reports.definitions.formula",
      width: 60,
      cell: (row, say) => inLocale(say as Say<ReportsKey>, row.formulaFa, row.formulaEn),
    },
    {
      header: "reports.definitions.direction",
      width: 14,
      cell: (row, { t }) => t(`reports.definitions.direction.${row.direction}` as ReportsKey),
    },
    { header: "reports.definitions.target", width: 10, cell: (row) => row.target },
    {
      header: "reports.definitions.owner",
      width: 24,
      cell: (row, say) => inLocale(say as Say<ReportsKey>, row.ownerFa, row.ownerEn),
    },
    {
      header: "reports.definitions.peer-rule",
      width: 16,
      cell: (row, { t }) => t(`reports.board.peers.by-${row.peerRule}`),
    },
    { header: "reports.definitions.minimum", width: 10, cell: (row) => row.minimumCount },
    { header: "reports.definitions.clause", width: 16, cell: (row) => row.clause },
    { header: "reports.definitions.version", width: 8, cell: (row) => row.version },
    { header: "reports.definitions.valid-from", width: 14, cell: (row, { day }) => day(row.validFrom) },
  ],
  // Bounded by the catalogue.
  read: async (db, _at, q, after) => ({
    rows: after === null ? await readIndicators(db, q, running()) : [],
    next: null,
  }),
});

/** The duties of the catalogue as they stand today. */
export const exportedDuties = exportedList({
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "duties",
  title: "reports.definitions.duties" as ReportsKey,
  page: "/definitions",
  narrowedBy: ["q"],
  filterOf: said,
  told: (q) => [q || undefined],
  columns: (): ExportedColumn<CatalogueDuty, ReportsKey>[] => [
    { header: "reports.definitions.code", width: 10, cell: (row) => row.code },
    {
      header: "reports.definitions.text",
      width: 60,
      cell: (row, say) => inLocale(say as Say<ReportsKey>, row.textFa, row.textEn),
    },
    {
      header: "reports.definitions.binds",
      width: 28,
      cell: (row, { t }) => t(`reports.definitions.binds.${row.roleGroup}` as ReportsKey),
    },
    { header: "reports.definitions.clause", width: 16, cell: (row) => row.clause },
    { header: "reports.definitions.version", width: 8, cell: (row) => row.version },
    { header: "reports.definitions.valid-from", width: 14, cell: (row, { day }) => day(row.validFrom) },
  ],
  read: async (db, { place }, q, after) => ({
    rows: after === null ? await readDuties(db, place.id, q, running()) : [],
    next: null,
  }),
});
