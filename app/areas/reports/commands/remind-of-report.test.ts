import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AQQALA, GOLESTAN, GORGAN, NATION } from "../../../../tests/factories/actors";
import { actorOf } from "../../../../tests/factories/actors";
import { Records } from "../../../../tests/factories/records";
import { appoint, aSubmittedReport, AUTUMN, NOW, revisionOf } from "../../../../tests/factories/reports";
import { systemActor } from "~/actor.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { lastDayOf } from "~/lib/period";
import { firstDue } from "../report-record.server";
import { askForReportReminders } from "./ask-for-report-reminders.server";
import { excusePlace } from "./excuse-place.server";
import { remindOfReport } from "./remind-of-report.server";
import { returnReport } from "./return-report.server";

let records: Records;
/** The day on which Gorgan's report of autumn is due. */
let due: Date;
beforeAll(async () => {
  records = await Records.open();
  await records.query("truncate appointment, post cascade");
  await appoint(records, GORGAN, "assistant");
  await appoint(records, AQQALA, "assistant");
  await appoint(records, GOLESTAN, "representative");
  const gorgan = actorOf(GORGAN, "assistant");
  due = await within(gorgan, (db) => firstDue(db, gorgan.place, lastDayOf(AUTUMN)));
});
afterAll(() => records.close());
beforeEach(() => records.query("truncate report, expected_report, outbox_event, handled_reaction cascade"));

const from = (start: Date, days: number) => new Date(start.getTime() + days * 86_400_000 + 6 * 3_600_000);
const remind = async (now: Date, place = GORGAN) =>
  remindOfReport(await systemActor(place), { period: AUTUMN }, now);
/** Says day by day from one day to another, the limit being day 0. */
async function dayByDay(first: number, last: number, place = GORGAN) {
  const said: string[] = [];
  for (let day = first; day <= last; day++) said.push(...(await remind(from(due, day), place)));
  return said;
}
const events = async (type: string) =>
  (
    (await records.query("select payload from outbox_event where type = $1 order by id", [type])).rows as {
      payload: { divisionId: number; period: string; kind: string };
    }[]
  ).map(({ payload }) => payload);

test("a report that stays out is spoken of before its limit, weekly after it, and above once", async () => {
  expect(await dayByDay(-8, 16)).toEqual(["due-soon", "overdue", "silent", "overdue", "overdue"]);
  expect(await events("ReportReminded")).toHaveLength(5);
});

test("of several workers that say it at once, and one that comes again, one says it", async () => {
  const said = await Promise.all([remind(from(due, 0)), remind(from(due, 0)), remind(from(due, 0))]);
  expect(said.flat()).toEqual(["due-soon"]);
  expect(await remind(from(due, 0))).toEqual([]);
  expect(await events("ReportReminded")).toEqual([expect.objectContaining({ kind: "due-soon" })]);
});

test("nobody is reminded of what was sent, of what he is excused from, or of what a vacant post owes", async () => {
  await aSubmittedReport(actorOf(GORGAN, "assistant"));
  expect(await dayByDay(0, 1)).toEqual([]);
  await excusePlace(
    actorOf(GOLESTAN, "representative"),
    { divisionId: AQQALA, period: AUTUMN, reason: "سیل", revision: 0 },
    NOW,
  );
  expect(await dayByDay(0, 1, AQQALA)).toEqual([]);
  expect(await dayByDay(0, 1, GORGAN + 1)).toEqual([]);
});

test("a returned report is spoken of by its own new limit", async () => {
  const reportId = await aSubmittedReport(actorOf(GORGAN, "assistant"));
  const representative = actorOf(GOLESTAN, "representative");
  const revision = await revisionOf(representative, GORGAN, reportId);
  await returnReport(representative, { divisionId: GORGAN, reportId, reason: "عدد جلسه‌ها", revision }, NOW);
  // Three working days from Thursday 24 December, of which the last ones are near by themselves.
  expect(await remind(new Date("2026-12-26T06:00:00Z"))).toEqual(["due-soon"]);
});

test("a night asks once, and only places that have something to send; the quarter's last days are rehearsed", async () => {
  const nation = await systemActor(NATION);
  const night = uuidv7();
  const asked = await Promise.all([
    askForReportReminders(nation, night, from(due, 0)),
    askForReportReminders(nation, night, from(due, 0)),
  ]);
  expect(asked.filter(Boolean)).toHaveLength(1);
  expect((await events("ReportReminderDue")).map(({ divisionId }) => divisionId).sort()).toEqual(
    [GOLESTAN, GORGAN, AQQALA].sort(),
  );
  // 22 Azar 1405, eight days before the quarter ends: a Sunday.
  const rehearsed = new Date("2026-12-13T06:00:00Z");
  await records.query("truncate outbox_event");
  await askForReportReminders(nation, uuidv7(), rehearsed);
  expect(await events("ReportReminderDue")).toContainEqual({ divisionId: GORGAN, period: AUTUMN });
  expect(await remind(rehearsed)).toEqual(["rehearsal"]);
  expect(await remind(new Date("2026-12-14T06:00:00Z"))).toEqual([]);
});

test("only the system reminds", async () => {
  for (const role of ["assistant", "governor"] as const)
    await expect(remindOfReport(actorOf(GORGAN, role), { period: AUTUMN }, NOW)).rejects.toMatchObject({
      kind: "forbidden",
    });
});
