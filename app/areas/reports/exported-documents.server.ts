import { Refusal } from "~/kernel/refusal";
import { exportedList, type ExportedColumn, type Say, type Standpoint } from "~/kernel/sheets/exported-list";
import { now } from "~/kernel/clock.server";
import type { Db } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import { firstDayOf, lastDayOf, lastEndedPeriod, parsePeriod, periodLabel, type Period } from "~/lib/period";
import { findPlace, nameOn } from "../divisions/queries.server";
import { ranked } from "./board";
import { BORDERS } from "./borders";
import { casesOf, valueOf } from "./checks";
import type { Figure } from "./figure";
import type { ReportsKey } from "./messages";
import { quarterAsked } from "./period-param.server";
import { readBoard, type BoardLine, type BoardView } from "./queries/board-page.server";
import type { IndicatorRow } from "./queries/duties.server";
import { findReportHead, readSentReport, type SentReport } from "./queries/report-page.server";
import { figuresOfCounties, type PlaceFigure } from "./queries/sent-figures.server";
import { levelOf } from "./report-record.server";

type Words = Say<ReportsKey>;

/** A figure as a number: of a rate its per cent to one decimal; nothing for a rate or a median of no case. */
function numberOf(figure: Figure | null): number | null {
  const value = figure && valueOf(figure);
  if (!figure || value === null) return null;
  return figure.denominator === null ? value : Math.round(value * 1000) / 10;
}
const inWords = (one: { nameFa: string; nameEn: string }, { locale }: Words) =>
  locale === "fa" ? one.nameFa : one.nameEn;
const unitOf = (one: IndicatorRow, { locale }: Words) => (locale === "fa" ? one.unitFa : one.unitEn);

const usual = () => lastEndedPeriod(now(), "quarter");

type Asked = { division: number | null; period: Period | null; version: number | null };

const whole = (text: string | null) => (/^[0-9]{1,5}$/.test(text ?? "") ? Number(text) : null);

/** The report of the standpoint's own place, or of one below it, as it was sent; undefined while it was not. */
async function sentOf(db: Db, { place }: Standpoint, asked: Asked): Promise<SentReport | undefined> {
  const division = asked.division ?? place.id;
  if (asked.period === null || division < place.lo || division > place.hi || division === 0) return undefined;
  const head = await findReportHead(db, division, asked.period, asked.version ?? "sent");
  return head && head.submission > 0 ? readSentReport(db, head) : undefined;
}

const reportList = (kind: {
  name: string;
  levels: ("county" | "province" | "nation")[];
  page: string;
  parts: string[];
}) =>
  exportedList({
    isPersonal: false,
    levels: kind.levels,
    name: kind.name,
    title: "reports.paper.title" as ReportsKey,
    page: kind.page,
    narrowedBy: [...kind.parts, "version"],
    filterOf: (asked): Asked => ({
      division: whole(asked.get("division")),
      period: parsePeriod(asked.get("period") ?? ""),
      version: whole(asked.get("version")) || null,
    }),
    told: ({ period }, { locale }) => [period ? periodLabel(period, locale) : undefined],
    columns: (): ExportedColumn<SentReport["figures"][number], ReportsKey>[] => [
      { header: "reports.paper.duty", width: 10, cell: (row, say) => dutyLabel(row.indicator.dutyCode, say) },
      { header: "reports.column.indicator", width: 40, cell: (row, say) => inWords(row.indicator, say) },
      { header: "reports.board.table.value", width: 12, cell: (row) => numberOf(row.figure) },
      { header: "reports.paper.unit", width: 12, cell: (row, say) => unitOf(row.indicator, say) },
      { header: "reports.board.table.cases", width: 10, cell: (row) => casesOf(row.figure) },
      { header: "reports.check.explained", width: 36, cell: (row) => row.explanation },
    ],
    read: async (db, at, asked, after) => ({
      // All of it stands on one page.
      rows: after === null ? ((await sentOf(db, at, asked))?.figures ?? []) : [],
      next: null,
    }),
    dressed: async (db, at, asked, say) => {
      const sent = await sentOf(db, at, asked);
      if (!sent) throw new Refusal("missing", "refusal.missing");
      const { head, narratives, exceptions } = sent;
      const excepted = sent.figures.filter(({ exception }) => exception);
      const { t, day, locale, named } = say as Words;
      const level = levelOf(head.divisionId);
      const place = (await nameOn(db, head.divisionId, lastDayOf(head.period))) ?? at.place;
      const signed = (name: string | null, on: typeof head.submittedOn) =>
        name && [name, day(on)].filter(Boolean).join(" · ");
      return {
        title: t(`reports.title.${level}`, { period: periodLabel(head.period, locale) }),
        lead: t(`reports.office.${level}`, { name: named(place) }),
        isCounted: false,
        facts: [
          [t("reports.period"), `${day(firstDayOf(head.period))} – ${day(lastDayOf(head.period))}`],
          [
            t("reports.paper.version"),
            `${head.version} · ${t("reports.version", { count: head.submission })}`,
          ],
          [
            t("reports.list.state"),
            t(
              excepted.length > 0 && (head.state === "approved" || head.state === "accepted")
                ? `reports.exception.state.${head.state}`
                : `reports.state.${head.state}`,
            ),
          ],
          [t("reports.list.due"), day(head.dueOn)],
          [t("reports.list.in-time"), head.isLate && t("reports.late")],
          [t("reports.paper.attested"), signed(head.attestedByName, head.submittedOn)],
          [t("reports.step.approved"), signed(head.approvedByName, head.approvedOn)],
          [t("reports.step.accepted"), day(head.acceptedOn)],
        ],
        texts: [
          ...narratives.map(({ duty, text, blankReason }) => ({
            heading:
              duty === null
                ? t("reports.narrative.summary")
                : `${dutyLabel(duty.code, say as Words)} · ${locale === "fa" ? duty.textFa : duty.textEn}`,
            lines: (
              text ||
              (blankReason
                ? t("reports.narrative.reason", { reason: blankReason })
                : t("reports.narrative.nothing"))
            ).split("\n"),
          })),
          ...(exceptions.length > 0
            ? [
                {
                  heading: t("reports.paper.exceptions"),
                  lines: exceptions.map((one) => `${named(one)}: ${one.reason}`),
                },
              ]
            : []),
          ...(excepted.length > 0
            ? [
                {
                  heading: t("reports.exception.paper"),
                  lines: excepted.map((one) => `${inWords(one.indicator, say)}: ${one.exception}`),
                },
              ]
            : []),
        ],
        signers: head.attestedByName ? [[t("reports.paper.attested"), head.attestedByName]] : [],
        isSignedByTaker: false,
        foot: t("reports.paper.frozen"),
      };
    },
  });

/** The number of a county's duty as its text has it; another's code. */
function dutyLabel(code: string, { t }: Words): string {
  const number = /^a(\d+)$/.exec(code)?.[1];
  return number ? t("reports.duty", { number }) : code;
}

/** A place's own report as it was sent. */
export const exportedOwnReport = reportList({
  name: "own-report",
  levels: ["county", "province"],
  page: "/report/$period",
  parts: ["period"],
});

/** The report of a place below, as it was sent. */
export const exportedReport = reportList({
  name: "sent-report",
  levels: ["province", "nation"],
  page: "/reports/$division/$period",
  parts: ["division", "period"],
});

type BoardAsked = {
  indicator: string | null;
  period: Period;
  province: number | null;
  borders: (typeof BORDERS)[number];
};

/** The board that is asked for; of the nation one province, where one is named. */
async function boardOf(db: Db, at: Standpoint, asked: BoardAsked): Promise<BoardView> {
  const province = at.place.level === "nation" ? asked.province : null;
  const place = province === null ? at.place : await findPlace(db, province);
  if (!place || (province !== null && (province % 1000 !== 0 || province === 0)))
    throw new Refusal("missing", "refusal.missing");
  const { lo, hi } = place;
  const by = place.level === "nation" ? "province" : "county";
  const reach = { lo: at.place.lo, hi: at.place.hi };
  return readBoard(db, { lo, hi, by, borders: asked.borders, reach }, asked.indicator, asked.period);
}

/** One indicator of a quarter by place, as its board shows it. */
export const exportedBoard = exportedList({
  isPersonal: false,
  levels: ["province", "nation"],
  name: "board",
  title: "reports.paper.board" as ReportsKey,
  page: "/rollup",
  narrowedBy: ["indicator", "period", "province", "borders"],
  filterOf: (asked): BoardAsked => ({
    indicator: asked.get("indicator"),
    period: quarterAsked(asked.get("period"), usual()),
    province: whole(asked.get("province")),
    borders: BORDERS.find((one) => one === asked.get("borders")) ?? "then",
  }),
  told: ({ period, borders }, { t, locale }) => [
    periodLabel(period, locale),
    t(`reports.board.borders.${borders}`),
  ],
  columns: (): ExportedColumn<BoardLine, ReportsKey>[] => [
    { header: "reports.list.place", width: 24, cell: (row, { named }) => named(row) },
    { header: "reports.list.state", width: 14, cell: (row, { t }) => t(`reports.standing.${row.standing}`) },
    { header: "reports.board.table.value", width: 12, cell: (row) => numberOf(row.figure) },
    { header: "reports.paper.numerator", width: 12, cell: (row) => row.figure?.numerator },
    { header: "reports.board.table.cases", width: 10, cell: (row) => row.figure && casesOf(row.figure) },
    { header: "reports.standing.approved", width: 10, cell: (row) => row.counts.approved },
    { header: "reports.standing.provisional", width: 10, cell: (row) => row.counts.provisional },
    { header: "reports.standing.missing", width: 10, cell: (row) => row.counts.missing },
    { header: "reports.standing.vacant", width: 10, cell: (row) => row.counts.vacant },
    { header: "reports.standing.excused", width: 10, cell: (row) => row.counts.excused },
  ],
  read: async (db, at, asked, after) => {
    if (after !== null) return { rows: [], next: null };
    const board = await boardOf(db, at, asked);
    return { rows: ranked(board.lines, board.indicator.minimumCount), next: null };
  },
  dressed: async (db, at, asked, say) => {
    const { indicator, total, counts, asOf } = await boardOf(db, at, asked);
    const words = say as Words;
    const { t, day, locale } = words;
    const { headline } = total;
    return {
      title: inWords(indicator, words),
      lead: periodLabel(asked.period, locale),
      facts: [
        [
          t("reports.board.table.value"),
          headline &&
            `${numberOf(headline.figure) ?? t("reports.none")} ${unitOf(indicator, words)} · ${t(`reports.standing.${headline.standing}`)}`,
        ],
        [t("reports.board.table.provenance"), t("reports.board.provenance", counts)],
        [t("reports.board.explain.formula"), locale === "fa" ? indicator.formulaFa : indicator.formulaEn],
        [t("reports.paper.definition"), String(indicator.version)],
        [t("reports.board.explain.as-of"), asOf && day(todayIn(asOf))],
      ],
    };
  },
});

/** Every figure of every county in a quarter: the book of a province, and the open data of the nation. */
export const exportedFigures = exportedList({
  isPersonal: false,
  levels: ["province", "nation"],
  name: "county-figures",
  title: "reports.paper.figures" as ReportsKey,
  page: "/reports",
  narrowedBy: ["period"],
  filterOf: (asked) => quarterAsked(asked.get("period"), usual()),
  told: (period, { locale }) => [periodLabel(period, locale)],
  columns: (): ExportedColumn<PlaceFigure, ReportsKey>[] => [
    { header: "reports.list.place", width: 20, cell: ({ place }, { named }) => named(place) },
    {
      header: "reports.list.state",
      width: 12,
      cell: ({ place }, { t }) => t(`reports.standing.${place.standing}`),
    },
    { header: "reports.paper.code", width: 20, cell: ({ indicator }) => indicator.code },
    { header: "reports.column.indicator", width: 40, cell: ({ indicator }, say) => inWords(indicator, say) },
    { header: "reports.board.table.value", width: 10, cell: ({ figure }) => numberOf(figure) },
    { header: "reports.paper.unit", width: 12, cell: ({ indicator }, say) => unitOf(indicator, say) },
    { header: "reports.paper.numerator", width: 10, cell: ({ figure }) => figure?.numerator },
    { header: "reports.board.table.cases", width: 10, cell: ({ figure }) => figure && casesOf(figure) },
    { header: "reports.paper.definition", width: 10, cell: ({ indicator }) => indicator.version },
  ],
  // Bounded by the counties and the catalogue.
  read: async (db, { place }, period, after) => ({
    rows: after === null ? await figuresOfCounties(db, place, period) : [],
    next: null,
  }),
  // The code is for machines: on paper the name says it.
  dressed: async (_db, { place }, period, say) => {
    const { t, named, locale } = say as Words;
    return {
      title: t("reports.paper.figures"),
      lead: `${named(place)} · ${periodLabel(period, locale)}`,
      without: [t("reports.paper.code")],
    };
  },
});
