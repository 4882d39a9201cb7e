import { Refusal } from "~/kernel/refusal";
import { exportedList, type ExportedColumn, type Say } from "~/kernel/sheets/exported-list";
import { isUuid } from "~/lib/identifiers";
import { VIEWS } from "./choices";
import { coverageAsked } from "./coverage-asked";
import { listCoverage, type CoverageRow } from "./coverage.server";
import { wasMade } from "./lifecycle";
import { daysOfRota, rotaLabel, yearUpTo } from "./rota-period";
import { getRota, listTurns, type TurnRow } from "./rota-queries.server";
import type { VisitsKey } from "./messages";
import {
  getReport,
  getVisit,
  listFindings,
  listOrdered,
  listVisits,
  type Finding,
  type OrderedRow,
  type VisitRow,
} from "./queries.server";

const levels = ["county", "province", "nation"] as const;
type Words = Say<VisitsKey>;

const hoursOf = ({ startsAt, endsAt }: Pick<VisitRow, "startsAt" | "endsAt">): string | null =>
  startsAt && [startsAt, endsAt].filter(Boolean).join("–");
const targetOf = (row: VisitRow, { named }: Words) => named({ nameFa: row.targetFa, nameEn: row.targetEn });
const visitorOf = (row: VisitRow, { named }: Words) =>
  named({ nameFa: row.visitorFa, nameEn: row.visitorEn });

/** The visits of a place, as its page shows them. */
export const exportedVisits = exportedList({
  isPersonal: false,
  levels,
  name: "visits",
  title: "visits.title" as VisitsKey,
  page: "/visits",
  narrowedBy: ["view", "office"],
  filterOf: (asked) => {
    const office = asked.get("office") ?? "";
    return {
      view: VIEWS.find((one) => one === asked.get("view")) ?? ("coming" as const),
      office: isUuid(office) ? office : undefined,
    };
  },
  told: ({ view }, { t }) => [t(`visits.view.${view}`)],
  columns: (): ExportedColumn<VisitRow, VisitsKey>[] => [
    { header: "visits.col.day", width: 14, cell: (row, { day }) => day(row.plannedOn) },
    { header: "visits.col.hours", width: 14, cell: hoursOf },
    { header: "visits.col.target", width: 34, cell: targetOf },
    { header: "visits.col.spot", width: 24, cell: (row) => row.spot },
    { header: "visits.col.visitor", width: 34, cell: visitorOf },
    { header: "visits.col.purpose", width: 44, cell: (row) => row.purpose },
    { header: "visits.col.state", width: 20, cell: (row, { t }) => t(`visits.state.${row.state}`) },
    { header: "visits.col.reason", width: 34, cell: (row) => (wasMade(row.state) ? null : row.reason) },
    {
      header: "visits.col.excused",
      width: 14,
      cell: (row, { t }) =>
        row.excused !== null && t(row.excused ? "visits.excused.yes.short" : "visits.excused.no.short"),
    },
  ],
  read: (db, { place }, filter, after, size) => listVisits(db, place.id, { ...filter, after }, size),
});

type FoundRow = { finding: Finding; number: number; ordered: OrderedRow | undefined };

/** The finished report of a visit, to be printed and signed. */
export const exportedVisitReport = exportedList({
  isPersonal: false,
  levels,
  name: "visit-report",
  title: "visits.report" as VisitsKey,
  page: "/visits/$visit",
  narrowedBy: ["visit"],
  filterOf: (asked) => {
    const visit = asked.get("visit");
    return visit !== null && isUuid(visit) ? visit : undefined;
  },
  told: () => [],
  columns: (): ExportedColumn<FoundRow, VisitsKey>[] => [
    { header: "visits.col.number", width: 8, cell: (row) => row.number },
    { header: "visits.col.finding", width: 64, cell: (row) => row.finding.text },
    { header: "visits.finding.spot", width: 20, cell: (row) => row.finding.spot },
    {
      header: "visits.col.ordered",
      width: 26,
      cell: ({ ordered }, { t }) =>
        ordered &&
        [ordered.number, t("visits.ordered.owed", { count: ordered.owed })]
          .filter((part) => part !== null)
          .join(" · "),
    },
  ],
  read: async (db, { place, today }, id, after) => {
    if (!id || after !== null) return { rows: [], next: null };
    const visit = await getVisit(db, place, id);
    const ordered = await listOrdered(db, visit, today);
    const findings = await listFindings(db, visit);
    return {
      rows: findings.map((finding, index) => ({
        finding,
        number: index + 1,
        ordered: ordered.find(({ findingId }) => findingId === finding.id),
      })),
      next: null,
    };
  },
  dressed: async (db, { place }, id, say) => {
    if (!id) throw new Refusal("missing", "refusal.missing");
    const { t, day } = say;
    const visit = await getVisit(db, place, id);
    if (visit.state !== "reported") throw new Refusal("missing", "refusal.missing");
    const { summary, answers } = await getReport(db, visit);
    const checklist = answers.flatMap(({ fa, en, answer, note }) =>
      answer
        ? [`${say.locale === "fa" ? fa : en}: ${t(`visits.answer.${answer}`)}${note ? ` (${note})` : ""}`]
        : [],
    );
    return {
      title: t("visits.report.title", { name: targetOf(visit, say) }),
      lead: visit.purpose,
      isCounted: false,
      facts: [
        [t("visits.col.visitor"), visitorOf(visit, say)],
        [t("visits.col.day"), [day(visit.plannedOn), hoursOf(visit)].filter(Boolean).join(" · ")],
        [t("visits.col.spot"), visit.spot],
      ],
      texts: [
        ...(summary ? [{ heading: t("visits.summary"), lines: summary.split("\n") }] : []),
        ...(checklist.length > 0 ? [{ heading: t("visits.checklist"), lines: checklist }] : []),
      ],
      signers: [visitorOf(visit, say)],
    };
  },
});

/** Which places were visited when. */
export const exportedCoverage = exportedList({
  isPersonal: false,
  levels,
  name: "visit-coverage",
  title: "visits.coverage" as VisitsKey,
  page: "/visits/coverage",
  narrowedBy: ["kind", "period"],
  filterOf: (asked, { place, today }) => coverageAsked(asked, place.level, today),
  told: ({ kind, period }, { t, locale }) => [t(`visits.kind.${kind}`), rotaLabel(period, locale)],
  columns: (): ExportedColumn<CoverageRow, VisitsKey>[] => [
    { header: "visits.col.target", width: 36, cell: (row, { named }) => named(row) },
    { header: "visits.coverage.last", width: 14, cell: (row, { day }) => day(row.lastOn) },
    {
      header: "visits.coverage.since",
      width: 16,
      cell: (row, { t }) => row.daysSince ?? t("visits.coverage.never"),
    },
    { header: "visits.coverage.in-period", width: 12, cell: (row) => row.inPeriod },
    { header: "visits.coverage.in-year", width: 12, cell: (row) => row.inYear },
    { header: "visits.coverage.missed", width: 14, cell: (row) => row.missedInYear },
    { header: "visits.coverage.next", width: 14, cell: (row, { day }) => day(row.nextOn) },
  ],
  read: async (db, { place, today }, { kind, period }, after) => ({
    rows: after === null ? await listCoverage(db, place, kind, daysOfRota(period), yearUpTo(today)) : [],
    next: null,
  }),
});

/** The turns of a rota, to be printed and hung up. */
export const exportedRota = exportedList({
  isPersonal: false,
  levels,
  name: "visit-rota",
  title: "visits.rota" as VisitsKey,
  page: "/visits/rota/$rota",
  narrowedBy: ["rota"],
  filterOf: (asked) => {
    const rota = asked.get("rota");
    return rota !== null && isUuid(rota) ? rota : undefined;
  },
  told: () => [],
  columns: (): ExportedColumn<TurnRow, VisitsKey>[] => [
    { header: "visits.col.day", width: 16, cell: (row, { day }) => day(row.onDay) },
    {
      header: "visits.col.target",
      width: 36,
      cell: (row, { named }) => named({ nameFa: row.targetFa, nameEn: row.targetEn }),
    },
    {
      header: "visits.col.visitor",
      width: 40,
      cell: (row, { named }) => named({ nameFa: row.visitorFa, nameEn: row.visitorEn }),
    },
    {
      header: "visits.col.state",
      width: 20,
      cell: (row, { t }) => row.visitState && t(`visits.state.${row.visitState}`),
    },
  ],
  read: async (db, { place }, id, after) => ({
    rows: id && after === null ? await listTurns(db, place.id, id) : [],
    next: null,
  }),
  dressed: async (db, { place }, id, say) => {
    if (!id) throw new Refusal("missing", "refusal.missing");
    const rota = await getRota(db, place.id, id);
    return {
      title: `${say.t("visits.rota")}: ${rotaLabel(rota.period, say.locale)}`,
      lead: rota.purpose,
      facts: [
        [say.t("visits.rota.to"), say.t(`visits.kind.${rota.targetKind}`)],
        [say.t("visits.col.hours"), hoursOf(rota)],
        [
          say.t("visits.col.state"),
          say.t(rota.state === "draft" ? "visits.rota.draft" : "visits.rota.confirmed"),
        ],
      ],
    };
  },
});
