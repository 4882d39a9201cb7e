import { expect, test } from "vitest";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { isoOf } from "~/lib/jalali";
import { addWorkingDays, closedBecause } from "~/lib/working-calendar";
import { actorOf, AQQALA, GOLESTAN, GORGAN, MAZANDARAN, NATION } from "../../../../tests/factories/actors";
import { getCalendarPage, getWorkingCalendar } from "../queries.server";
import { changeWeekend } from "./change-weekend.server";
import { declareClosure } from "./declare-closure.server";
import { settleHoliday } from "./settle-holiday.server";
import { withdrawClosure } from "./withdraw-closure.server";

const representative = actorOf(GOLESTAN, "representative");
const assistant = actorOf(GORGAN, "assistant");
const national = actorOf(NATION, "national-officer");
const NOW = new Date("2026-12-24T06:00:00Z");
const FROM = isoOf(1405, 10, 1);
const TO = isoOf(1406, 9, 30);

const calendarOf = (actor: PlacedActor) =>
  within(actor, (db) => getWorkingCalendar(db, actor.place, FROM, TO));
const closed = async (actor: PlacedActor, day: ReturnType<typeof isoOf>) =>
  closedBecause(await calendarOf(actor), day)?.kind;

test("a province closes its offices for some days, and those of its counties; the neighbour works", async () => {
  const [first, last] = [isoOf(1405, 10, 12), isoOf(1405, 10, 14)];
  await declareClosure(representative, { from: first, to: last, nameFa: "آلودگی هوا" }, NOW);
  expect(await closed(representative, last)).toBe("closure");
  expect(await closed(assistant, first)).toBe("closure");
  expect(await closed(actorOf(MAZANDARAN, "representative"), first)).toBeUndefined();
});

test("a county's own closure is its own", async () => {
  const day = isoOf(1405, 10, 20);
  await declareClosure(assistant, { from: day, nameFa: "برف" }, NOW);
  expect(await closed(assistant, day)).toBe("closure");
  expect(await closed(actorOf(AQQALA, "assistant"), day)).toBeUndefined();
  expect(await closed(representative, day)).toBeUndefined();
});

test("a closure that is taken back no longer closes, and its row stays", async () => {
  const day = isoOf(1405, 11, 6);
  await declareClosure(representative, { from: day, nameFa: "کمبود برق" }, NOW);
  const page = await within(representative, (db) => getCalendarPage(db, representative.place, day, day));
  const id = page.days[0]?.id ?? "";
  await expect(withdrawClosure(assistant, id, NOW)).rejects.toMatchObject({ kind: "missing" });
  await withdrawClosure(representative, id, NOW);
  expect(await closed(representative, day)).toBeUndefined();
  const after = await within(representative, (db) => getCalendarPage(db, representative.place, day, day));
  expect(after.days).toMatchObject([{ id, withdrawn: true }]);
  await expect(withdrawClosure(representative, id, NOW)).rejects.toMatchObject({ kind: "missing" });
});

test("a weekend changes from a day on, and the days before keep theirs", async () => {
  const from = isoOf(1406, 1, 1);
  await changeWeekend(representative, { weekdays: [0], from }, NOW);
  const calendar = await calendarOf(representative);
  // 13 Esfand 1405 is a Thursday, 16 Ordibehesht 1406 too; 18 Ordibehesht is the Saturday after.
  expect(closedBecause(calendar, isoOf(1405, 12, 13))?.kind).toBe("weekend");
  expect(closedBecause(calendar, isoOf(1406, 2, 16))).toBeNull();
  expect(closedBecause(calendar, isoOf(1406, 2, 17))?.kind).toBe("weekend");
  expect(closedBecause(calendar, isoOf(1406, 2, 18))?.kind).toBe("weekend");
  expect(addWorkingDays(calendar, isoOf(1406, 2, 16), 1).day).toBe(isoOf(1406, 2, 19));
  // Said once more: the rules that were to begin give way.
  await changeWeekend(representative, { weekdays: [5], from }, NOW);
  expect(closedBecause(await calendarOf(representative), isoOf(1406, 2, 18))).toBeNull();
});

test("the nation settles a lunar day, which may have moved by one", async () => {
  const { days } = await within(national, (db) => getCalendarPage(db, national.place, FROM, TO));
  const lunar = days.find(({ status }) => status === "estimated");
  if (!lunar) throw new Error("Next year's lunar days are estimated.");
  await expect(settleHoliday(representative, lunar.id, { day: lunar.day })).rejects.toMatchObject({
    kind: "missing",
  });
  await expect(settleHoliday(national, lunar.id, { day: isoOf(1405, 10, 1) })).rejects.toMatchObject({
    kind: "invalid",
  });
  await settleHoliday(national, lunar.id, { day: lunar.day });
  const after = await within(national, (db) => getCalendarPage(db, national.place, FROM, TO));
  expect(after.days.find(({ id }) => id === lunar.id)?.status).toBe("confirmed");
});

test.each([
  [GOLESTAN, "provincial-expert"],
  [GORGAN, "governor"],
  [NATION, "national-expert"],
] as const)("in %i a %s keeps no calendar", async (place, role) => {
  await expect(
    declareClosure(actorOf(place, role), { from: FROM, nameFa: "برف" }, NOW),
  ).rejects.toMatchObject({ kind: "forbidden" });
});

test("a closure neither ends before it begins nor lasts for months", async () => {
  const declare = (to: ReturnType<typeof isoOf>) =>
    declareClosure(representative, { from: FROM, to, nameFa: "برف" }, NOW);
  await expect(declare(isoOf(1405, 9, 30))).rejects.toMatchObject({ kind: "invalid" });
  await expect(declare(isoOf(1405, 12, 1))).rejects.toMatchObject({ kind: "invalid" });
});
