import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { addDays, dateOf, isoOfDate, type IsoDate } from "~/lib/jalali";
import { parsePeriod, type Period } from "~/lib/period";
import { addWorkingDays } from "~/lib/working-calendar";
import { getWorkingCalendar, readWorkingCalendars } from "../divisions/queries.server";
import { LIMIT_DAYS, RETURNED_DAYS, reportDue } from "./limits";
import { after, type Act, type ReportLevel, type State } from "./lifecycle";

export type ReportRecord = {
  divisionId: number;
  id: string;
  period: Period;
  version: number;
  submission: number;
  state: State;
  isLate: boolean;
  dueOn: IsoDate;
  attestedByKey: string | null;
  attestedForKey: string | null;
  revision: number;
};

/** A report by its place and id. Refuses with `missing`. */
export async function getReport(db: Db, divisionId: number, id: string): Promise<ReportRecord> {
  const row = await db.report.findUnique({ where: { divisionId_id: { divisionId, id } } });
  const period = row && parsePeriod(row.period);
  if (!row || !period) throw new Refusal("missing", "refusal.missing");
  const { version, submission, state, isLate, dueOn, attestedByKey, attestedForKey, revision } = row;
  return {
    divisionId,
    id,
    period,
    version,
    submission,
    state: state as State,
    isLate,
    dueOn: isoOfDate(dueOn),
    attestedByKey,
    attestedForKey,
    revision,
  };
}

export function levelOf(divisionId: number): ReportLevel {
  return divisionId % 1000 === 0 ? "province" : "county";
}

/** The state after the act. Refuses with `conflict` where the report's state does not allow it. */
export function stepOf(report: ReportRecord, act: Act): State {
  const next = after(levelOf(report.divisionId), report.state, act);
  if (!next) throw new Refusal("conflict", `reports.refused.${act}`);
  return next;
}

type Change = Parameters<Db["report"]["updateMany"]>[0]["data"];

/**
 * Moves the report on, if nobody else did since it was read or shown. Refuses with `conflict` otherwise: of two who act
 * at once one wins and the other is told.
 */
export async function moveOn(
  db: Db,
  report: ReportRecord,
  revision: number,
  state: State,
  change: Change = {},
): Promise<void> {
  const { count } = await db.report.updateMany({
    where: { divisionId: report.divisionId, id: report.id, revision, state: report.state },
    data: { ...change, state, revision: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("conflict", "reports.refused.moved-meanwhile");
}

/** Marks that its place has begun to write: an open report becomes a draft. */
export async function touch(db: Db, report: ReportRecord): Promise<void> {
  const state = stepOf(report, "write");
  if (state === report.state) return;
  await db.report.updateMany({
    where: { divisionId: report.divisionId, id: report.id, state: report.state },
    data: { state },
  });
}

/** Orders a province's sending and the taking back of its counties' reports: neither misses the other. */
const LOCK = 4_190_041;

export async function lockProvince(db: Db, divisionId: number): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(${LOCK}::int, ${Math.floor(divisionId / 1000)}::int)`;
}

type Standpoint = Pick<Place, "ancestors">;

/** As far as the closed days around a limit of so many working days reach. */
const farEnough = (day: IsoDate, days: number) => addDays(day, days * 4 + 30);

async function dueAfter(db: Db, place: Standpoint, day: IsoDate, days: number): Promise<Date> {
  const calendar = await getWorkingCalendar(db, place, day, farEnough(day, days));
  return dateOf(addWorkingDays(calendar, day, days).day);
}

/** `reportDue` of one place. */
export const firstDue = (db: Db, place: Standpoint, lastDay: IsoDate) =>
  dueAfter(db, place, lastDay, LIMIT_DAYS);

/** `reportDue` of many places; `divisionIds` are theirs and those of the levels above them. */
export async function firstDues(
  db: Db,
  divisionIds: readonly number[],
  lastDay: IsoDate,
): Promise<(place: Standpoint) => IsoDate> {
  const calendarOf = await readWorkingCalendars(db, divisionIds, lastDay, farEnough(lastDay, LIMIT_DAYS));
  return (place) => reportDue(calendarOf(place), lastDay);
}

/** The last day for a returned report. */
export const dueAfterReturn = (db: Db, place: Standpoint, today: IsoDate) =>
  dueAfter(db, place, today, RETURNED_DAYS);
