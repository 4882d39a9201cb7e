import { exportedList, type ExportedColumn, type Standpoint } from "~/kernel/sheets/exported-list";
import { lastEndedPeriod, periodLabel, type Period } from "~/lib/period";
import { now } from "~/kernel/clock.server";
import { isWithReviewer, STANDINGS, type Standing } from "./lifecycle";
import type { ReportsKey } from "./messages";
import { quarterAsked } from "./period-param.server";
import { withDues } from "./queries/dues.server";
import { listStandings, type PlaceStanding } from "./queries/standings.server";

type Asked = { period: Period; show: Standing | "to-review" | null };

/** Where the reports of the places below stand in a quarter. */
export const exportedStandings = exportedList({
  isPersonal: false,
  levels: ["province", "nation"],
  name: "reports",
  title: "reports.list.caption" as ReportsKey,
  page: "/reports",
  narrowedBy: ["period", "show"],
  filterOf: (asked): Asked => ({
    period: quarterAsked(asked.get("period"), lastEndedPeriod(now(), "quarter")),
    show: [...STANDINGS, "to-review" as const].find((one) => one === asked.get("show")) ?? null,
  }),
  told: ({ period, show }, { t, locale }) => [
    periodLabel(period, locale),
    show === null
      ? undefined
      : show === "to-review"
        ? t("reports.list.to-review")
        : t(`reports.standing.${show}`),
  ],
  columns: (): ExportedColumn<PlaceStanding, ReportsKey>[] => [
    { header: "reports.list.place", width: 24, cell: (row, { named }) => named(row) },
    { header: "reports.list.state", width: 18, cell: (row, { t }) => t(`reports.standing.${row.standing}`) },
    { header: "reports.list.due", width: 14, cell: (row, { day }) => day(row.dueOn) },
    { header: "reports.list.in-time", width: 12, cell: (row, { t }) => row.isLate && t("reports.late") },
  ],
  // Bounded by the country's places.
  read: async (db, { place }: Standpoint, { period, show }) => {
    const level = place.level === "nation" ? "province" : "county";
    const standings = await listStandings(db, { lo: place.lo, hi: place.hi, level }, period);
    const places = await withDues(db, standings, period);
    const isShown = (place: PlaceStanding) =>
      show === null || (show === "to-review" ? isWithReviewer(place) : place.standing === show);
    return { rows: places.filter(isShown), next: null };
  },
});
