import { beforeAll, expect, test } from "vitest";
import { officeActor, systemActor } from "~/actor.server";
import { declareClosure } from "~/areas/divisions/commands/declare-closure.server";
import { withdrawClosure } from "~/areas/divisions/commands/withdraw-closure.server";
import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import { issuersOfMoved } from "~/areas/notifications/commands/tell-of-limits.server";
import { scopeOf } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { addWorkingDays } from "~/lib/working-calendar";
import { isoDate, isoOfDate, type IsoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../../../../tests/factories/actors";
import { openOfficesOfGolestan } from "../../../../tests/factories/offices";
import { ownerRows } from "../../../../tests/setup/owner";
import { getIssuance } from "../chasing/office-messages.server";
import { calendarOfStep } from "../deadlines/calendar.server";
import { endsOf, moveLimits, openings, reckonedSpan } from "../deadlines/reckoned.server";
import { getObligation, summariseLedger } from "../queries.server";
import { IssueDecision, type Which } from "../schema";
import { acknowledgeObligation } from "./acknowledge-obligation.server";
import { askToReckon } from "./ask-to-reckon.server";
import { issueDecision } from "./issue-decision.server";
import { reDateObligation } from "./re-date-obligation.server";
import { reckonLimits } from "./reckon-limits.server";
import { reportObligation } from "./report-obligation.server";
import { verifyObligation } from "./verify-obligation.server";

// 3 Dey 1405, a Thursday.
const NOW = new Date("2026-12-24T06:00:00Z");
const at = (day: string) => new Date(`${day}T08:00:00Z`);
const expert = actorOf(GOLESTAN, "provincial-expert");
const representative = actorOf(GOLESTAN, "representative");
const assistant = actorOf(GORGAN, "assistant");

beforeAll(async () => {
  await openOfficesOfGolestan();
}, 60_000);

/** A decision to all governors of the province, and the rows that came of it, by place. */
const issued = (dueOn: string) => decided({ kind: "dated", dueOn });

async function decided(deadline: object) {
  const { id } = await issueDecision(
    expert,
    IssueDecision.parse({
      title: "نامه استاندار",
      text: "برنامه حضور در روستاها فرستاده شود",
      to: ["group:governors"],
      ...deadline,
    }),
    NOW,
  );
  const rows = await ownerRows<Which>(
    `select division_id as "divisionId", id::text from obligation where source_id = $1`,
    [id],
  );
  const of = (place: number) => rows.find(({ divisionId }) => divisionId === place) as Which;
  return { id, of, rows };
}

const pageOf = (which: Which) => within(expert, (db) => getObligation(db, which));

/** The newest change of a calendar, as the outbox has it. */
async function change(): Promise<{ id: string; place: number }> {
  const [row] = await ownerRows<{ id: string; place: number }>(
    `select id::text, division_id as place from outbox_event where type = 'CalendarChanged' order by id desc limit 1`,
  );
  if (!row) throw new Error("No calendar was changed.");
  return row;
}

/** Which places a change asks to look at their limits. */
async function asked(actId: string): Promise<number[]> {
  const rows = await ownerRows<{ place: number }>(
    `select (payload->>'divisionId')::int as place from outbox_event
     where type = 'LimitsToReckon' and payload->>'actId' = $1 order by 1`,
    [actId],
  );
  return rows.map(({ place }) => place);
}

/** What the worker does after the newest change of a calendar. */
async function worked(now = NOW, size?: number) {
  const { id, place } = await change();
  await askToReckon(await systemActor(place), id);
  const places = await asked(id);
  for (const one of places) await reckonLimits(await systemActor(one), id, now, size);
  return { id, places };
}

const closureOn = async (place: number, day: IsoDate) => {
  const [row] = await ownerRows<{ id: string }>(
    "select id::text from holiday where division_id = $1 and day = $2 and kind = 'closure' and withdrawn_at is null",
    [place, day],
  );
  return row?.id ?? "";
};

const messagesOf = (actId: string) =>
  ownerRows<{ place: number; office: string; moved: number; items: number }>(
    `select m.division_id as place, m.office_id::text as office, m.moved, count(i.obligation_id)::int as items
     from office_message m join office_message_item i on i.division_id = m.division_id and i.message_id = m.id
     where m.kind = 'calendar' and i.mark = $1 group by 1, 2, 3 order by 1`,
    [actId],
  );

test("a closure declared on the day of a limit takes it to the next working day, and takes it back when it is called off", async () => {
  // 19 Dey 1405, a Saturday; the day before it is a Friday.
  const { id, of } = await issued("1405/10/19");
  await declareClosure(representative, { from: "2027-01-09", nameFa: "آلودگی هوا" }, NOW);
  const { id: act, places } = await worked();
  expect(places).toContain(GORGAN);
  const moved = await pageOf(of(GORGAN));
  expect(moved).toMatchObject({ firstDueOn: "2027-01-10", dueOn: "2027-01-10", askedDueOn: "2027-01-09" });
  expect(moved.events).toMatchObject([{ kind: "calendar", dueFrom: "2027-01-09", dueTo: "2027-01-10" }]);
  // Whoever comes to owe the text later gets the day that holds.
  expect(await within(expert, (db) => getIssuance(db, GOLESTAN, id))).toMatchObject({
    dueOn: "2027-01-10",
    askedDueOn: "2027-01-09",
  });
  // No re-dating: neither counted as one nor asked a cause for.
  const [row] = await ownerRows<{ cause: string | null; n: number }>(
    `select max(cause) as cause, count(*) filter (where first_due_on <> due_on)::int as n from obligation where source_id = $1`,
    [id],
  );
  expect(row).toEqual({ cause: null, n: 0 });
  expect((await messagesOf(act)).filter(({ place }) => place === GORGAN)).toMatchObject([
    { moved: 1, items: 1 },
  ]);

  await withdrawClosure(representative, await closureOn(GOLESTAN, "2027-01-09"), NOW);
  await worked();
  const back = await pageOf(of(GORGAN));
  expect(back).toMatchObject({ firstDueOn: "2027-01-09", dueOn: "2027-01-09", askedDueOn: null });
  expect(back.events.map(({ kind }) => kind)).toEqual(["calendar", "calendar"]);
});

test("a county's own closure moves its own limits and nobody else's, and whoever issued them is among those told", async () => {
  const { of } = await issued("1405/10/20");
  await declareClosure(assistant, { from: "2027-01-10", to: "2027-01-11", nameFa: "برف" }, NOW);
  const { id, places } = await worked();
  expect(places).toEqual([GORGAN]);
  expect((await pageOf(of(GORGAN))).dueOn).toBe("2027-01-12");
  expect((await pageOf(of(AQQALA))).dueOn).toBe("2027-01-10");
  const issuers = within(await systemActor(GORGAN), (db) =>
    issuersOfMoved(db, { divisionId: GORGAN, actId: id }),
  );
  expect(await issuers).toEqual([GOLESTAN]);
});

test("done on the day to which the closure took it, it is in time by both days", async () => {
  const today = "2027-03-01";
  const figures = () => within(expert, (db) => summariseLedger(db, GOLESTAN, "issued", today));
  const { of } = await issued("1405/10/28");
  const before = await figures();
  await declareClosure(representative, { from: "2027-01-18", nameFa: "کمبود برق" }, NOW);
  await worked();
  await acknowledgeObligation(assistant, of(GORGAN), NOW);
  await reportObligation(assistant, of(GORGAN), { text: "فرستاده شد" }, undefined, at("2027-01-19"));
  await verifyObligation(representative, of(GORGAN), {}, at("2027-01-19"));
  const after = await figures();
  expect(after.inFirst - before.inFirst).toBe(1);
  expect(after.inPresent - before.inPresent).toBe(1);
});

test("what was re-dated keeps its first day, and what is over stays as it was", async () => {
  const { of } = await issued("1405/11/10");
  await reDateObligation(expert, of(GORGAN), { dueOn: "2027-02-20", cause: "budget" }, NOW);
  await acknowledgeObligation(actorOf(AQQALA, "assistant"), of(AQQALA), NOW);
  await declareClosure(representative, { from: "2027-01-30", nameFa: "گرما" }, NOW);
  await worked();
  expect(await pageOf(of(GORGAN))).toMatchObject({ firstDueOn: "2027-01-30", dueOn: "2027-02-20" });
  await declareClosure(representative, { from: "2027-02-20", nameFa: "گرما" }, NOW);
  await worked();
  expect(await pageOf(of(GORGAN))).toMatchObject({ firstDueOn: "2027-01-30", dueOn: "2027-02-21" });
  expect(await pageOf(of(AQQALA))).toMatchObject({ firstDueOn: "2027-01-31", dueOn: "2027-01-31" });
  const settled = await pageOf(of(AQQALA));
  await ownerRows("update obligation set state = 'withdrawn' where division_id = $1 and id = $2", [
    AQQALA,
    of(AQQALA).id,
  ]);
  await withdrawClosure(representative, await closureOn(GOLESTAN, "2027-01-30"), NOW);
  await worked();
  expect((await pageOf(of(AQQALA))).dueOn).toBe(settled.dueOn);
});

test("in batches each limit is moved once, a worker that dies between two leaves none out, and its twin tells nobody twice", async () => {
  const day = "2027-02-27";
  for (let n = 0; n < 3; n += 1) await issued("1405/12/8");
  await declareClosure(representative, { from: day, nameFa: "گرما" }, NOW);
  const { id, place } = await change();
  await askToReckon(await systemActor(place), id);
  // The first batch is written, and then the worker dies before it tells anybody.
  const gorgan = await systemActor(GORGAN);
  const span = reckonedSpan("2026-12-24");
  const calendar = await within(gorgan, (db) => getWorkingCalendar(db, gorgan.place, span.from, span.known));
  const reckoning = {
    placeId: GORGAN,
    ...span,
    ...openings(calendar, span.from, span.to),
    counted: endsOf(calendar, []),
    act: { id, byName: gorgan.name, byKey: gorgan.key, at: NOW },
  };
  await within(gorgan, (db) => moveLimits(db, reckoning, 1));
  const on = async () => {
    const rows = await ownerRows<{ dueOn: Date; n: number; steps: number }>(
      `select b.due_on as "dueOn", count(distinct b.id)::int as n, count(e.id)::int as steps from obligation b
       left join obligation_event e on e.division_id = b.division_id and e.obligation_id = b.id and e.act_id = $2
       where b.division_id = $1 and b.asked_due_on = $3 or b.division_id = $1 and b.due_on = $3 group by 1 order by 1`,
      [GORGAN, id, day],
    );
    return rows.map(({ dueOn, ...row }) => ({ dueOn: isoOfDate(dueOn), ...row }));
  };
  const half = await on();
  expect(half).toHaveLength(2);
  expect(half[0]?.dueOn).toBe(day);
  await Promise.all([reckonLimits(gorgan, id, NOW, 2), reckonLimits(gorgan, id, NOW, 1)]);
  expect(await on()).toEqual([{ dueOn: "2027-02-28", n: 3, steps: 3 }]);
  expect((await messagesOf(id)).filter((row) => row.place === GORGAN)).toMatchObject([
    { moved: 3, items: 3 },
  ]);
  const told = await ownerRows(
    "select 1 from outbox_event where type = 'LimitsReckoned' and payload->>'actId' = $1 and division_id = $2",
    [id, GORGAN],
  );
  expect(told).toHaveLength(1);
});

/** What a change of the calendar did to an obligation. */
const changesOf = ({ id }: Which) =>
  ownerRows("select act_id from obligation_event where obligation_id = $1 and kind = 'calendar'", [id]);

const looked: string[] = [];

/** What the worker does after limits were given in another place, by the newest of its jobs there. */
async function lookedAtIn(place: number): Promise<void> {
  const [event] = await ownerRows<{ id: string; act: string }>(
    `select id::text, payload->>'actId' as act from outbox_event where type = 'LimitsToReckon'
     and (payload->>'divisionId')::int = $1 and not payload->>'actId' in (select id::text from outbox_event
       where type = 'CalendarChanged') and not id = any($2::uuid[]) order by id desc limit 1`,
    [place, looked],
  );
  if (!event) throw new Error("Nobody asked to look at the limits there.");
  looked.push(event.id);
  await reckonLimits(await systemActor(place), event.act, NOW);
}

test("a closure that a county declared before holds from the first moment for what the province gives it, and for its next day", async () => {
  await declareClosure(assistant, { from: "2027-04-18", to: "2027-04-19", nameFa: "سیل" }, NOW);
  await worked();
  const before = await ownerRows<{ id: string }>(
    "select id::text from outbox_event where type = 'LimitsToReckon'",
  );
  looked.push(...before.map(({ id }) => id));
  const { of } = await issued("1406/1/29");
  const moved = { firstDueOn: "2027-04-20", dueOn: "2027-04-20", askedDueOn: "2027-04-18" };
  expect(await pageOf(of(GORGAN))).toMatchObject(moved);
  expect(await pageOf(of(AQQALA))).toMatchObject({ dueOn: "2027-04-18", askedDueOn: null });
  await lookedAtIn(GORGAN);
  await lookedAtIn(AQQALA);
  expect(await pageOf(of(GORGAN))).toMatchObject(moved);
  expect((await pageOf(of(AQQALA))).dueOn).toBe("2027-04-18");
  expect(await changesOf(of(GORGAN))).toEqual([]);

  await expect(
    reDateObligation(expert, of(GORGAN), { dueOn: "2027-04-19", cause: "budget" }, NOW),
  ).rejects.toMatchObject({ code: "obligations.re-date.same" });
  await declareClosure(assistant, { from: "2027-05-02", nameFa: "سیل" }, NOW);
  await worked();
  await reDateObligation(expert, of(GORGAN), { dueOn: "2027-05-02", cause: "budget" }, NOW);
  expect(await pageOf(of(GORGAN))).toMatchObject({ ...moved, dueOn: "2027-05-03", askedDueOn: "2027-05-02" });

  // A count of working days ends a day later where one of them is closed.
  const counted = await decided({ kind: "relative", count: "82", unit: "working" });
  const [here, there] = [await pageOf(counted.of(GORGAN)), await pageOf(counted.of(AQQALA))];
  const calendarOf = (place: number) =>
    within(expert, (db) => getWorkingCalendar(db, scopeOf(place), "2026-12-24", "2027-08-01"));
  for (const [row, place] of [
    [here, GORGAN],
    [there, AQQALA],
  ] as const) {
    const end = addWorkingDays(await calendarOf(place), "2026-12-24", 82).day;
    expect(row).toMatchObject({ firstDueOn: end, dueOn: end, workingDays: 82 });
  }
  expect(here.dueOn).not.toBe(there.dueOn);
});

test("a further turn ends by the calendar of the place that owes it", async () => {
  await declareClosure(assistant, { from: "2027-06-13", to: "2027-06-14", nameFa: "سیل" }, NOW);
  await worked();
  // Monthly from 3 Dey, so that the day of the sixth turn after it is the one that is closed.
  const { of } = await decided({ kind: "continuous", cadence: "monthly", receiver: "دبیرخانه" });
  await ownerRows(
    "update obligation set state = 'reported-done', due_on = '2027-05-14', asked_due_on = null, reported_by_key = 'other', reported_at = now() where id = $1",
    [of(GORGAN).id],
  );
  await verifyObligation(expert, of(GORGAN), {}, at("2027-05-14"));
  // Two holidays and a weekend follow the closure; without it the fourteenth would hold.
  expect(await pageOf(of(GORGAN))).toMatchObject({
    state: "in-progress",
    firstDueOn: "2027-06-19",
    dueOn: "2027-06-19",
    askedDueOn: "2027-06-14",
  });
});

test("nobody but the worker reckons limits", async () => {
  await expect(reckonLimits(representative, crypto.randomUUID(), NOW)).rejects.toMatchObject({
    kind: "forbidden",
  });
  await expect(askToReckon(assistant, crypto.randomUUID())).rejects.toMatchObject({ kind: "forbidden" });
});

test("a limit in working days stays one: a closure inside it moves its end, and another day ends the count", async () => {
  const neighbour = actorOf(AQQALA, "assistant");
  const { id, of, rows } = await decided({ kind: "relative", count: "40", unit: "working" });
  const before = await pageOf(of(AQQALA));
  const said = { workingDays: 40, countsFrom: "2026-12-24", askedDueOn: null };
  expect(before).toMatchObject({ ...said, firstDueOn: before.dueOn });
  const from = before.dueOn ?? "2026-12-24";
  const calendar = await within(neighbour, (db) =>
    getWorkingCalendar(db, neighbour.place, "2026-12-24", "2027-06-01"),
  );
  const dayAfter = addWorkingDays(calendar, from, 1).day;
  expect(addWorkingDays(calendar, "2026-12-24", 40).day).toBe(from);

  // 5 Bahman 1405, a Monday in the middle of it.
  await declareClosure(neighbour, { from: "2027-01-25", nameFa: "برف" }, NOW);
  const { places } = await worked();
  expect(places).toEqual([AQQALA]);
  expect(await pageOf(of(AQQALA))).toMatchObject({ ...said, dueOn: dayAfter, firstDueOn: dayAfter });
  const [elsewhere] = rows.filter(({ divisionId }) => divisionId !== AQQALA && divisionId !== GORGAN);
  if (!elsewhere) throw new Error("Other counties owe it.");
  expect((await pageOf(elsewhere)).dueOn).toBe(from);
  expect(await within(expert, (db) => getIssuance(db, GOLESTAN, id))).toMatchObject({
    workingDays: 40,
    dueOn: from,
  });

  await withdrawClosure(neighbour, await closureOn(AQQALA, "2027-01-25"), NOW);
  await worked();
  expect(await pageOf(of(AQQALA))).toMatchObject({ ...said, dueOn: from, firstDueOn: from });

  await reDateObligation(expert, of(AQQALA), { dueOn: "2027-04-25", cause: "weather" }, NOW);
  expect(await pageOf(of(AQQALA))).toMatchObject({
    workingDays: null,
    firstDueOn: from,
    dueOn: "2027-04-25",
  });
  await expect(
    ownerRows("update obligation set deadline_kind = 'dated' where id = $1", [elsewhere.id]),
  ).rejects.toThrow(/obligation_working_days_check/);
});

test("whoever picks a day sees the days on which the place that owes is closed, the officer behind a link too", async () => {
  const { of } = await issued("1405/11/25");
  const row = await pageOf(of(GORGAN));
  await declareClosure(assistant, { from: "2027-02-13", nameFa: "آب‌گرفتگی" }, NOW);
  const office = { divisionId: GORGAN, officeId: row.officeId, ancestors: scopeOf(GORGAN).ancestors };
  const today = isoDate("2026-12-24");
  for (const actor of [expert, assistant, officeActor({ id: "link", name: "" }, office)]) {
    const calendar = await within(actor, async (db) => calendarOfStep(db, row, "ask-day", today));
    expect(calendar?.specialDays).toContainEqual(expect.objectContaining({ name: "آب‌گرفتگی" }));
    expect(await within(actor, async (db) => calendarOfStep(db, row, "block", today))).toBeNull();
  }
});
