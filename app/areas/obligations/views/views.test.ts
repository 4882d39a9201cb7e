import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportedListNamed, sayIn } from "~/exported-lists.server";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { isoDate } from "~/lib/jalali";
import { uuidv7 } from "~/lib/identifiers";
import { AQQALA, GOLESTAN, GORGAN, SARI, actorOf } from "../../../../tests/factories/actors";
import { asOwner, openOffice } from "../../../../tests/factories/offices";
import { Records } from "../../../../tests/factories/records";
import type { End, Filter } from "../filters";
import { listObligations, summariseLedger } from "../queries.server";
import { breakDown, type Group } from "./breakdown.server";
import { groupName } from "./group-name";
import { GROUPINGS, IN_WORDS, narrowingAsked, narrowingIn, type Grouping } from "./narrowing";

const TODAY = isoDate("2026-12-24");
const assistant = actorOf(GORGAN, "assistant");
const province = actorOf(GOLESTAN, "provincial-expert");
const CLERK = uuidv7();
const SOURCE = uuidv7();

let records: Records;
let power: string;
let school: string;
let neighbour: string;
let obstacle: string;

beforeAll(async () => {
  records = await Records.open();
  for (const [id, level, name] of [
    [GOLESTAN, "province", "گلستان"],
    [GORGAN, "county", "گرگان"],
    [AQQALA, "county", "آق‌قلا"],
  ])
    await records.query(
      "insert into division (id, level, name_fa, name_en, valid_from, successor_ids) values ($1, $2, $3, 'x', '2011-03-21', '{}') on conflict do nothing",
      [id, level, name],
    );
  [power, school, neighbour] = await asOwner(async (owner) => [
    await openOffice(owner, GORGAN, "power-distribution"),
    await openOffice(owner, GORGAN, "education"),
    await openOffice(owner, AQQALA, "education"),
  ]);
  await records.query(
    `insert into catalogue_entry (division_id, kind, code, fa, en, position)
     values ($1, 'locality', 'own-ziarat', 'زیارت', 'زیارت', 1)`,
    [GORGAN],
  );
  const organisations = new Map(
    (await records.query("select id::text, organisation_id::text as organisation from office")).rows.map(
      (row: { id: string; organisation: string }) => [row.id, row.organisation],
    ),
  );
  for (const [office, name, since, until] of [
    [school, "رئیس پیشین", null, "2026-11-15"],
    [school, "رئیس تازه", "2026-11-15", null],
    [power, "رئیس برق", "2026-01-01", null],
    [neighbour, "رئیس آق‌قلا", null, null],
  ])
    await records.query(
      `insert into office_head (division_id, id, office_id, name, since, until, noted_by, noted_at)
       select division_id, gen_random_uuid(), id, $2, $3, $4, 'test', now() from office where id = $1`,
      [office, name, since, until],
    );
  obstacle = await records.obstacle("2026-10-01", { title: "پروانه حفاری" });
  const owes = (office: string, dueOn: IsoDate, more: Record<string, unknown> = {}) =>
    records.obligation(dueOn, {
      office_id: office,
      organisation_id: organisations.get(office),
      issued_by_key: CLERK,
      ...more,
    });
  const [first, third] = ["جلسه اول شورای اداری استان", "جلسه سوم شورای اداری استان"];
  // Written first, in the place whose number comes last.
  await owes(neighbour, isoDate("2026-12-01"), {
    division_id: AQQALA,
    source_id: SOURCE,
    source_title: first,
  });
  // In time by the first limit; in time by the present one alone; late by both.
  for (const [dueOn, verifiedOn] of [
    ["2026-11-01", "2026-10-20"],
    ["2026-11-20", "2026-11-10"],
    ["2026-11-01", "2026-12-01"],
  ] as const)
    await owes(power, isoDate(dueOn), {
      state: "verified",
      first_due_on: "2026-11-01",
      verified_at: `${verifiedOn}T09:00:00+03:30`,
      source_title: first,
      source_id: SOURCE,
      cause: dueOn === "2026-11-20" ? "budget" : null,
    });
  await owes(power, isoDate("2026-12-20"), { source_title: third, text: "راه روستای زیارت ترمیم شود" });
  await owes(power, isoDate("2026-12-10"), { source_title: third, state: "acknowledged" });
  await owes(school, isoDate("2026-11-10"), {
    source_title: third,
    state: "in-progress",
    first_due_on: "2026-10-10",
    cause: "weather",
  });
  await owes(school, isoDate("2026-08-01"), { state: "blocked", obstacle_id: obstacle });
  await owes(school, isoDate("2027-03-01"), { state: "reported-done", text: "زیارتگاه تعمیر شود" });
  await owes(school, isoDate("2026-12-01"), { state: "withdrawn" });
  await owes(school, isoDate("2026-12-22"), { source_division_id: GORGAN, source_title: "کارگروه آب" });
}, 60_000);
afterAll(() => records.close());

const broken = (who: PlacedActor, end: End, of: Grouping) =>
  within(who, (db) => breakDown(db, who.place, { end, of }, TODAY));

/** The rows that a number of a group opens, by the address that its link carries. */
async function opened(who: PlacedActor, end: End, of: Grouping, { key }: Group, filter: Filter) {
  const part = of === "body" && end === "owed" ? "office" : of;
  const asked = new URLSearchParams({ [part]: key });
  const ask = {
    end,
    filter,
    office: asked.get("office") ?? undefined,
    source: asked.get("source") ?? undefined,
    narrowing: narrowingIn(asked),
  };
  return (await within(who, (db) => listObligations(db, who.place.id, ask, TODAY, 200))).rows.length;
}

describe.each([
  ["what a county owes", assistant, "owed"],
  ["what a province issued", province, "issued"],
] as const)("%s", (_what, who, end) => {
  test.each(GROUPINGS)("by %s: every number opens as many rows", async (of) => {
    const groups = await broken(who, end, of);
    if (of !== "locality" || end === "owed") expect(groups).not.toEqual([]);
    for (const group of groups) {
      expect(await opened(who, end, of, group, "all"), `${group.key} all`).toBe(group.total);
      expect(await opened(who, end, of, group, "open"), `${group.key} open`).toBe(group.open);
      expect(await opened(who, end, of, group, "overdue"), `${group.key} overdue`).toBe(group.overdue);
      expect(await opened(who, end, of, group, "silent"), `${group.key} silent`).toBe(
        group.total - group.answered,
      );
    }
  });

  test("shows a neighbour nothing", async () => {
    const other = actorOf(SARI, "assistant");
    for (const of of GROUPINGS)
      expect(await within(other, (db) => breakDown(db, who.place, { end, of }, TODAY)), of).toEqual([]);
  });
});

describe("a ledger broken down", () => {
  test("says how much of a source was answered", async () => {
    const groups = await broken(province, "issued", "source");
    expect(groups).toHaveLength(1);
    expect(groups.find(({ key }) => key === SOURCE)).toMatchObject({
      nameFa: "جلسه اول شورای اداری استان",
      total: 4,
      answered: 3,
      verified: 3,
      overdue: 1,
    });
  });

  test("shows a series both rates, which differ where a day was moved", async () => {
    const series = (await broken(assistant, "owed", "series")).find(({ key }) =>
      key.startsWith("شورای اداری ا"),
    );
    // Two meetings are one series; one of three was in time by its first limit, two by the present one.
    expect(series).toMatchObject({ total: 6, verified: 3, inFirst: 1, inPresent: 2, reDated: 2 });
  });

  test("counts what is overdue in bands of age", async () => {
    const bands = Object.fromEntries(
      (await broken(assistant, "owed", "age")).map(({ key, total }) => [key, total]),
    );
    expect(bands).toEqual({ 0: 2, 1: 1, 2: 1, 3: 1 });
  });

  test("counts what is open and both rates up to a bound, and says where it stopped", async () => {
    const summary = (counted?: { open: number; rates: number }) =>
      within(assistant, (db) => summariseLedger(db, GORGAN, "owed", TODAY, undefined, counted));
    const whole = await summary();
    expect(whole).toMatchObject({
      isMore: false,
      ratesOf: null,
      open: 6,
      toVerify: 1,
      dueByFirst: 8,
      inFirst: 1,
    });
    // Ten are in the ledger: of the newest nine the rates, of all the open ones.
    expect(await summary({ open: 6, rates: 9 })).toMatchObject({
      isMore: false,
      ratesOf: 9,
      open: 6,
      overdue: whole.overdue,
      bands: whole.bands,
    });
    expect(await summary({ open: 5, rates: 9 })).toMatchObject({ isMore: true, open: 5 });
    expect(await summary({ open: 6, rates: 10 })).toEqual(whole);
  });

  test("names the causes of moved days and the obstacles in the way", async () => {
    const causes = (await broken(assistant, "owed", "cause")).map(({ key, total }) => [key, total]);
    expect(causes.sort()).toEqual([
      ["budget", 1],
      ["weather", 1],
    ]);
    expect(await broken(assistant, "owed", "obstacle")).toMatchObject([{ nameFa: "پروانه حفاری", total: 1 }]);
  });

  test("counts what is blocked in words alone beside what a recorded obstacle blocks", async () => {
    const told = await records.obligation(isoDate("2026-12-28"), { state: "blocked", office_id: power });
    const groups = await broken(assistant, "owed", "obstacle");
    const inWords = groups.find(({ key }) => key === IN_WORDS);
    expect(groups.map(({ nameFa }) => nameFa).sort()).toEqual(["", "پروانه حفاری"]);
    expect(inWords).toMatchObject({ total: 1 });
    if (inWords) expect(await opened(assistant, "owed", "obstacle", inWords, "all")).toBe(1);
    await records.query("delete from obligation where id = $1", [told]);
  });

  test("tells one resolution from another of meetings of one name", async () => {
    const source = uuidv7();
    const told = await records.obligation(isoDate("2027-01-10"), {
      source_id: source,
      source_kind: "resolution",
      source_title: "شورای اداری",
      source_number: 3,
      text: "پل روستا ساخته شود",
      issued_at: "2026-10-12T20:45:00Z",
    });
    const group = (await broken(assistant, "owed", "source")).find(({ key }) => key === source);
    expect(group?.source).toMatchObject({
      sourceNumber: 3,
      text: "پل روستا ساخته شود",
      issuedOn: "2026-10-13",
    });
    const say = (locale: "fa" | "en") => group && groupName("source", group, sayIn(locale).t, locale);
    expect(say("fa")).toBe("مصوبه ۳ شورای اداری، ابلاغ ۱۴۰۵/۰۷/۲۱");
    expect(say("en")).toMatch(/^Resolution 3, شورای اداری, issued .*2026/);
    await records.query("delete from obligation where id = $1", [told]);
  });

  test("counts each finished turn of a continuous obligation in both rates, and the missed one that runs", async () => {
    const org = (
      await records.query("select organisation_id::text as id from office where id = $1", [school])
    ).rows[0] as { id: string };
    const before = await within(assistant, (db) => summariseLedger(db, GORGAN, "owed", TODAY));
    const monthly = await records.continuous(isoDate("2026-12-01"), {
      office_id: school,
      organisation_id: org.id,
      source_title: "قرارگاه رسانه",
    });
    // In time by both; late by its first day alone; late by both. The next one is not due yet.
    for (const [first, due, verified] of [
      ["2026-08-22", "2026-08-22", "2026-08-20"],
      ["2026-09-22", "2026-10-02", "2026-09-30"],
      ["2026-10-22", "2026-10-22", "2026-10-25"],
      ["2026-12-30", "2026-12-30", "2026-12-20"],
    ] as const)
      await records.turn(due, {
        obligation: monthly,
        first_due_on: first,
        verified_at: `${verified}T09:00:00+03:30`,
      });
    const rates = { dueByFirst: 4, inFirst: 1, dueByPresent: 4, inPresent: 2 };
    for (const [who, end] of [
      [assistant, "owed"],
      [province, "issued"],
    ] as const) {
      const series = (await broken(who, end, "series")).find(({ key }) => key.startsWith("قرارگاه رسانه"));
      expect(series, end).toMatchObject({ total: 1, open: 1, verified: 0, turns: 4, ...rates });
    }
    const after = await within(assistant, (db) => summariseLedger(db, GORGAN, "owed", TODAY));
    for (const name of ["dueByFirst", "inFirst", "dueByPresent", "inPresent"] as const)
      expect(after[name] - before[name], name).toBe(rates[name]);
    // Of two heads each answers for the turns of his time, and the present one for what runs.
    const heads = await broken(assistant, "owed", "official");
    const of = (name: string) => heads.find(({ nameFa }) => nameFa.startsWith(name))?.turns;
    expect([of("رئیس پیشین"), of("رئیس تازه")]).toEqual([3, 1]);
    await records.query("delete from obligation_turn where obligation_id = $1", [monthly]);
    await records.query("delete from obligation where id = $1", [monthly]);
  });

  test("gives a village what names it as a word", async () => {
    expect(await broken(assistant, "owed", "locality")).toMatchObject([{ key: "زیارت", total: 1 }]);
  });

  test("finds a village by its own name in every spelling, whatever its list says that it lies in", async () => {
    const ids = await Promise.all(
      ["راه روستای نصر آباد", "آب نصر\u200cآباد وصل شود", "برق علي آباد", "دیدار با اهالی (علی‌آباد)"].map(
        (text) => records.obligation(isoDate("2027-01-20"), { text, office_id: power }),
      ),
    );
    await records.query(
      `insert into catalogue_entry (division_id, kind, code, fa, en, position)
       values ($1, 'locality', 'own-nasr', 'نصرآباد، دهستان جنوبی', 'x', 1), ($1, 'locality', 'own-ali', 'علی‌آباد', 'y', 1)`,
      [GORGAN],
    );
    const found = await broken(assistant, "owed", "locality");
    expect(found.map(({ key, total }) => [key, total]).sort()).toEqual([
      ["زیارت", 1],
      ["علی‌آباد", 2],
      ["نصرآباد", 2],
    ]);
    for (const group of found)
      expect(await opened(assistant, "owed", "locality", group, "all")).toBe(group.total);
    await records.query("delete from obligation where id = any($1)", [ids]);
    await records.query("delete from catalogue_entry where code in ('own-nasr', 'own-ali')");
  });

  test("gives whoever entered an issue what was entered by his hand", async () => {
    const [own] = await broken(province, "issued", "clerk");
    expect(own).toMatchObject({ key: CLERK, total: 10 });
  });

  test("of an official keeps what he promised when another takes his chair, who answers for what is open", async () => {
    const [later, before] = [isoDate("2026-12-30"), isoDate("2026-11-01")];
    const of = async (name: string) =>
      (await broken(assistant, "owed", "official")).find(({ nameFa }) => nameFa.startsWith(name));
    const former = () => of("رئیس پیشین");
    const present = () => of("رئیس تازه");
    const [was, is] = [await former(), await present()];
    expect(was).toMatchObject({ total: 5, until: "2026-11-15" });
    expect(is).toMatchObject({ total: 4, until: null });
    const organisation = (
      await records.query("select organisation_id::text as id from office where id = $1", [school])
    ).rows[0] as { id: string };
    const owes = (more: Record<string, unknown>) =>
      records.obligation(later, { office_id: school, organisation_id: organisation.id, ...more });
    // Settled before the change: the former one's alone. Issued after it: the present one's alone.
    const settled = await owes({ state: "verified", verified_at: `${before}T09:00:00+03:30` });
    const fresh = await owes({ issued_at: new Date("2026-12-01T08:00:00Z") });
    expect(await former()).toMatchObject({ total: 6, verified: 1 });
    expect(await present()).toMatchObject({ total: 5, verified: 0 });
    for (const id of [settled, fresh]) await records.query("delete from obligation where id = $1", [id]);
  });

  test("of a governor goes by his appointments, whatever name the governorate's page has", async () => {
    const office = await asOwner((owner) => openOffice(owner, GORGAN, "county-governorate"));
    const { id: organisation } = (
      await records.query("select organisation_id::text as id from office where id = $1", [office])
    ).rows[0] as { id: string };
    const [post, appointment] = [uuidv7(), uuidv7()];
    await records.query(
      `insert into office_head (division_id, id, office_id, name, noted_by, noted_at)
       values ($1, $2, $3, 'نام صفحه', 'test', now())`,
      [GORGAN, uuidv7(), office],
    );
    await records.query(
      `insert into post (division_id, id, role, title_fa, title_en, opened_on)
       values ($1, $2, 'governor', 'فرماندار', 'Governor', '2022-09-11')`,
      [GORGAN, post],
    );
    const id = await records.obligation(isoDate("2026-12-30"), {
      office_id: office,
      organisation_id: organisation,
    });
    const names = async () =>
      (await broken(province, "issued", "official")).map(({ nameFa }) => nameFa.split(" · ")[0]);
    expect(await names()).toContain("نام صفحه");
    const account = uuidv7();
    await records.query("insert into account (id, full_name) values ($1, 'کاوه مهرگان')", [account]);
    await records.query(
      `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, created_by_key)
       values ($1, $2, $3, $4, 'کاوه مهرگان', '1', '2023-01-01', 'test')`,
      [GORGAN, appointment, post, account],
    );
    expect(await names()).toContain("کاوه مهرگان");
    expect(await names()).not.toContain("نام صفحه");
    const page = await within(province, (db) =>
      listObligations(
        db,
        GOLESTAN,
        {
          end: "issued",
          filter: "all",
          narrowing: narrowingIn(new URLSearchParams({ official: appointment })),
        },
        TODAY,
      ),
    );
    expect(page.rows.map((row) => row.id)).toEqual([id]);
    await records.query("delete from obligation where id = $1", [id]);
  });

  test("keeps its state in the address, and reads nothing that is not understood", () => {
    const asked = new URLSearchParams({ place: "28005", age: "3", cause: "budget", series: "شورای اداری" });
    expect(new URLSearchParams(narrowingAsked(narrowingIn(asked)))).toEqual(asked);
    const foul = {
      body: "x",
      place: "1e9",
      age: "9",
      obstacle: "'",
      official: "1",
      clerk: "2",
      series: "و".repeat(500),
    };
    expect(narrowingIn(new URLSearchParams(foul))).toEqual({});
  });
});

describe("a ledger on an office page", () => {
  const at = { place: assistant.place, today: TODAY };
  const dressed = (name: string, asked: Record<string, string>, who: PlacedActor = assistant) =>
    within(who, async (db) =>
      exportedListNamed(name)?.dressed(
        db,
        { ...at, place: who.place },
        new URLSearchParams(asked),
        sayIn("fa"),
      ),
    );

  test("of a body has its name, both rates, and a place for its head to sign", async () => {
    const page = await dressed("obligations", { office: power, filter: "all" });
    expect(page?.title).toContain("توزیع برق");
    const facts = Object.fromEntries(page?.facts ?? []);
    expect(facts["به‌موقع با مهلت نخست"]).toBe("۱ از ۵");
    expect(facts["به‌موقع با مهلت کنونی"]).toBe("۲ از ۵");
    expect(page?.signers?.[0]).toContain("رئیس");
  });

  test("of one source says who answered", async () => {
    const page = await dressed("obligations", { source: SOURCE, end: "owed" });
    expect(page?.facts?.map(([, value]) => value)).toContain("۳ از ۳ پاسخ داده");
  });

  test("for an office without an account lists what it owes, with room for its answer", async () => {
    const list = exportedListNamed("office-sheet");
    const asked = new URLSearchParams({ office: school });
    const rows = await within(assistant, async (db) =>
      list?.read(db, at, asked, sayIn("fa"), { after: null, size: 50 }),
    );
    // What is reported as done waits for another; the longest overdue comes first.
    expect(rows?.rows.map((cells) => cells[2])).toEqual(["1405/05/10", "1405/08/19", "1405/10/01"]);
    for (const cells of rows?.rows ?? []) expect(cells.at(-1)).toBe("");
  });

  test.each([
    ["another place's office", "obligations", () => ({ office: neighbour })],
    ["another place's office on a sheet", "office-sheet", () => ({ office: neighbour })],
    ["no office", "office-sheet", () => ({})],
    ["a source that is not there", "obligations", () => ({ source: uuidv7() })],
    ["minutes that are not there", "minutes-text", () => ({ minutes: uuidv7() })],
    ["no minutes", "minutes-text", () => ({})],
  ] as const)("of %s is missing", async (_what, name, asked) => {
    await expect(dressed(name, asked())).rejects.toMatchObject({ kind: "missing" });
  });
});
