import { beforeAll, expect, test, vi } from "vitest";
import { officeByToken, systemActor } from "~/actor.server";
import { makeOfficeLink } from "~/areas/bodies/commands/make-office-link.server";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, AQQALA, GOLESTAN, GORGAN, MAZANDARAN } from "../../../../tests/factories/actors";
import { asOwner, openOfficesOfGolestan } from "../../../../tests/factories/offices";
import { ownerRows } from "../../../../tests/setup/owner";
import { countEscalated, escalatedRows } from "../chasing/escalated.server";
import { getIssuance, messagesOfOffice, remindersOf } from "../chasing/office-messages.server";
import { IssueDecision } from "../schema";
import { acknowledgeObligation } from "./acknowledge-obligation.server";
import { alsoOwes } from "./also-owes.server";
import { chaseSilent } from "./chase-silent.server";
import { issueDecision } from "./issue-decision.server";
import { remindOffices } from "./remind-offices.server";
import { seeMessages } from "./see-messages.server";

// 5 Dey 1405, a Saturday on which offices of Golestan work.
const NOW = new Date("2026-12-26T06:00:00Z");
const on = (day: string) => new Date(`${day}T06:00:00Z`);
const expert = actorOf(GOLESTAN, "provincial-expert");
const assistant = actorOf(GORGAN, "assistant");

let offices: Awaited<ReturnType<typeof openOfficesOfGolestan>>;
const office = (place: number, code: string) => offices.ids.get(`${place} ${code}`) ?? "";

beforeAll(async () => {
  offices = await openOfficesOfGolestan();
}, 60_000);

const typed = (fields: Record<string, unknown> = {}) =>
  IssueDecision.parse({
    title: "نامه استاندار",
    text: "روشنایی پارک درست شود",
    theirNumber: "۲۰۶/۹۳/۱۱۸۵۲",
    theirOn: "۱۴۰۵/۱۰/۱",
    to: ["group:governors"],
    kind: "dated",
    dueOn: "1405/10/20",
    ...fields,
  });
const issue = async (fields: Record<string, unknown> = {}, now = NOW) =>
  (await issueDecision(expert, typed(fields), now)).id;
const owing = (id: string) =>
  ownerRows<{ divisionId: number; id: string; office: string; dueOn: string; state: string }>(
    `select division_id as "divisionId", id::text, office_id::text as office, due_on::text as "dueOn", state
     from obligation where source_id = $1 order by division_id`,
    [id],
  );
const textOf = (id: string) => within(expert, (db) => getIssuance(db, GOLESTAN, id));

test("a typed decision carries their number and date before ours, and ours run through", async () => {
  const before = await issueDecision(expert, typed(), NOW);
  const next = await issueDecision(expert, typed({ theirNumber: undefined, theirOn: undefined }), NOW);
  expect(next.number).toBe(before.number + 1);
  const text = await textOf(before.id);
  expect(text).toMatchObject({ theirNumber: "206/93/11852", theirOn: "2026-12-22", number: before.number });
  expect(text.answers).toMatchObject({ silent: 14, verified: 0 });
  const events = await ownerRows(
    "select 1 from outbox_event where type = 'ObligationsIssued' and payload->>'issuanceId' = $1",
    [before.id],
  );
  expect(events).toHaveLength(1);
});

test("whoever is named for the same text by two at once owes it once, and each says what he himself brought", async () => {
  const id = await issue();
  const [both, one, other] = ["education", "libraries", "planning-budget-reform"].map((code) =>
    office(GOLESTAN, code),
  );
  // Each of the two has read who owes before either writes it, unless one waits for the other.
  await asOwner((owner) =>
    owner.query(`create function dawdle() returns trigger language plpgsql as
        $$ begin perform pg_sleep(0.3); return null; end $$;
      create trigger dawdle before insert on obligation for each statement execute function dawdle()`),
  );
  const naming = [one, other].map((own) => alsoOwes(expert, id, { offices: [both ?? "", own ?? ""] }, NOW));
  const said = await Promise.allSettled(naming);
  await asOwner((owner) => owner.query("drop function dawdle() cascade"));
  const counts = said.map((each) => (each.status === "fulfilled" ? each.value.count : each.reason));
  expect(counts.sort()).toEqual([1, 2]);
  const owed = (await owing(id)).map((row) => row.office);
  expect(owed.filter((each) => each === both)).toHaveLength(1);
  const told = await ownerRows<{ ids: string[] }>(
    `select payload->'obligationIds' as ids from outbox_event
     where type = 'ObligationsIssued' and payload->>'issuanceId' = $1 and payload ? 'obligationIds'`,
    [id],
  );
  const ids = told.flatMap((each) => each.ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a decision on a closed day says so, and one to an empty group is not issued at all", async () => {
  const text = await textOf(await issue({ dueOn: "1405/10/11" }));
  expect(text).toMatchObject({ dueOn: "2027-01-02", askedDueOn: "2027-01-01" });
  await asOwner((owner) =>
    owner.query(
      `insert into body_group (code, division_id, name_fa, name_en, kind, published_at)
       values ('nobody-here', 0, 'گروه تهی', 'Nobody', 'members', now())`,
    ),
  );
  const before = await ownerRows<{ n: number }>("select count(*)::int as n from issuance");
  await expect(
    issue({ to: ["office:" + office(GOLESTAN, "education"), "group:nobody-here"] }),
  ).rejects.toMatchObject({
    kind: "invalid",
    code: "obligations.group-empty",
  });
  expect(await ownerRows("select count(*)::int as n from issuance")).toEqual(before);
});

test("a decision needs somebody, a whole deadline and a record of the place; a governor or a county below issues none of it", async () => {
  expect(
    IssueDecision.safeParse({ title: "x", text: "y", to: [""], kind: "none", reason: "z" }).success,
  ).toBe(false);
  expect(
    IssueDecision.safeParse({ title: "x", text: "y", to: ["group:governors"], kind: "dated" }).success,
  ).toBe(false);
  await expect(issue({ fromKind: "meeting", fromId: uuidv7() })).rejects.toMatchObject({ kind: "missing" });
  await expect(issue({ to: ["office:" + office(GORGAN, "education")] })).rejects.toMatchObject({
    kind: "missing",
  });
  await expect(issueDecision(actorOf(GORGAN, "governor"), typed(), NOW)).rejects.toMatchObject({
    kind: "forbidden",
  });
});

test("what was issued to a group stays as it was, whoever joins, leaves or ends; a further office owes by a word of its own", async () => {
  const id = await issue({ to: ["group:governors"] });
  const before = await owing(id);
  expect(before).toHaveLength(14);
  // One joins, one leaves for good, one is renamed away from the group.
  const joined = await asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into organisation (id, division_id, code, name_fa, name_en, kind, levels, published_at)
       select gen_random_uuid(), 0, 'late-comer', 'دیرآمده', 'Late comer', kind, levels, now() from organisation
       where code = 'county-governorate' returning id`,
    );
    const fresh = uuidv7();
    await owner.query(
      `insert into office (division_id, id, organisation_id, name_fa, name_en, opened_on)
       values ($1, $2, $3, 'دیرآمده', 'Late comer', '2020-01-01')`,
      [GOLESTAN, fresh, rows[0]?.id],
    );
    await owner.query("update office set closed_on = '2026-12-25' where id = $1", [
      office(AQQALA, "county-governorate"),
    ]);
    return fresh;
  });
  try {
    expect(await owing(id)).toEqual(before);
    await chaseSilent(expert, id, {}, NOW);
    expect((await textOf(id)).chases[0]?.offices).toBe(14);
    await expect(alsoOwes(assistant, id, { offices: [joined] }, NOW)).rejects.toMatchObject({
      kind: "missing",
    });
    await alsoOwes(expert, id, { offices: [joined] }, NOW);
    const after = await owing(id);
    expect(after).toHaveLength(15);
    expect(after.find((row) => row.office === joined)).toMatchObject({
      dueOn: "2027-01-10",
      state: "issued",
    });
    await expect(alsoOwes(expert, id, { offices: [joined] }, NOW)).rejects.toMatchObject({
      kind: "conflict",
    });
    // The day of the text is over: another one has to be said.
    const late = on("2027-01-20");
    const another = [office(GOLESTAN, "education")];
    await expect(alsoOwes(expert, id, { offices: another }, late)).rejects.toMatchObject({ kind: "invalid" });
    await alsoOwes(expert, id, { offices: another, dueOn: "2027-02-01" }, late);
  } finally {
    await asOwner((owner) =>
      owner.query("update office set closed_on = null where id = $1", [office(AQQALA, "county-governorate")]),
    );
  }
});

test("chasing sends one message to each silent office, whatever it owes, and none twice on a day", async () => {
  const id = await issue();
  const [first] = (await owing(id)).filter(({ divisionId }) => divisionId === GORGAN);
  if (!first) throw new Error("Gorgan owes.");
  await acknowledgeObligation(assistant, first, NOW);
  expect(await chaseSilent(expert, id, { note: "تا فردا" }, NOW)).toEqual({ offices: 13 });
  await expect(chaseSilent(expert, id, {}, NOW)).rejects.toMatchObject({ kind: "conflict" });
  const twice = await Promise.allSettled([
    chaseSilent(expert, id, {}, on("2026-12-27")),
    chaseSilent(expert, id, {}, on("2026-12-27")),
  ]);
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const text = await textOf(id);
  expect(text.chases.map(({ offices: n }) => n)).toEqual([13, 13]);
  await expect(chaseSilent(actorOf(MAZANDARAN, "representative"), id, {}, NOW)).rejects.toMatchObject({
    kind: "missing",
  });
  await expect(chaseSilent(actorOf(GOLESTAN, "governor"), id, {}, NOW)).rejects.toMatchObject({
    kind: "forbidden",
  });
});

test("an office is reminded once of all it owes, before its day, after it and while it is silent, and then the level above hears", async () => {
  await ownerRows(
    "delete from office_message_item; delete from office_message; delete from obligation_event; delete from obligation",
  );
  const place = await systemActor(GORGAN);
  const head = office(GORGAN, "county-governorate");
  const sent = async (day: string) => {
    await remindOffices(place, uuidv7(), on(day));
    const [row] = await ownerRows<Record<string, number>>(
      `select count(*)::int as messages, coalesce(sum(due_soon), 0)::int as soon, coalesce(sum(overdue), 0)::int as overdue,
         coalesce(sum(silent), 0)::int as silent, coalesce(sum(escalated), 0)::int as escalated
       from office_message where division_id = $1 and sent_on = $2`,
      [GORGAN, day],
    );
    return row;
  };
  const none = { messages: 0, soon: 0, overdue: 0, silent: 0, escalated: 0 };
  const [one, two] = [await issue(), await issue({ dueOn: "1405/10/13" })];
  expect(await sent("2026-12-26")).toEqual(none);
  // 9 Dey: one of the two is due within three working days. Thursday and Friday nothing goes out.
  expect(await sent("2026-12-30")).toEqual({ ...none, messages: 1, soon: 1, silent: 2 });
  expect(await sent("2026-12-31")).toEqual(none);
  expect(await sent("2027-01-01")).toEqual(none);
  // A second look at the same day changes nothing.
  expect(await sent("2026-12-30")).toEqual({ ...none, messages: 1, soon: 1, silent: 2 });
  const obligations = [...(await owing(one)), ...(await owing(two))].filter(
    (row) => row.divisionId === GORGAN,
  );
  const [first, second] = obligations;
  if (!first || !second) throw new Error("Gorgan owes two.");
  await acknowledgeObligation(assistant, first, on("2027-01-02"));
  // 19 Dey: the one that is still silent is overdue, and the level above hears.
  expect(await sent("2027-01-09")).toEqual({ messages: 1, soon: 1, overdue: 1, silent: 0, escalated: 1 });
  const escalated = await ownerRows("select 1 from outbox_event where type = 'SilenceEscalated'");
  expect(escalated).toHaveLength(1);
  expect((await within(expert, (db) => remindersOf(db, second))).map(({ kind }) => kind).sort()).toEqual([
    "due-soon",
    "escalated",
    "overdue",
    "silent",
  ]);
  // What the county issued itself and what was passed on is said above along with it: as many as the list opens.
  const batch = await ownerRows<{ id: string }>(
    "select payload->>'batchId' as id from outbox_event where type = 'SilenceEscalated'",
  );
  const silence = { divisionId: GORGAN, batchId: batch[0]?.id ?? "" };
  const opens = async (who: PlacedActor) =>
    (await within(who, (db) => escalatedRows(db, silence))).rows.map(({ id }) => id);
  expect(await opens(expert)).toEqual([second.id]);
  expect(await within(expert, (db) => countEscalated(db, silence))).toEqual({ obligations: 1, offices: 1 });
  expect(await opens(actorOf(MAZANDARAN, "representative"))).toEqual([]);
  // A week later it is overdue still, and said once more.
  expect(await sent("2027-01-12")).toMatchObject({ overdue: 2, silent: 0, escalated: 0 });

  const { token } = await makeOfficeLink(assistant, head, { days: "30" }, on("2027-01-12"));
  const door = await officeByToken(token, on("2027-01-12"));
  if (!door) throw new Error("The link opens its office.");
  const where = { divisionId: GORGAN, officeId: head };
  const unseen = async () =>
    (await within(door.actor, (db) => messagesOfOffice(db, where))).filter(({ seen }) => !seen).length;
  expect(await unseen()).toBe(3);
  await seeMessages(door.actor, on("2027-01-12"));
  expect(await unseen()).toBe(0);
  await expect(seeMessages(assistant, NOW)).rejects.toMatchObject({ kind: "forbidden" });
});

test("of two reminders at one time the later stumbles over the key, and its job taken again says nothing twice", async () => {
  await ownerRows(
    "delete from office_message_item; delete from office_message; delete from obligation_event; delete from obligation",
  );
  const place = await systemActor(GORGAN);
  const items = () => ownerRows<{ n: number }>("select count(*)::int as n from office_message_item");
  const messages = () => ownerRows<{ n: number }>("select count(*)::int as n from office_message");
  await issue();
  await remindOffices(place, uuidv7(), on("2026-12-30"));
  const [[said], [sent]] = [await items(), await messages()];
  expect(said?.n).toBeGreaterThan(0);
  // What the first wrote stands uncommitted, so that the later one does not see it and writes the same.
  await ownerRows("create table kept_item as table office_message_item; delete from office_message_item");
  const later = uuidv7();
  await asOwner(async (holder) => {
    await holder.query("begin");
    await holder.query("insert into office_message_item select * from kept_item");
    const second = Promise.allSettled([remindOffices(place, later, on("2026-12-30"))]);
    await vi.waitFor(
      async () => {
        const [waiting] = await ownerRows<{ n: number }>(
          `select count(*)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
           where a.datname = current_database() and l.locktype = 'transactionid' and not l.granted`,
        );
        expect(waiting?.n).toBe(1);
      },
      { timeout: 10_000, interval: 50 },
    );
    await holder.query("commit");
    expect((await second).map(({ status }) => status)).toEqual(["rejected"]);
  });
  await ownerRows("drop table kept_item");
  await remindOffices(place, later, on("2026-12-30"));
  expect([await items(), await messages()]).toEqual([[said], [sent]]);
});

test("what was overdue for longer than that when it was taken up is said once", async () => {
  await ownerRows(
    "delete from office_message_item; delete from office_message; delete from obligation_event; delete from obligation",
  );
  const place = await systemActor(GORGAN);
  const said = async (day: string) => {
    await remindOffices(place, uuidv7(), on(day));
    const [row] = await ownerRows<{ n: number }>(
      "select coalesce(sum(overdue), 0)::int as n from office_message where division_id = $1",
      [GORGAN],
    );
    return row?.n;
  };
  await issue();
  await ownerRows("update obligation set first_due_on = '2024-07-10', due_on = '2024-07-10'");
  expect(await said("2026-12-28")).toBe(1);
  expect(await said("2026-12-29")).toBe(1);
  expect(await said("2027-01-12")).toBe(1);
});

test("the level above opens as much silence as it was told of, whoever issued it", async () => {
  await ownerRows(
    "delete from office_message_item; delete from office_message; delete from obligation_event; delete from obligation",
  );
  const [school, power] = [office(GORGAN, "education"), office(GORGAN, "power-distribution")];
  const own = IssueDecision.parse({
    title: "نامه فرماندار",
    text: "جدول خیابان ترمیم شود",
    to: [`office:${school}`, `office:${power}`],
    kind: "dated",
    dueOn: "1405/12/1",
  });
  await issueDecision(assistant, own, NOW);
  await issue({ dueOn: "1405/12/1" });
  const place = await systemActor(GORGAN);
  for (const day of ["2026-12-30", "2027-01-09"]) await remindOffices(place, uuidv7(), on(day));
  const [event] = await ownerRows<{ batch: string }>(
    "select payload->>'batchId' as batch from outbox_event where type = 'SilenceEscalated' order by id desc limit 1",
  );
  const silence = { divisionId: GORGAN, batchId: event?.batch ?? "" };
  const count = await within(expert, (db) => countEscalated(db, silence));
  expect(count).toEqual({ obligations: 3, offices: 3 });
  const listed = await within(expert, (db) => escalatedRows(db, silence));
  expect(listed.rows).toHaveLength(count.obligations);
  const [one, rest] = [
    await within(expert, (db) => escalatedRows(db, silence, undefined, 1)),
    listed.rows.slice(1).map(({ id }) => id),
  ];
  const next = await within(expert, (db) => escalatedRows(db, silence, one.next ?? "", 5));
  expect(next.rows.map(({ id }) => id)).toEqual(rest);
});
