import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { administratorActor, citizen, officeActor } from "~/actor.server";
import { doorActor } from "~/areas/identity/sessions.server";
import { scopeOf, type Actor } from "~/kernel/actor";
import { noAbility } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { relayActor } from "~/kernel/queue-embedded.server";
import { uuidv7 } from "~/lib/identifiers";
import { isoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN, NATION } from "../../../tests/factories/actors";
import { plantPlaces } from "../../../tests/factories/posts";
import { Records } from "../../../tests/factories/records";
import { closeCounty } from "./commands/close-county.server";
import { MATTERS, type LeftOpen } from "./left-open";
import { countLeftOpen } from "./left-open.server";

vi.hoisted(() => vi.stubEnv("CLOCK", "1405/10/03"));

const now = new Date("2026-12-24T06:00:00Z");
const day = isoDate("2026-11-01");
const administrator = administratorActor({ id: uuidv7(), fullName: "راهبر سامانه" });
let records: Records;

type Row = Record<string, unknown>;
const rowsOf = async (table: string) => (await records.query(`select * from ${table}`)).rows as Row[];
const row = async (table: string, values: Row) => {
  const { rows: columns } = await records.query(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and column_default is null`,
    [table],
  );
  const full: Row = { id: uuidv7() };
  for (const { name, type } of columns as { name: string; type: string }[])
    full[name] ??= /timestamp|date/.test(type)
      ? "2026-11-01"
      : type === "jsonb"
        ? "{}"
        : type === "integer"
          ? 0
          : type === "uuid"
            ? uuidv7()
            : "x";
  Object.assign(full, values);
  const names = Object.keys(full);
  await records.query(
    `insert into ${table} (${names.join(", ")}) values (${names.map((_, at) => `$${at + 1}`).join(", ")})`,
    Object.values(full),
  );
  return String(full.id);
};

/** One of everything in a place, open and finished, `times` over for what is open. */
async function workIn(place: number, times: number) {
  const here = { division_id: place };
  for (const state of ["active", "invited", "archived"]) {
    for (let at = 0; at < times; at++) await records.person(day, { ...here, state });
  }
  const gone = await records.person(day, { ...here, erased_at: now });
  const link = await row("join_link", { ...here, token: uuidv7() });
  await records.circle(day, here);
  await records.circle(day, { ...here, closed_on: day, closed_reason: "پایان کار" });
  for (const state of ["waiting", "declined"]) await row("join_request", { ...here, link_id: link, state });
  const to = place === GORGAN ? AQQALA : GORGAN;
  const person = await records.person(day, here);
  await row("relocation", {
    ...here,
    person_id: person,
    to_division_id: to,
    state: "offered",
    expires_on: "2027-01-01",
  });
  await row("relocation", {
    ...here,
    person_id: gone,
    to_division_id: to,
    state: "withdrawn",
    expires_on: "2027-01-01",
  });
  for (const state of ["received", "referred", "reopened", "confirmed", "withdrawn", "answered"])
    await records.demand(day, { ...here, state });
  for (const state of ["issued", "blocked", "reported-done", "verified", "withdrawn"]) {
    await records.obligation(day, { ...here, state });
    await records.obligation(day, { ...here, source_division_id: place, state });
  }
  for (const state of ["raised", "verified", "withdrawn"]) await records.obstacle(day, { ...here, state });
  for (const state of ["review", "issued"])
    await row("minutes_draft", { ...here, state, source_hash: uuidv7() });
  let version = 0;
  for (const state of ["open", "returned", "submitted", "approved", "accepted"])
    await row("report", {
      ...here,
      state,
      period: "1405-q3",
      version: ++version,
      reopen_reason: "تصحیح شمار جلسه‌ها",
    });
  const post = await row("post", { ...here, role: "assistant" });
  for (const ended_at of [null, now]) {
    await row("appointment", { ...here, post_id: post, ended_at });
    await row("deputy", { ...here, post_id: post, ended_at });
  }
}

/** The same, counted out of all rows one by one. */
async function naive(place: number): Promise<LeftOpen> {
  const count = async (table: string, isOne: (row: Row) => boolean) =>
    (await rowsOf(table)).filter(isOne).length;
  const here = (one: Row) => one.division_id === place;
  const is =
    (...states: string[]) =>
    (one: Row) =>
      states.includes(String(one.state));
  const isOwed = (one: Row) => !is("verified", "withdrawn", "not-applicable")(one);
  return {
    people: await count("person", (one) => here(one) && !is("archived")(one) && one.erased_at === null),
    circles: await count("circle", (one) => here(one) && one.closed_on === null),
    joining: await count("join_request", (one) => here(one) && is("waiting")(one)),
    relocations: await count(
      "relocation",
      (one) => (here(one) || one.to_division_id === place) && is("offered", "consented")(one),
    ),
    demands: await count("demand", (one) => here(one) && is("received", "referred", "reopened")(one)),
    owed: await count("obligation", (one) => here(one) && one.source_division_id !== place && isOwed(one)),
    issued: await count("obligation", (one) => one.source_division_id === place && isOwed(one)),
    obstacles: await count("obstacle", (one) => here(one) && is("raised")(one)),
    minutes: await count("minutes_draft", (one) => here(one) && is("review")(one)),
    reports: await count("report", (one) => here(one) && is("open", "draft", "returned")(one)),
    reviewed: await count("report", (one) => here(one) && is("submitted", "under-review")(one)),
    holders:
      (await count("appointment", (one) => here(one) && one.ended_at === null)) +
      (await count("deputy", (one) => here(one) && one.ended_at === null)),
    officers: await count("office_appointment", (one) => here(one) && one.ended_at === null),
  };
}

beforeAll(async () => {
  await plantPlaces();
  records = await Records.open();
  await workIn(GORGAN, 2);
  await workIn(AQQALA, 3);
});
afterAll(() => records.close());

const leftIn = (actor: Actor, place: number) => within(actor, (db) => countLeftOpen(db, place));

test("whoever closes a county is told how much of each matter is open in it", async () => {
  const left = await leftIn(administrator, GORGAN);
  expect(left).toEqual(await naive(GORGAN));
  for (const matter of MATTERS) if (matter !== "officers") expect(left[matter], matter).toBeGreaterThan(0);
  expect(await leftIn(administrator, AQQALA)).toEqual(await naive(AQQALA));
});

test("he is told whole numbers and nothing else", async () => {
  const [answer] = await within(
    administrator,
    (db) => db.$queryRaw<Row[]>`select * from tenancy.left_open(${GORGAN}::int)`,
  );
  for (const [name, value] of Object.entries(answer ?? {})) expect(value, name).toSatisfy(Number.isInteger);
});

test("nobody else learns them, whatever his abilities are", async () => {
  const staff = (id: number): Actor => ({ ...actorOf(id, "governor"), ability: noAbility });
  const office = officeActor(
    { id: uuidv7(), name: "x" },
    { divisionId: GORGAN, officeId: uuidv7(), ancestors: scopeOf(GORGAN).ancestors },
  );
  const system: Actor = { ...staff(GORGAN), kind: "system" };
  for (const actor of [
    staff(GORGAN),
    staff(GOLESTAN),
    staff(NATION),
    staff(AQQALA),
    system,
    office,
    citizen("4821-7390-6154-8273"),
    doorActor,
    relayActor,
  ])
    await expect(leftIn(actor, GORGAN), `${actor.kind} ${actor.place?.id}`).rejects.toMatchObject({
      kind: "missing",
    });
});

test("there is nothing to tell of what cannot be closed: a province, the nation, a county that is closed", async () => {
  for (const place of [GOLESTAN, NATION, 99_999])
    await expect(leftIn(administrator, place)).rejects.toMatchObject({ kind: "missing" });
  await closeCounty(administrator, AQQALA, { closedOn: isoDate("2026-12-24"), successorIds: [GORGAN] }, now);
  await expect(leftIn(administrator, AQQALA)).rejects.toMatchObject({ kind: "missing" });
});
