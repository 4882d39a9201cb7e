import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { differencesOf, type Difference } from "~/lib/differences";
import { todayIn, type IsoDate } from "~/lib/jalali";
import type { Period } from "~/lib/period";
import { isSameFigure, type Figure } from "../figure";
import type { State } from "../lifecycle";
import { findReportHead, readReport, type ReportView } from "./report-page.server";

/** A version of a report, as a list of them names it. */
export type VersionRow = {
  version: number;
  state: State;
  isSent: boolean;
  begunOn: IsoDate;
  reopenedByName: string | null;
  reopenReason: string | null;
};

/** The versions of a place's report of a quarter, the newest first. */
export async function listVersions(db: Db, divisionId: number, period: Period): Promise<VersionRow[]> {
  const rows = await db.report.findMany({
    where: { divisionId, period },
    orderBy: { version: "desc" },
    take: 50,
  });
  return rows.map((row) => ({
    version: row.version,
    state: row.state as State,
    isSent: row.submission > 0,
    begunOn: todayIn(row.reopenedAt ?? row.createdAt),
    reopenedByName: row.reopenedByName,
    reopenReason: row.reopenReason,
  }));
}

export type FigureDifference = {
  code: string;
  nameFa: string;
  nameEn: string;
  before: Figure | null;
  after: Figure | null;
};
export type NarrativeDifference = { code: string; textFa: string; textEn: string; found: Difference[] };

export type VersionDifference = {
  older: number;
  newer: number;
  state: State;
  reopenReason: string | null;
  reopenedByName: string | null;
  reopenedOn: IsoDate | null;
  /** Figures that differ, and how many stand as they were. */
  figures: FigureDifference[];
  sameFigures: number;
  /** Narratives in which something changed, and how many stand as they were. */
  narratives: NarrativeDifference[];
  sameNarratives: number;
};

const isSame = (one: Figure | null, other: Figure | null) =>
  one && other ? isSameFigure(one, other) : one === other;

const wordsOf = (view: ReportView, code: string) => {
  const narrative = view.duties.find((duty) => duty.code === code)?.narrative;
  return narrative ? narrative.text || narrative.blankReason : "";
};

/**
 * What a later version changed of the one before it, figure by figure and word by word. Its own place compares its work,
 * the levels above what was sent. Refuses with `missing` what has no version before it, or was never sent to the reader.
 */
export async function readDifference(
  db: Db,
  actor: PlacedActor,
  divisionId: number,
  period: Period,
  newer: number | null,
  now: Date,
): Promise<VersionDifference> {
  const isOwn = divisionId === actor.place.id;
  const head = await findReportHead(db, divisionId, period, newer ?? (isOwn ? "newest" : "sent"));
  const before = head && head.version > 1 && (await findReportHead(db, divisionId, period, head.version - 1));
  if (!head || !before) throw new Refusal("missing", "refusal.missing");
  const newView = await readReport(db, actor, head, now);
  const oldView = await readReport(db, actor, before, now);
  const oldRows = new Map(oldView.duties.flatMap((duty) => duty.rows).map((row) => [row.code, row]));
  const newRows = new Map(newView.duties.flatMap((duty) => duty.rows).map((row) => [row.code, row]));
  const all = [...new Map([...oldRows, ...newRows]).values()].map(({ code, nameFa, nameEn }) => ({
    code,
    nameFa,
    nameEn,
    before: oldRows.get(code)?.figure ?? null,
    after: newRows.get(code)?.figure ?? null,
  }));
  const told = newView.duties
    .filter((duty) => !duty.isAbsent)
    .map(({ code, textFa, textEn }) => ({
      code,
      textFa,
      textEn,
      isSame: wordsOf(oldView, code) === wordsOf(newView, code),
      found: differencesOf(wordsOf(oldView, code), wordsOf(newView, code)),
    }));
  const figures = all.filter((one) => !isSame(one.before, one.after));
  const narratives = told.filter((one) => !one.isSame);
  return {
    older: before.version,
    newer: head.version,
    state: head.state,
    reopenReason: head.reopenReason,
    reopenedByName: head.reopenedByName,
    reopenedOn: head.reopenedOn,
    figures,
    sameFigures: all.length - figures.length,
    narratives: narratives.map(({ code, textFa, textEn, found }) => ({ code, textFa, textEn, found })),
    sameNarratives: told.length - narratives.length,
  };
}
