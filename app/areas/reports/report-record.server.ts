import { isOwnHand, scopeOf, type Actor, type Place, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import type { Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, dateOf, isoOfDate, todayIn, type IsoDate } from "~/lib/jalali";
import { parsePeriod, type Period } from "~/lib/period";
import { addWorkingDays } from "~/lib/working-calendar";
import { getWorkingCalendar, readWorkingCalendars } from "../divisions/queries.server";
import { ReportUnapproved } from "./events";
import { LIMIT_DAYS, RETURNED_DAYS, reportDue } from "./limits";
import { after, statesBefore, type Act, type ReportLevel, type State } from "./lifecycle";

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

/** Refuses whoever attested what stands, himself, by his deputy or as one, in whatever post he acts now. */
export function refuseOwnHand(actor: Actor, report: ReportRecord): void {
  if (isOwnHand(actor, report.attestedByKey, report.attestedForKey))
    throw new Refusal("forbidden", "reports.refused.own");
}

/**
 * Begins the version after a locked one, which stays as it is and keeps its place in every rollup until the later one is
 * approved. It begins as a draft with the earlier's words (`readinessOf`). Refuses with `conflict` where one began meanwhile.
 */
export async function beginVersion(
  db: Db,
  actor: PlacedActor,
  { divisionId, period, version, isLate }: ReportRecord,
  reason: string,
  now: Date,
): Promise<string> {
  const id = uuidv7();
  const dueOn = await dueAfterReturn(db, scopeOf(divisionId), todayIn(now));
  const made = await db.$executeRaw`
    insert into report (division_id, id, period, version, state, is_late, due_on, reopened_at, reopened_by_name,
      reopened_by_key, reopen_reason)
    values (${divisionId}, ${id}::uuid, ${period}, ${version + 1}, 'draft', ${isLate}, ${dueOn}::date, ${now},
      ${actor.name}, ${actor.key}, ${reason})
    on conflict do nothing`;
  if (made === 0) throw new Refusal("conflict", "reports.refused.moved-meanwhile");
  await audit(db, actor, "reopen", "Report", id);
  return id;
}

/** The newest version of a place's report of a quarter. */
export async function findNewest(
  db: Db,
  divisionId: number,
  period: Period,
): Promise<ReportRecord | undefined> {
  const newest = await db.report.findFirst({
    where: { divisionId, period },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  return newest ? getReport(db, divisionId, newest.id) : undefined;
}

/**
 * A province's report no longer stands on approved counties when one of them is taken back: what was sent returns to its
 * place, and what was accepted is opened anew where `reason` is given; who acts below the nation has none to give, since
 * nobody takes back above his own level. Call it under `lockProvince`.
 */
export async function unapproveParent(
  db: Db,
  actor: PlacedActor,
  child: ReportRecord,
  now: Date,
  reason?: string,
): Promise<void> {
  const divisionId = Math.floor(child.divisionId / 1000) * 1000;
  const parent = await findNewest(db, divisionId, child.period);
  if (!parent) return;
  let reportId = parent.id;
  if (statesBefore("province", "un-approve").includes(parent.state)) {
    await moveOn(db, parent, parent.revision, stepOf(parent, "un-approve"), {
      returnedAt: now,
      returnReason: null,
      dueOn: await dueAfterReturn(db, scopeOf(divisionId), todayIn(now)),
    });
    await audit(db, actor, "un-approve", "Report", reportId);
  } else if (parent.state === "accepted" && reason !== undefined)
    reportId = await beginVersion(db, actor, parent, reason, now);
  else return;
  await emit(db, actor, ReportUnapproved, { divisionId, reportId });
}
