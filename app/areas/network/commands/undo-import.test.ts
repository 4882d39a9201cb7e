import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "~/actor.server";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { AQQALA, GOLESTAN, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aPerson } from "../../../../tests/factories/network";
import { aCsv } from "../../../../tests/factories/sheets";
import { ownerRows } from "../../../../tests/setup/owner";
import { mayBeUndoneUntil } from "../people-import/undo";
import { forecastUndo, listUndone } from "../queries.server/import-undo";
import { getImport } from "../queries.server/imports";
import { TABLES_OF_A_PERSON } from "../people/tables-of-a-person";
import { beginImport } from "./begin-import.server";
import { carryOnImport } from "./carry-on-import.server";
import { carryOnUndo } from "./carry-on-undo.server";
import { decideRows } from "./decide-rows.server";
import { editPerson } from "./edit-person.server";
import { formCircle } from "./form-circle.server";
import { mapImportColumns } from "./map-import-columns.server";
import { movePerson } from "./move-person.server";
import { recordContact } from "./record-contact.server";
import { registerPerson } from "./register-person.server";
import { resumeUndo } from "./resume-undo.server";
import { startImport } from "./start-import.server";
import { undoImport } from "./undo-import.server";

const now = new Date("2026-12-24T05:30:00Z");
const assistant = actorOf(GORGAN, "assistant");
const HEAD = ["نام و نام خانوادگی", "همراه", "محل", "حلقه", "توانایی‌ها", "یادداشت"];
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);

/** Leaves no list, no trace and nobody of the places' registers. */
async function emptyRegister(): Promise<void> {
  for (const table of [
    "person_import_trace",
    "person_pair",
    "person_import_refusal",
    "person_import",
    "contact",
    "membership",
    "circle",
    "person_state_change",
    "person",
  ])
    await ownerRows(`delete from ${table}`);
}

beforeEach(async () => {
  await emptyRegister();
  for (const table of ["outbox_event", "audit_entry"]) await ownerRows(`delete from ${table}`);
  await ownerRows(
    "insert into division (id, level, name_fa, name_en, valid_from, successor_ids) values (28005, 'county', 'گرگان', 'Gorgan', '2011-03-21', '{}') on conflict do nothing",
  );
});

async function broughtIn(rows: string[][], actor: PlacedActor = assistant) {
  const { id } = await beginImport(actor, { name: "list.csv", bytes: aCsv([HEAD, ...rows]) }, now);
  const list = await of(id);
  await mapImportColumns(actor, id, { columns: list.columns, entry: "active", revision: list.revision }, now);
  await decideRows(actor, id, { all: "update", rows: [] }).catch(() => {});
  await startImport(actor, id, { revision: (await of(id)).revision }, now);
  await carryOnImport(await systemActor(GORGAN), id, now);
  return id;
}
const of = (id: string) => within(assistant, (db) => getImport(db, GORGAN, id));
async function takenBack(id: string, at = now) {
  await undoImport(assistant, id, { revision: (await of(id)).revision, reason: "پرونده سال پیش بود" }, at);
  await carryOnUndo(await systemActor(GORGAN), id, at);
  return of(id);
}
const row = (fullName: string, mobile: string, place = "گرگان", circle = "", skill = "", note = "") => [
  fullName,
  mobile,
  place,
  circle,
  skill,
  note,
];
/** Whoever is on the path, with all that a list can change of him, and the circles in which he is. */
const register = () =>
  ownerRows<{ name: string }>(
    `select p.full_name as name, p.search_key, p.mobile, p.tier, p.state, p.state_since, p.locality, p.note, p.source, p.capacities,
      p.national_code_hash, p.joined_on, p.quiet_since,
      array(select c.name from membership m join circle c on c.division_id = m.division_id and c.id = m.circle_id
        where m.division_id = p.division_id and m.person_id = p.id and m.to_on is null order by 1) as circles,
      array(select b.block from person_block b where b.division_id = p.division_id and b.person_id = p.id order by 1) as blocks
    from person p where p.state <> 'cancelled' order by p.full_name, p.mobile, p.id`,
  );
const named = async (fullName: string) =>
  (
    await ownerRows<{
      id: string;
      revision: number;
      state: string;
      mobile: string | null;
      note: string | null;
    }>(`select id, revision, state, mobile, note from person where full_name = '${fullName}'`)
  )[0] ?? { id: "", revision: 0, state: "none", mobile: null, note: null };
const edited = async (fullName: string, change: Partial<Parameters<typeof editPerson>[2]>) => {
  const { id, revision, mobile, note } = await named(fullName);
  const words = aPerson({
    fullName,
    mobile: mobile ?? undefined,
    note: note ?? undefined,
    locality: "گرگان",
  });
  return editPerson(
    assistant,
    id,
    {
      ...words,
      circlesBefore: [],
      circleIds: [],
      capacitiesBefore: [],
      noContact: false,
      revision,
      ...change,
    },
    now,
  );
};

describe("a list taken back", () => {
  test("leaves the register as it was, with the known ones' values and circles, and every number free", async () => {
    const { id: circleId } = await formCircle(assistant, aCircle({ name: "حلقه آب" }), now);
    await registerPerson(assistant, aPerson({ fullName: "بهنام کیانی‌فر", mobile: "+989111000001" }), now);
    await registerPerson(
      assistant,
      aPerson({ fullName: "شیوا مهرجو", mobile: "+989111000002", circleIds: [circleId] }),
      now,
    );
    const before = await register();
    const id = await broughtIn([
      row("بهنام کیانی‌فر", "09111000001", "جلین", "حلقه آب", "آموزش", "در فهرست پارسال"),
      row("شیوا مهرجو", "09111000002", "گرگان"),
      row("کامبیز نوروزی", "09111000003", "گرگان", "حلقه آب"),
      row("کامبیز نوروزی", "09111000003", "سرخنکلاته", "", "رسانه"),
      row("نسترن پوریا", ""),
    ]);
    expect(await register()).not.toEqual(before);
    const forecast = await within(assistant, (db) => forecastUndo(db, GORGAN, id));
    const list = await takenBack(id);
    expect(list).toMatchObject({ state: "undone", undoTotal: 3 + 1, undoDone: 4, undoStayed: 0 });
    expect(forecast).toMatchObject({
      cancelled: list.undoCancelled,
      restored: list.undoRestored,
      partly: list.undoPartly,
      stayed: 0,
      reasons: [],
    });
    expect(await register()).toEqual(before);
    const [step] = await ownerRows<{ n: number }>(
      "select count(*)::int as n from person_state_change where state = 'cancelled' and reason = 'list-undone'",
    );
    expect(step?.n).toBe(2);
    await expect(
      registerPerson(assistant, aPerson({ fullName: "کامبیز نوروزی", mobile: "+989111000003" }), now),
    ).resolves.toBeTruthy();
  });

  test("leaves whoever has something of his own, and says of each what it is", async () => {
    const id = await broughtIn([
      row("با تماس", "09112000001"),
      row("ویراسته", "09112000002"),
      row("بایگانی", "09112000003"),
      row("دست‌نخورده", "09112000004"),
    ]);
    await recordContact(
      assistant,
      (await named("با تماس")).id,
      { channel: "phone", outcome: "no-answer", happenedOn: undefined },
      now,
    );
    await edited("ویراسته", { note: "تلفنش را پسرش جواب می‌دهد" });
    await movePerson(assistant, (await named("بایگانی")).id, { step: "archive", reason: "asked" }, now);
    const list = await takenBack(id);
    expect(list).toMatchObject({ undoCancelled: 1, undoStayed: 3 });
    const told = await within(assistant, (db) => listUndone(db, GORGAN, id, null, 50));
    expect(Object.fromEntries(told.map((one) => [one.fullName, [one.outcome, ...one.reasons]]))).toEqual({
      "با تماس": ["stayed", "contact"],
      ویراسته: ["stayed", "edited"],
      بایگانی: ["stayed", "edited", "step"],
      دست‌نخورده: ["cancelled"],
    });
    expect((await named("با تماس")).state).toBe("active");
  });

  test("gives a known one back what nobody changed since, and leaves the rest with the reason", async () => {
    await registerPerson(
      assistant,
      aPerson({ fullName: "بهنام کیانی‌فر", locality: "گرگان", mobile: "+989113000001" }),
      now,
    );
    const id = await broughtIn([row("بهنام کیانی‌فر", "09113000001", "جلین", "", "آموزش", "از فهرست")]);
    await edited("بهنام کیانی‌فر", {
      note: "از فهرست، و پس از آن دیده شد",
      locality: "جلین",
      capacitiesBefore: [],
      capacities: [],
    });
    await takenBack(id);
    const [him] = await ownerRows("select locality, note, capacities from person");
    expect(him).toEqual({ locality: "گرگان", note: "از فهرست، و پس از آن دیده شد", capacities: [] });
    const told = await within(assistant, (db) => listUndone(db, GORGAN, id, null, 50));
    expect(told).toMatchObject([{ outcome: "partly", reasons: ["note"] }]);
  });

  test("keeps a number that is somebody else's by now with whoever has it", async () => {
    await registerPerson(
      assistant,
      aPerson({ fullName: "شیوا مهرجو", locality: "گرگان", mobile: "+989114000001" }),
      now,
    );
    await ownerRows("update person set national_code_hash = 'h'");
    const id = await broughtIn([row("نفر یکم", "09114000009")]);
    const { id: person } = await named("شیوا مهرجو");
    // As a row with his national code would: his number changed, his former one free.
    await ownerRows(
      `update person set mobile = '+989114000002', revision = revision + 1 where id = '${person}'`,
    );
    await ownerRows(`insert into person_import_trace (division_id, import_id, person_id, is_new, batch, revision, before, after)
      values (28005, '${id}', '${person}', false, 0, 2, '{"mobile": "+989114000001"}', '{"mobile": "+989114000002"}')`);
    await registerPerson(assistant, aPerson({ fullName: "دارنده تازه", mobile: "+989114000001" }), now);
    await takenBack(id);
    expect((await named("شیوا مهرجو")).mobile).toBe("+989114000002");
    const told = await within(assistant, (db) => listUndone(db, GORGAN, id, null, 50));
    expect(told.map((one) => one.reasons)).toContainEqual(["number-taken"]);
  });

  test("any list and any touches: untouched people are as before, touched ones as they were left", async () => {
    const name = fc.constantFrom("آرش پارسا", "بهار کیان", "پرویز مهر", "تینا راد", "جمشید فر", "چکاوک نیا");
    const aRow = fc.tuple(
      name,
      fc.integer({ min: 0, max: 5 }),
      fc.constantFrom("گرگان", "جلین", ""),
      fc.constantFrom("", "آموزش", "رسانه"),
    );
    const known = fc.uniqueArray(fc.tuple(name, fc.integer({ min: 0, max: 5 })), {
      maxLength: 3,
      selector: ([, number]) => number,
    });
    await fc.assert(
      fc.asyncProperty(
        known,
        fc.array(aRow, { minLength: 1, maxLength: 20 }),
        fc.nat(2),
        async (there, rows, touches) => {
          await emptyRegister();
          for (const [fullName, number] of there)
            await registerPerson(assistant, aPerson({ fullName, mobile: `+98911500000${number}` }), now);
          const before = await register();
          const id = await broughtIn(
            rows.map(([who, number, place, skill]) => row(who, `0911500000${number}`, place, "", skill)),
          );
          // A list whose every row is asked about changes nobody: there is nothing to take back.
          const [changed] = await ownerRows<{ n: number }>(
            "select count(*)::int as n from person_import_trace",
          );
          fc.pre(changed?.n !== 0);
          const fresh = await ownerRows<{ id: string }>(
            `select person_id as id from person_import_trace where is_new order by person_id limit ${touches}`,
          );
          for (const one of fresh)
            await recordContact(
              assistant,
              one.id,
              { channel: "phone", outcome: "reached", happenedOn: undefined },
              now,
            );
          const touched = await ownerRows<{ name: string }>(
            `select full_name as name from person where id = any ('{${fresh.map((one) => one.id).join()}}'::uuid[])`,
          );
          await takenBack(id);
          const after = await register();
          expect(after.filter((one) => !touched.some((t) => t.name === one.name))).toEqual(
            before.filter((one) => !touched.some((t) => t.name === one.name)),
          );
          expect(after).toHaveLength(before.length + touched.length);
        },
      ),
      { numRuns: 5 },
    );
  }, 60_000);
});

describe("taking a list back", () => {
  const three = [row("یکم", "09116000001"), row("دوم", "09116000002"), row("سوم", "09116000003")];

  test("is for whoever brought it in, in his county, for thirty days, and once", async () => {
    const id = await broughtIn(three);
    const { revision } = await of(id);
    const by = (actor: PlacedActor, at = now) =>
      undoImport(actor, id, { revision, reason: "پرونده سال پیش بود" }, at);
    await expect(by({ ...actorOf(GORGAN, "expert"), key: "account:someone-else" })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(by(actorOf(GORGAN, "governor"))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(by(actorOf(GOLESTAN, "representative"))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(by(actorOf(AQQALA, "assistant"))).rejects.toMatchObject({ kind: "missing" });
    await expect(by(assistant, day(31))).rejects.toMatchObject({ code: "network.undo.not-now" });
    await expect(
      undoImport(assistant, id, { revision: revision - 1, reason: "پرونده سال پیش بود" }, now),
    ).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(mayBeUndoneUntil(await of(id), day(29))).toEqual(day(30));
    await takenBack(id, day(29));
    await expect(
      undoImport(assistant, id, { revision: (await of(id)).revision, reason: "پرونده سال پیش بود" }, day(29)),
    ).rejects.toMatchObject({ kind: "conflict" });
  });

  test("goes batch by batch, an event and an audit row each, and a second worker does nothing twice", async () => {
    const id = await broughtIn(three);
    await ownerRows(
      "update person_import_trace set batch = case when person_id = (select min(person_id::text)::uuid from person_import_trace) then 0 else 1000 end",
    );
    await undoImport(assistant, id, { revision: (await of(id)).revision, reason: "پرونده سال پیش بود" }, now);
    const system = await systemActor(GORGAN);
    // The first job leaves off after one batch; two go on at once.
    await carryOnUndo(system, id, now, -1);
    expect(await of(id)).toMatchObject({ state: "undoing", undoDone: 2, undoTotal: 3 });
    await Promise.all([carryOnUndo(system, id, now), carryOnUndo(system, id, now)]);
    expect(await of(id)).toMatchObject({ state: "undone", undoDone: 3, undoCancelled: 3 });
    const count = async (sql: string) =>
      (await ownerRows<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n;
    expect(await count("outbox_event where type = 'PeopleImportUndone'")).toBe(2);
    expect(await count("audit_entry where verb = 'undo' and subject = 'PeopleImport'")).toBe(2);
    expect(await count("person_state_change where state = 'cancelled'")).toBe(3);
  });

  test("goes on at a button where its worker gave up, and not while it moves", async () => {
    const id = await broughtIn(three);
    const reason = "پرونده سال پیش بود";
    await undoImport(assistant, id, { revision: (await of(id)).revision, reason }, now);
    const { revision } = await of(id);
    const resumed = (at: Date) => resumeUndo(assistant, id, { revision }, at);
    await expect(resumed(new Date(now.getTime() + 60_000))).rejects.toMatchObject({ kind: "conflict" });
    await ownerRows("update person_import set failure = 'error'");
    await resumed(new Date(now.getTime() + 60_000));
    expect(await of(id)).toMatchObject({ state: "undoing", failure: null });
    const events = await ownerRows("select 1 from outbox_event where type = 'PeopleImportUndoStarted'");
    expect(events).toHaveLength(2);
  });

  test("keeps no former value of anybody once it is done", async () => {
    await registerPerson(
      assistant,
      aPerson({ fullName: "یکم", locality: "گرگان", mobile: "+989116000001" }),
      now,
    );
    const id = await broughtIn([row("یکم", "09116000001", "جلین")]);
    await takenBack(id);
    expect(await ownerRows("select before, after from person_import_trace")).toEqual([
      { before: null, after: null },
    ]);
  });

  test("counts every table of a person that is to come: each is a touch, or it is said that lists write it", () => {
    const silent = Object.entries(TABLES_OF_A_PERSON).flatMap(([column, { touch }]) =>
      touch ? [] : [column],
    );
    expect(silent).toEqual([
      "membership.person_id",
      "person_import_twin.person_id",
      "person_state_change.person_id",
      "person_word.person_id",
    ]);
  });
});
