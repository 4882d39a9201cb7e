import { Refusal } from "~/kernel/refusal";
import { exportedList, type ExportedColumn, type Say } from "~/kernel/sheets/exported-list";
import { isUuid } from "~/lib/identifiers";
import { VIEWS } from "./choices";
import { wasMade } from "./lifecycle";
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
