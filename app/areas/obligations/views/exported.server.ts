import { Refusal } from "~/kernel/refusal";
import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import { isUuid } from "~/lib/identifiers";
import type { Locale } from "~/lib/jalali";
import { openOfOffice, type SheetRow } from "../chasing/office-sheet.server";
import type { ObligationsKey } from "../messages";
import { breakDown, type Group } from "./breakdown.server";
import { officeNamed } from "./dressed.server";
import { groupName } from "./group-name";
import type { Grouping } from "./narrowing";
import { sourceOnPaper } from "./source-on-paper";
import { viewAsked } from "./view-asked";

const levels = ["county", "province", "nation"] as const;

const PERSIAN_PERCENT = "\u066A";
const share = (part: number, whole: number, locale: Locale) =>
  whole > 0 ? `${Math.round((part / whole) * 100)}${locale === "fa" ? PERSIAN_PERCENT : "%"}` : "";

/** A ledger broken down: one row for each group. */
export const exportedBreakdown = exportedList({
  isPersonal: false,
  levels,
  name: "obligation-breakdown",
  title: "obligations.views" as ObligationsKey,
  page: "/obligations/breakdown",
  narrowedBy: ["end", "of"],
  filterOf: (asked, { place }) => viewAsked(asked, place.level),
  told: ({ end, of }, { t }) => [
    t(`obligations.end.${end}`),
    `${t("obligations.views.of")} ${t(`obligations.views.of.${of}`)}`,
  ],
  columns: (): ExportedColumn<Group & { of: Grouping }, ObligationsKey>[] => [
    {
      header: "obligations.views.group",
      width: 44,
      cell: (row, { t, locale }) => groupName(row.of, row, t, locale),
    },
    { header: "obligations.views.total", width: 10, cell: (row) => row.total },
    { header: "obligations.views.answered", width: 12, cell: (row) => row.answered },
    { header: "obligations.views.open-count", width: 10, cell: (row) => row.open },
    { header: "obligations.views.overdue", width: 12, cell: (row) => row.overdue },
    { header: "obligations.views.verified", width: 14, cell: (row) => row.verified },
    { header: "obligations.views.turns", width: 14, cell: (row) => row.turns },
    { header: "obligations.views.re-dated", width: 12, cell: (row) => row.reDated },
    {
      header: "obligations.views.in-first",
      width: 12,
      cell: (row, { locale }) => share(row.inFirst, row.dueByFirst, locale),
    },
    {
      header: "obligations.views.in-present",
      width: 12,
      cell: (row, { locale }) => share(row.inPresent, row.dueByPresent, locale),
    },
  ],
  read: async (db, { place, today }, { end, of }, after) => ({
    // All groups stand on one page.
    rows:
      after === null ? (await breakDown(db, place, { end, of }, today)).map((row) => ({ ...row, of })) : [],
    next: null,
  }),
});

/** What an office without an account is handed on paper: what it owes, with room for its answer. */
export const exportedOfficeSheet = exportedList({
  isPersonal: false,
  levels,
  name: "office-sheet",
  title: "obligations.paper.sheet.title" as ObligationsKey,
  page: "/obligations",
  narrowedBy: ["end", "office"],
  filterOf: (asked) => {
    const office = asked.get("office");
    return { office: office !== null && isUuid(office) ? office : undefined };
  },
  told: (_filter, { t }) => [t("obligations.paper.sheet.owed")],
  columns: (): ExportedColumn<SheetRow, ObligationsKey>[] => [
    { header: "obligations.paper.text", width: 60, cell: (row) => row.text },
    {
      header: "obligations.paper.source-name",
      width: 30,
      cell: (row, { day }) => sourceOnPaper(row, day),
    },
    {
      header: "obligations.column.due",
      width: 18,
      cell: (row, { t, day }) =>
        row.workingDays === null
          ? day(row.dueOn)
          : t("obligations.working-days.until", { count: row.workingDays, day: day(row.dueOn) ?? "" }),
    },
    {
      header: "obligations.column.state",
      width: 18,
      cell: (row, { t }) => t(`obligations.state.${row.state}`),
    },
    { header: "obligations.paper.sheet.answer", width: 44, cell: () => "" },
  ],
  read: async (db, { place }, { office }, after) => ({
    // All of it stands on one page, the earliest day first.
    rows: office && after === null ? await openOfOffice(db, { divisionId: place.id, officeId: office }) : [],
    next: null,
  }),
  dressed: async (db, { place }, { office }, { t, named }) => {
    if (!office) throw new Refusal("missing", "refusal.missing");
    const name = named(await officeNamed(db, place.id, office));
    return {
      title: t("obligations.paper.sheet", { name }),
      lead: t("obligations.paper.sheet.lead"),
      isForm: true,
      signers: [t("obligations.paper.head-of", { name }), t("obligations.paper.receiver")],
    };
  },
});
