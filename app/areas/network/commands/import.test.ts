import { beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "~/actor.server";
import { submission, within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { AQQALA, GOLESTAN, GORGAN, NATION, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aPerson } from "../../../../tests/factories/network";
import { aCsv, aWorkbook } from "../../../../tests/factories/sheets";
import { ownerRows } from "../../../../tests/setup/owner";
import type { EntryState } from "../choices";
import { USUAL_CADENCE } from "../lifecycle";
import type { MapColumns } from "../schema/import";
import type { RowWord } from "../people-import/problems";
import { expected } from "../people-import/expected";
import { stateOfImport } from "../people-import/states";
import { countLikelyRows, listLikelyRows } from "../queries.server/likely-rows";
import { networkFigures } from "../queries.server/cadence";
import { statesPassed } from "../queries.server/timeline";
import { listPairs } from "../queries.server/pairs";
import { getImport, listImports, listRefusedRows } from "../queries.server/imports";
import { beginImport } from "./begin-import.server";
import { compareImportedOnce } from "./compare-person.server";
import { decideRows } from "./decide-rows.server";
import { carryOnImport } from "./carry-on-import.server";
import { formCircle } from "./form-circle.server";
import { movePerson } from "./move-person.server";
import { mapImportColumns } from "./map-import-columns.server";
import { findByNationalCode, maskedNationalCode } from "../people/national-code.server";
import { registerPerson } from "./register-person.server";
import { resumeImport } from "./resume-import.server";
import { startImport } from "./start-import.server";
import { sweepImports } from "./sweep-imports.server";

const now = new Date("2026-12-24T05:30:00Z");
const assistant = actorOf(GORGAN, "assistant");
const HEAD = ["نام و نام خانوادگی", "همراه", "محل"];

beforeEach(async () => {
  for (const table of [
    "person_import_twin",
    "person_pair",
    "person_import_refusal",
    "person_import_file",
    "person_import",
    "person_state_change",
    "membership",
    "person",
    "outbox_event",
  ]) {
    await ownerRows(`delete from ${table}`);
  }
  await ownerRows(
    "insert into division (id, level, name_fa, name_en, valid_from, successor_ids) values (28005, 'county', 'گرگان', 'Gorgan', '2011-03-21', '{}') on conflict do nothing",
  );
});

const numbered = (count: number, first = 0) =>
  Array.from({ length: count }, (_, i) => [
    `عضو شماره ${first + i}`,
    `0911${String(1_000_000 + first + i)}`,
    "گرگان",
  ]);
const csv = (rows: string[][]) => ({ name: "list.csv", bytes: aCsv([HEAD, ...rows]) });

async function looked(
  file: { name: string; bytes: Uint8Array },
  actor = assistant,
  entry: EntryState = "identified",
) {
  const { id } = await beginImport(actor, file, now);
  const list = await within(actor, (db) => getImport(db, GORGAN, id));
  await mapImportColumns(actor, id, { columns: list.columns, entry, revision: list.revision }, now);
  return id;
}
async function started(file: { name: string; bytes: Uint8Array }, actor = assistant, entry?: EntryState) {
  const id = await looked(file, actor, entry);
  await startImport(actor, id, { revision: 2 });
  return id;
}
async function broughtIn(file: { name: string; bytes: Uint8Array }, actor = assistant, entry?: EntryState) {
  const id = await started(file, actor, entry);
  await carryOnImport(await systemActor(GORGAN), id, now);
  return within(actor, (db) => getImport(db, GORGAN, id));
}
const people = () => within(assistant, (db) => db.person.findMany({ where: { divisionId: GORGAN } }));

describe("a row that may be somebody of the county", () => {
  /** Three of whom the county knows each under another spelling or number, and one whom it does not know. */
  async function likelyList() {
    const known = await Promise.all(
      ["بهنام کیانی‌فر", "شیوا مهرجو", "کامبیز نوروزی"].map((fullName, n) =>
        registerPerson(assistant, aPerson({ fullName, locality: "جلین", mobile: `+98935111000${n}` }), now),
      ),
    );
    await registerPerson(
      actorOf(AQQALA, "assistant"),
      aPerson({ fullName: "یاشار دردی‌پور", locality: "جلین" }),
      now,
    );
    const id = await looked(
      csv([
        ["دکتر بهنام کیانی فر", "09121110001", "جلین"],
        ["مهرجو شیوا", "09121110002", "جلین"],
        ["کامبيز نوروزي", "09121110003", "جلین"],
        ["یاشار دردی‌پور", "09121110004", "جلین"],
      ]),
    );
    return { id, known: known.map((one) => one.id) };
  }
  const likely = (id: string) => within(assistant, (db) => listLikelyRows(db, GORGAN, id));
  const say = (id: string, ...words: RowWord[]) =>
    decideRows(assistant, id, { rows: words.map((word, n) => ({ row: n + 2, word })) });
  async function carriedOn(id: string) {
    await startImport(assistant, id, { revision: 2 });
    await carryOnImport(await systemActor(GORGAN), id, now);
    const [event] = await ownerRows<{ id: string; payload: { personIds: string[] } }>(
      "select id, payload from outbox_event where type = 'PeopleImported'",
    );
    await compareImportedOnce(await systemActor(GORGAN), event?.id ?? "", event?.payload.personIds ?? []);
    return within(assistant, (db) => getImport(db, GORGAN, id));
  }
  const openPairs = async () =>
    (await within(assistant, (db) => listPairs(db, GORGAN))).rows.map(({ first, second }) =>
      [first.fullName, second.fullName].sort(),
    );

  test("stands in the preview beside him, and the neighbour county's people beside nobody", async () => {
    const { id, known } = await likelyList();
    expect((await likely(id)).rows.map((row) => [row.rowNumber, row.personId, row.decision])).toEqual([
      [2, known[0], null],
      [3, known[1], null],
      [4, known[2], null],
    ]);
    const { preview } = await within(assistant, (db) => getImport(db, GORGAN, id));
    expect(preview).toMatchObject({ added: 4, counts: { likely: 3 } });
    // One form is one unit of work, however many rows are compared for it.
    const columns: MapColumns = {
      columns: ["full-name", "mobile", "locality"],
      entry: "identified",
      revision: 2,
    };
    const send = () => mapImportColumns(assistant, id, columns, now).then(() => new Response());
    await submission.run({ requestId: uuidv7() }, send);
    expect(await within(assistant, (db) => getImport(db, GORGAN, id))).toMatchObject({ revision: 3 });
    expect((await likely(id)).rows).toHaveLength(3);
  });

  test("changes him, is added for good, or stays out with the reason in the file, as is said of it", async () => {
    const { id, known } = await likelyList();
    await say(id, "update", "add", "leave-out");
    expect(await carriedOn(id)).toMatchObject({ state: "done", added: 2, updated: 1, refused: 1 });
    expect((await people()).find((one) => one.id === known[0])?.mobile).toBe("+989121110001");
    expect(await within(assistant, (db) => listRefusedRows(db, GORGAN, id, 0, 9))).toMatchObject([
      { rowNumber: 4, problems: ["left-out"] },
    ]);
    expect(await openPairs()).toEqual([]);
    expect(await ownerRows("select state from person_pair")).toEqual([{ state: "apart" }]);
    expect(await ownerRows("select 1 from person_import_twin")).toEqual([]);
  });

  test("of which nothing is said is added, and the pair waits on the desk", async () => {
    const { id } = await likelyList();
    expect(await carriedOn(id)).toMatchObject({ added: 4, refused: 0 });
    expect(await openPairs()).toHaveLength(3);
  });

  test("is decided for all rows at once, by its own county, until the list is started", async () => {
    const { id } = await likelyList();
    await decideRows(assistant, id, { rows: [], all: "leave-out" });
    await say(id, "later");
    expect(await within(assistant, (db) => countLikelyRows(db, GORGAN, id))).toMatchObject({
      all: 3,
      likely: { update: 0, add: 0, leftOut: 2, open: 1 },
    });
    await expect(decideRows(actorOf(GORGAN, "governor"), id, { rows: [] })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(decideRows(actorOf(AQQALA, "assistant"), id, { rows: [] })).rejects.toMatchObject({
      kind: "missing",
    });
    await startImport(assistant, id, { revision: 2 });
    await expect(say(id, "add")).rejects.toMatchObject({ kind: "conflict" });
  });
});

describe("a row with the number of somebody of another name", () => {
  const asked = (id: string) =>
    within(assistant, async (db) => ({
      rows: (await listLikelyRows(db, GORGAN, id)).rows,
      said: await countLikelyRows(db, GORGAN, id),
      list: await getImport(db, GORGAN, id),
    }));
  const ROWS = [
    ["رضا بردبار", "09110050057", "زیارت"],
    ["اکبر خانواده", "09115559001", "گرگان"],
    ["اصغر خانواده", "09115559001", "گرگان"],
    ["رضا یکتا", "09115559002", ""],
    ["یکتا رضا", "09115559002", "جلین"],
  ];
  async function family() {
    const { id: known } = await registerPerson(
      assistant,
      aPerson({ fullName: "مریم بردبار", mobile: "+989110050057", locality: "گرگان" }),
      now,
    );
    return { known, id: await looked(csv(ROWS)) };
  }
  const carriedOn = async (id: string) => {
    await startImport(assistant, id, { revision: 2 });
    await carryOnImport(await systemActor(GORGAN), id, now);
    return within(assistant, (db) => getImport(db, GORGAN, id));
  };
  const names = async () => (await people()).map(({ fullName, mobile }) => [fullName, mobile]).sort();

  test("is asked about in the preview, beside the person or the row, and counted apart from what is new", async () => {
    const { known, id } = await family();
    const { rows, said, list } = await asked(id);
    expect(rows).toMatchObject([
      { rowNumber: 2, question: "number", personId: known, personName: "مریم بردبار", otherRow: null },
      { rowNumber: 4, question: "number", personId: null, personName: "اکبر خانواده", otherRow: 3 },
    ]);
    expect(list.preview).toMatchObject({ added: 2, updated: 0, repeated: 1, asked: 2, refused: 0 });
    expect(list.preview?.repeats).toEqual([{ number: 6, name: "یکتا رضا", of: 5 }]);
    expect(list.preview && expected(list.preview, said)).toMatchObject({ added: 2, asked: 2, refused: 0 });
  });

  test("comes back with the reason when nobody says who it is, and no name has changed", async () => {
    const { id } = await family();
    expect(await carriedOn(id)).toMatchObject({ added: 2, updated: 0, unchanged: 1, refused: 2 });
    expect(await names()).toEqual([
      ["اکبر خانواده", "+989115559001"],
      ["رضا یکتا", "+989115559002"],
      ["مریم بردبار", "+989110050057"],
    ]);
    expect(await within(assistant, (db) => listRefusedRows(db, GORGAN, id, 0, 9))).toMatchObject([
      { rowNumber: 2, problems: ["of-another"] },
      { rowNumber: 4, problems: ["of-another"] },
    ]);
  });

  test("comes in without the number, or gives the person his new name, as is said; again it changes nobody", async () => {
    const { known, id } = await family();
    await decideRows(assistant, id, { rows: [], all: "update" });
    expect((await asked(id)).said.asked).toMatchObject({ update: 0, open: 2 });
    await decideRows(assistant, id, {
      rows: [
        { row: 2, word: "add" },
        { row: 4, word: "update" },
      ],
    });
    const { said, list } = await asked(id);
    expect(list.preview && expected(list.preview, said)).toMatchObject({ added: 3, updated: 1, asked: 0 });
    await carriedOn(id);
    const noted = (await people()).find(({ fullName }) => fullName === "رضا بردبار");
    expect(noted).toMatchObject({ mobile: null, note: "شماره مشترک: ۰۹۱۱۰۰۵۰۰۵۷" });
    expect(await names()).toEqual([
      ["اصغر خانواده", "+989115559001"],
      ["رضا بردبار", null],
      ["رضا یکتا", "+989115559002"],
      ["مریم بردبار", "+989110050057"],
    ]);
    expect(
      await ownerRows("select state from person_pair where first_id = $1 or second_id = $1", [known]),
    ).toEqual([{ state: "apart" }]);
    const again = await looked(csv([["رضا بردبار", "09110050057", "زیارت"]]));
    expect((await asked(again)).list.preview).toMatchObject({ added: 0, updated: 0, unchanged: 1, asked: 0 });
    expect(await carriedOn(again)).toMatchObject({ unchanged: 1, refused: 0 });
  });

  test("is seen across the thousand rows that are read at once, and what becomes of every row is told before and after alike", async () => {
    await broughtIn(csv(numbered(10)));
    const rows = [
      ...numbered(10).map(([name = "", mobile = ""], n) => [name, mobile, n < 4 ? "آق‌قلا" : "گرگان"]),
      ...numbered(1500, 100),
      ["مرد دیگر", "09111000100", ""],
      ["عضو شماره 101", "09111000101", ""],
    ];
    const id = await looked(csv(rows));
    const { list } = await asked(id);
    expect(list.preview).toMatchObject({ added: 1500, updated: 4, unchanged: 6, repeated: 1, asked: 1 });
    expect(list.preview?.repeats).toMatchObject([{ number: 1513, of: 13 }]);
    expect(await carriedOn(id)).toMatchObject({ added: 1500, updated: 4, unchanged: 7, refused: 1 });
  });
});

describe("a list of people", () => {
  test("comes in from CSV and from XLSX, and its file goes when it is in", async () => {
    const done = await broughtIn(csv(numbered(3)));
    expect(done).toMatchObject({ state: "done", rowsTotal: 3, rowsDone: 3, added: 3, refused: 0 });
    const book = await aWorkbook([HEAD, ["زهره کاویانی", { number: "9123456789" }, "کردکوی"]]);
    expect(await broughtIn({ name: "x.xlsx", bytes: book })).toMatchObject({ state: "done", added: 1 });
    expect((await people()).map(({ mobile }) => mobile)).toContain("+989123456789");
    expect(await within(assistant, (db) => db.personImportFile.count())).toBe(0);
  });

  test("writes nobody before it is started, and shows what is wrong with which row", async () => {
    const id = await looked(
      csv([
        ["", "09111111111", ""],
        ["رضا احمدی", "12", ""],
        ["مریم کریمی", "9112223344", ""],
      ]),
    );
    const { preview, state } = await within(assistant, (db) => getImport(db, GORGAN, id));
    expect(state).toBe("checked");
    expect(preview).toMatchObject({
      added: 1,
      refused: 2,
      counts: { "no-name": 1, "bad-mobile": 1, zero: 1 },
    });
    expect(preview?.examples.map(({ number, problems }) => [number, problems])).toEqual([
      [2, ["no-name"]],
      [3, ["bad-mobile"]],
      [4, ["zero"]],
    ]);
    expect(await people()).toEqual([]);
  });

  test("keeps the refused rows as they stood, with why", async () => {
    await registerPerson(assistant, aPerson({ fullName: "رضا احمدی", mobile: "+989111111111" }), now);
    const done = await broughtIn(
      csv([
        ["مریم کریمی", "09111111111", "گرگان"],
        ["", "1", ""],
        ["نو آمده", "09112222222", ""],
      ]),
    );
    expect(done).toMatchObject({ added: 1, refused: 2 });
    expect(await within(assistant, (db) => listRefusedRows(db, GORGAN, done.id, 0, 10))).toEqual([
      { rowNumber: 2, problems: ["of-another"], cells: ["مریم کریمی", "09111111111", "گرگان"] },
      { rowNumber: 3, problems: ["no-name", "bad-mobile"], cells: ["", "1", ""] },
    ]);
  });

  test("with national codes keeps them sealed, and knows people by them whatever else has changed", async () => {
    const rows = [
      ["کد ملی", "نام کامل", "همراه", "شغل"],
      ["499370899", "رضا احمدی", "09111111111", "معلم"],
      ["0499370898", "", "09112222222", "نانوا"],
    ];
    const bytes = aCsv(rows);
    const { id } = await beginImport(assistant, { name: "list.csv", bytes }, now);
    const kept = () => ownerRows("select to_jsonb(i) as i from person_import i");
    const file = () => ownerRows<{ content: Buffer }>("select content from person_import_file");
    expect(JSON.stringify(await kept())).not.toMatch(/499370899|0499370898/);
    expect((await file())[0]?.content.includes("499370899")).toBe(false);
    const list = await within(assistant, (db) => getImport(db, GORGAN, id));
    expect(list.samples[0]).toEqual(["•••••••899", "رضا احمدی", "09111111111", "معلم"]);
    expect(list.columns).toEqual(["national-code", "full-name", "mobile", "none"]);
    await mapImportColumns(assistant, id, { columns: list.columns, entry: "identified", revision: 1 }, now);
    expect(await within(assistant, (db) => getImport(db, GORGAN, id))).toMatchObject({
      preview: { counts: { "code-zeros": 1, "bad-code": 1 } },
    });
    await startImport(assistant, id, { revision: 2 });
    await carryOnImport(await systemActor(GORGAN), id, now);
    const [one] = await people();
    expect(one?.nationalCodeSealed).not.toContain("499370899");
    expect(maskedNationalCode(GORGAN, one?.id ?? "", one?.nationalCodeSealed ?? null)).toBe("•••••••899");
    expect(await within(assistant, (db) => findByNationalCode(db, GORGAN, "0499370899"))).toBe(one?.id);
    // Of a refused row the columns that are brought in are kept, and of a code that is wrong its end.
    expect(await within(assistant, (db) => listRefusedRows(db, GORGAN, id, 0, 9))).toEqual([
      { rowNumber: 3, problems: ["no-name", "bad-code"], cells: ["•••••••898", "", "09112222222"] },
    ]);
    const again = aCsv([rows[0] ?? [], ["0499370899", "سید رضا احمدی", "09123333333", ""]]);
    expect(await broughtIn({ name: "again.csv", bytes: again })).toMatchObject({ added: 0, updated: 1 });
    expect(await people()).toMatchObject([{ id: one?.id, mobile: "+989123333333" }]);
  });

  test("takes whoever has a wrong code, a landline or several numbers, and loses no number of his", async () => {
    const rows = [
      ["نام", "شماره همراه", "تلفن", "کد ملی"],
      ["رضا احمدی", "", "01732223344", "0499370898"],
      ["مریم کریمی", "09112222222/09113333333", "ندارد", ""],
    ];
    const bytes = aCsv(rows);
    expect(await broughtIn({ name: "list.csv", bytes })).toMatchObject({ added: 2, refused: 0 });
    const noted = async () =>
      (await people())
        .map((one) => [one.fullName, one.mobile, one.note])
        .sort()
        .reverse();
    const first = await noted();
    expect(first).toEqual([
      ["مریم کریمی", "+989112222222", "شماره‌های دیگر: ۰۹۱۱۳۳۳۳۳۳۳"],
      ["رضا احمدی", null, "شماره‌های دیگر: ۰۱۷۳۲۲۲۳۳۴۴"],
    ]);
    // The same list changes nobody; a number that the note does not have is added to it.
    expect(await broughtIn({ name: "again.csv", bytes })).toMatchObject({ added: 0, updated: 0 });
    expect(await noted()).toEqual(first);
    const more = aCsv([rows[0] ?? [], ["مریم کریمی", "09112222222", "01732220000", ""]]);
    expect(await broughtIn({ name: "more.csv", bytes: more })).toMatchObject({ updated: 1 });
    expect((await noted())[0]?.[2]).toBe("شماره‌های دیگر: ۰۹۱۱۳۳۳۳۳۳۳\nشماره‌های دیگر: ۰۱۷۳۲۲۲۰۰۰۰");
  });

  test("puts new people on the step that was chosen for it, and whoever has a joining day among the members", async () => {
    const bytes = aCsv([
      ["نام", "همراه", "تاریخ عضویت"],
      ["رضا احمدی", "09111111111", ""],
      ["مریم کریمی", "09112222222", "1404/05/06"],
    ]);
    const known = await registerPerson(
      assistant,
      aPerson({ fullName: "گلناز پژمان", mobile: "+989113333333" }),
      now,
    );
    await broughtIn({ name: "list.csv", bytes });
    const first = { fullName: "رضا احمدی", state: "identified", joinedOn: null, heardOn: null };
    const second = {
      fullName: "مریم کریمی",
      state: "active",
      joinedOn: new Date("2025-07-28T00:00:00Z"),
      heardOn: null,
    };
    const all = await people();
    expect(all.find((one) => one.fullName === first.fullName)).toMatchObject(first);
    expect(all.find((one) => one.fullName === second.fullName)).toMatchObject(second);
    for (const { id, state } of all) {
      expect(await within(assistant, (db) => statesPassed(db, GORGAN, id))).toEqual([state]);
    }
    // Nobody of them was reached, and so nobody is within his cadence; who is known as a member stays one.
    expect(
      await within(assistant, (db) => networkFigures(db, GORGAN, USUAL_CADENCE, "2026-12-24")),
    ).toMatchObject({
      people: 3,
      active: 2,
      withinCadence: 0,
      unheard: 2,
    });
    const invited = await broughtIn(
      csv([
        ["گلناز پژمان", "09113333333", "گرگان"],
        ["نو آمده", "09114444444", ""],
      ]),
      assistant,
      "invited",
    );
    expect(invited).toMatchObject({ added: 1, updated: 1, entryState: "invited" });
    const later = await people();
    expect(later.find(({ id }) => id === known.id)?.state).toBe("active");
    expect(later.find(({ fullName }) => fullName === "نو آمده")?.state).toBe("invited");
  });

  test("whose days are lunar ones is read so to the last row, with a word about the years that might be others", async () => {
    const rows = ["1448/01/05", "1447/12/02", "1404/05/06"].map((day, n) => [
      `عضو شماره ${n}`,
      `0911111111${n}`,
      day,
    ]);
    const done = await broughtIn({
      name: "list.csv",
      bytes: aCsv([["نام", "همراه", "تاریخ عضویت"], ...rows]),
    });
    expect(done).toMatchObject({ lunarDays: true, added: 3 });
    const joined = (await people()).map(({ joinedOn }) => joinedOn?.getUTCFullYear()).sort();
    expect(joined).toEqual([1984, 2026, 2026]);
  });

  test("of a phone's address book names everybody by his card, with all his numbers", async () => {
    const card = (name: string, ...numbers: string[]) =>
      ["BEGIN:VCARD", `FN:${name}`, ...numbers.map((one) => `TEL;CELL:${one}`), "END:VCARD", ""].join("\r\n");
    const bytes = Buffer.from(
      card("رضا احمدی", "09111111111", "01732223344") + card("۱۲۳") + card("مریم کریمی"),
    );
    const done = await broughtIn({ name: "contacts.vcf", bytes });
    expect(done).toMatchObject({ rowsTotal: 3, rowsDone: 3, added: 2, refused: 1 });
    expect((await people()).find(({ mobile }) => mobile === "+989111111111")?.note).toMatch(/۰۱۷۳۲۲۲۳۳۴۴$/);
    expect(await within(assistant, (db) => listRefusedRows(db, GORGAN, done.id, 0, 9))).toMatchObject([
      { rowNumber: 2, problems: ["no-name", "no-mobile"] },
    ]);
  });

  test("remembers of two columns of one name the one that was read", async () => {
    const bytes = aCsv([
      ["نام", "شماره", "شماره"],
      ["رضا احمدی", "09111111111", "12"],
    ]);
    const { id } = await beginImport(assistant, { name: "list.csv", bytes }, now);
    await mapImportColumns(
      assistant,
      id,
      { columns: ["full-name", "none", "locality"], entry: "identified", revision: 1 },
      now,
    );
    const remembered = await ownerRows("select field from import_column where header_key = 'شماره'");
    expect(remembered).toEqual([{ field: "locality" }]);
  });

  test("gives a national code to whom the county knows without one, and never another in its place", async () => {
    const known = await registerPerson(
      assistant,
      aPerson({ fullName: "رضا احمدی", mobile: "+989111111111" }),
      now,
    );
    const coded = (code: string) => ({
      name: "a.csv",
      bytes: aCsv([
        ["نام کامل", "همراه", "کد ملی"],
        ["رضا احمدی", "09111111111", code],
      ]),
    });
    expect(await broughtIn(coded("0499370899"))).toMatchObject({ updated: 1 });
    expect(await broughtIn(coded("0499370899"))).toMatchObject({ unchanged: 1 });
    expect(await broughtIn(coded("0084575948"))).toMatchObject({ refused: 1, updated: 0 });
    expect(await within(assistant, (db) => findByNationalCode(db, GORGAN, "0499370899"))).toBe(known.id);
  });

  test("brought in again changes who changed and doubles nobody", async () => {
    const rows = [...numbered(5), ["بی شماره", "", "کردکوی"]];
    await broughtIn(csv(rows));
    expect(await broughtIn(csv(rows))).toMatchObject({ added: 0, updated: 0, unchanged: 6 });
    const moved = rows.map(([name = "", mobile = "", place = ""], i) => [
      name,
      mobile,
      i === 0 ? "آق‌قلا" : place,
    ]);
    expect(await broughtIn(csv(moved))).toMatchObject({ added: 0, updated: 1, unchanged: 5 });
    expect(await people()).toHaveLength(6);
  });

  test("with characters that are no text comes in without them, and cuts nothing in the middle of a character", async () => {
    const face = "😀";
    const filler = Array.from({ length: 100 }, (_, n) => [
      `عضو پرکننده ${n}`,
      `0912${1_000_000 + n}`,
      "گرگان",
    ]);
    const half = `${"ا".repeat(59)}${face}`;
    const rows = [
      [`${half}`, "", "x".repeat(119) + face],
      ...filler,
      [`رضا\u0000 احمدی`, "09111111111", "گرگان"],
      [`\u0000${"م".repeat(299)}${face}`, "1\u0000", "گرگان"],
    ];
    const done = await broughtIn(csv(rows));
    expect(done).toMatchObject({ state: "done", added: 102, refused: 1 });
    expect((await people()).map(({ fullName }) => fullName)).toContain("رضا احمدی");
  });

  test("brought in by two at once comes in once", async () => {
    const rows = [
      ...numbered(2500),
      ...Array.from({ length: 200 }, (_, i) => [`بی شماره ${i}`, "", "گرگان"]),
    ];
    const [one, other] = await Promise.all([
      started(csv(rows)),
      started(csv(rows), actorOf(GORGAN, "expert")),
    ]);
    const system = await systemActor(GORGAN);
    await Promise.all([carryOnImport(system, one, now), carryOnImport(system, other, now)]);
    const done = await within(assistant, (db) => listImports(db, GORGAN));
    expect(done.map(({ state }) => state)).toEqual(["done", "done"]);
    expect(done.reduce((sum, { added }) => sum + added, 0)).toBe(2700);
    expect(await people()).toHaveLength(2700);
  });

  test("has one event and one audit entry per batch, and goes on in a job of its own after some time", async () => {
    const id = await started(csv(numbered(2100)));
    const system = await systemActor(GORGAN);
    await carryOnImport(system, id, now, 0);
    expect(await within(assistant, (db) => getImport(db, GORGAN, id))).toMatchObject({
      state: "running",
      rowsDone: 1000,
    });
    await carryOnImport(system, id, now, 0);
    await carryOnImport(system, id, now, 0);
    expect(await within(assistant, (db) => getImport(db, GORGAN, id))).toMatchObject({
      state: "done",
      added: 2100,
    });
    const events = await ownerRows<{ type: string; n: number }>(
      'select type, count(*)::int as n from outbox_event group by type order by type collate "C"',
    );
    expect(events).toEqual([
      { type: "PeopleImportStarted", n: 3 },
      { type: "PeopleImported", n: 3 },
    ]);
    const audits = await ownerRows<{ n: number }>(
      `select count(*)::int as n from audit_entry where verb = 'import' and subject_id = '${id}' and actor_key = '${assistant.key}'`,
    );
    expect(audits[0]?.n).toBe(3);
  });

  test("is read as the county read such columns the last time", async () => {
    const file = {
      name: "a.csv",
      bytes: aCsv([
        ["فلان", "بهمان"],
        ["رضا احمدی", "09111234567"],
      ]),
    };
    const { id } = await beginImport(assistant, file, now);
    await mapImportColumns(
      assistant,
      id,
      { columns: ["full-name", "mobile"], entry: "identified", revision: 1 },
      now,
    );
    const next = await beginImport(assistant, file, now);
    expect(await within(assistant, (db) => getImport(db, GORGAN, next.id))).toMatchObject({
      columns: ["full-name", "mobile"],
    });
  });

  test.each([
    [["none", "mobile", "locality"], "network.import.name-missing"],
    [["full-name", "full-name", "none"], "network.import.field-twice"],
    [["full-name", "last-name", "none"], "network.import.name-twice"],
    [["full-name", "mobile"], "form.out-of-date"],
  ] as const)("cannot be read as %j", async (columns, code) => {
    const { id } = await beginImport(assistant, csv(numbered(1)), now);
    const mapped = mapImportColumns(
      assistant,
      id,
      { columns: [...columns], entry: "identified", revision: 1 },
      now,
    );
    await expect(mapped).rejects.toMatchObject({ kind: "invalid", code });
  });

  test("does not bring a column of belief in", async () => {
    const file = {
      name: "a.csv",
      bytes: aCsv([
        ["نام", "مذهب"],
        ["رضا احمدی", "x"],
      ]),
    };
    const { id } = await beginImport(assistant, file, now);
    const mapped = mapImportColumns(
      assistant,
      id,
      { columns: ["full-name", "note"], entry: "identified", revision: 1 },
      now,
    );
    await expect(mapped).rejects.toMatchObject({ code: "network.import.belief" });
  });

  test("is not started twice, nor by whom it does not concern; the neighbour and the levels above see nothing of it", async () => {
    const id = await started(csv(numbered(1)));
    await expect(startImport(assistant, id, { revision: 2 })).rejects.toMatchObject({ kind: "conflict" });
    for (const actor of [
      actorOf(GORGAN, "governor"),
      actorOf(GOLESTAN, "representative"),
      actorOf(NATION, "national-officer"),
    ]) {
      await expect(beginImport(actor, csv(numbered(1)), now)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(startImport(actor, id, { revision: 3 })).rejects.toMatchObject({ kind: "forbidden" });
    }
    for (const actor of [
      actorOf(AQQALA, "assistant"),
      actorOf(GOLESTAN, "representative"),
      actorOf(NATION, "national-officer"),
    ]) {
      await within(actor, async (db) => {
        await expect(getImport(db, GORGAN, id)).rejects.toMatchObject({ kind: "missing" });
        for (const table of [
          "person_import",
          "person_import_file",
          "person_import_refusal",
          "person_import_twin",
          "import_column",
        ]) {
          expect(await db.$queryRawUnsafe(`select 1 from ${table}`), table).toEqual([]);
        }
      });
    }
    await expect(carryOnImport(assistant, id, now)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("a list that stops", () => {
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const listOf = (id: string) => within(assistant, (db) => getImport(db, GORGAN, id));

  test("says why and how far it is, and goes on from there at a button or when its job is tried again", async () => {
    const id = await started(csv(numbered(1200)));
    const system = await systemActor(GORGAN);
    await carryOnImport(system, id, now, 0);
    const [kept] = await ownerRows<{ content: Buffer }>("select content from person_import_file");
    const damaged = Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);
    await ownerRows("update person_import_file set content = $1", [damaged]);
    await expect(carryOnImport(system, id, now)).rejects.toMatchObject({ code: "sheet.broken" });
    expect(await listOf(id)).toMatchObject({ state: "failed", failure: "sheet.broken", rowsDone: 1000 });
    expect(await within(assistant, (db) => listImports(db, GORGAN))).toMatchObject([{ state: "failed" }]);

    await expect(resumeImport(actorOf(GORGAN, "governor"), id, { revision: 3 })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(resumeImport(actorOf(AQQALA, "assistant"), id, { revision: 3 })).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(resumeImport(assistant, id, { revision: 2 })).rejects.toMatchObject({
      code: "network.import.changed-meanwhile",
    });
    await ownerRows("update person_import_file set content = $1", [kept?.content]);
    await resumeImport(assistant, id, { revision: 3 }, now);
    expect(await listOf(id)).toMatchObject({ state: "running", failure: null });
    const waiting = "select 1 from outbox_event where type = 'PeopleImportStarted'";
    expect(await ownerRows(waiting)).toHaveLength(3);
    await expect(resumeImport(assistant, id, { revision: 4 }, now)).rejects.toMatchObject({
      code: "network.import.goes-on",
    });
    await ownerRows("update person_import set state = 'failed'");
    await carryOnImport(system, id, now);
    expect(await listOf(id)).toMatchObject({ state: "done", added: 1200, hasFile: false });
    await expect(resumeImport(assistant, id, { revision: 5 }, now)).rejects.toMatchObject({
      code: "network.import.goes-on",
    });
  });

  test("without a word is seen to stand still, and goes on at the button while its file is there", async () => {
    const id = await started(csv(numbered(1)));
    await ownerRows("update person_import set moved_at = $1", [now]);
    expect(stateOfImport(await listOf(id), later(4))).toBe("running");
    expect(stateOfImport(await listOf(id), later(6))).toBe("stuck");
    await expect(resumeImport(assistant, id, { revision: 3 }, later(4))).rejects.toMatchObject({
      code: "network.import.goes-on",
    });
    await resumeImport(assistant, id, { revision: 3 }, later(6));
    await ownerRows("update person_import_file set kept_until = now() - interval '1 hour'");
    expect(await sweepImports()).toEqual({ lists: 0, files: 1, rows: 0, traces: 0 });
    await expect(resumeImport(assistant, id, { revision: 4 }, later(20))).rejects.toMatchObject({
      code: "network.import.file-gone",
    });
  });
});

describe("capacities and a circle of a list", () => {
  const HEADERS = ["نام", "همراه", "توانایی‌ها", "حلقه"];
  const NAME = "حلقهٔ باغداران زیارت";
  const listOf = (...rows: string[][]) => ({ name: "list.csv", bytes: aCsv([HEADERS, ...rows]) });
  const membersOf = (circleId: string) =>
    ownerRows<{ name: string; open: boolean }>(
      `select p.full_name as name, m.to_on is null as open from membership m join person p on p.id = m.person_id
       where m.circle_id = $1 order by 1, 2`,
      [circleId],
    );

  test("are added to whom a row brings in or changes, once, and nothing is taken away; an unknown circle is told", async () => {
    const form = { name: NAME, formedOn: "2026-01-01" } as const;
    const circle = await formCircle(assistant, aCircle(form), now);
    const other = await formCircle(assistant, aCircle({ name: "حلقه دیگر", formedOn: "2026-01-01" }), now);
    await formCircle(actorOf(AQQALA, "assistant"), aCircle({ ...form, name: "حلقه همسایه" }), now);
    for (const name of ["حلقه هم‌نام", "حلقه هم نام"])
      await formCircle(assistant, aCircle({ name, formedOn: "2026-01-01" }), now);
    const closed = await formCircle(assistant, aCircle({ name: "حلقه بسته" }), now);
    await ownerRows("update circle set closed_on = formed_on, closed_reason = 'پایان کار' where id = $1", [
      closed.id,
    ]);
    const known = await registerPerson(
      assistant,
      aPerson({
        fullName: "رضا احمدی",
        mobile: "+989111111111",
        capacities: ["venue", "teaching"],
        circleIds: [other.id],
      }),
      now,
    );
    const away = await registerPerson(assistant, aPerson({ mobile: "+989111111119" }), now);
    await movePerson(assistant, away.id, { step: "archive", reason: "moved" }, now);
    const { fullName: gone } = (await people()).find(({ id }) => id === away.id) ?? { fullName: "" };
    const file = listOf(
      ["رضا احمدی", "09111111111", "آموزش و رسانه و اطلاع رسانی", "حلقه باغداران زيارت"],
      ["مریم کریمی", "09111111112", "کار میدانی، نجاری", NAME],
      ["مریم کریمی", "09111111112", "آموزش", NAME],
      ["علی نوری", "09111111113", "", "حلقه همسایه"],
      [gone, "09111111119", "", NAME],
      ["بهرام یزدانی", "09111111114", "", "حلقه هم‌نام"],
      ["زهرا سالاری", "09111111115", "", "حلقه بسته"],
    );
    const id = await looked(file);
    const { preview, columns } = await within(assistant, (db) => getImport(db, GORGAN, id));
    expect(columns).toEqual(["full-name", "mobile", "capacities", "circle"]);
    expect(preview).toMatchObject({
      added: 4,
      updated: 1,
      unchanged: 1,
      repeated: 1,
      counts: { "unknown-circle": 3, "unknown-capacity": 1 },
    });
    const figures = { added: 4, updated: 1, unchanged: 2, refused: 0 };
    expect(await broughtIn(file)).toMatchObject(figures);
    const capacitiesOf = async () =>
      Object.fromEntries((await people()).map(({ fullName, capacities }) => [fullName, capacities]));
    const after = {
      "رضا احمدی": ["venue", "teaching", "media"],
      "مریم کریمی": ["field-work", "teaching"],
      "علی نوری": [],
    };
    expect(await capacitiesOf()).toMatchObject(after);
    const members = [
      { name: "رضا احمدی", open: true },
      { name: "مریم کریمی", open: true },
    ];
    expect(await membersOf(circle.id)).toEqual(members);
    expect(await membersOf(other.id)).toEqual([{ name: "رضا احمدی", open: true }]);
    expect(
      await ownerRows("select 1 from circle where name = 'حلقه همسایه' and division_id = $1", [GORGAN]),
    ).toEqual([]);

    expect(await broughtIn(file)).toMatchObject({ added: 0, updated: 0, unchanged: 7, refused: 0 });
    expect(await capacitiesOf()).toMatchObject(after);
    expect(await membersOf(circle.id)).toEqual(members);
    const [{ revision } = { revision: 0 }] = (await people()).filter((one) => one.id === known.id);
    expect(revision).toBe(2);
  });
});

test("a workbook of merged cells comes in as it looks: its blocks for every row, its headings for nobody", async () => {
  const bytes = await aWorkbook(
    [
      ["فهرست همیاران", "", ""],
      [...HEAD.slice(0, 2), "محل"],
      ["علی رضایی", "09121110001", "جلین"],
      ["رضا علوی", "09121110002", ""],
      ["بخش دوم", "", ""],
      ["مینا کاوه", "09121110003", "سرخنکلاته"],
      ["", "09121110004", ""],
    ],
    { merged: ["A1:C1", "C3:C4", "A5:C5", "A6:A7"] },
  );
  const id = await looked({ name: "merged.xlsx", bytes });
  const { preview } = await within(assistant, (db) => getImport(db, GORGAN, id));
  expect(preview).toMatchObject({
    added: 3,
    refused: 1,
    headings: 1,
    counts: { merged: 1, "merged-name": 1 },
  });
  await startImport(assistant, id, { revision: 2 });
  await carryOnImport(await systemActor(GORGAN), id, now);
  const there = await people();
  expect(Object.fromEntries(there.map((one) => [one.fullName, one.locality]))).toEqual({
    "علی رضایی": "جلین",
    "رضا علوی": "جلین",
    "مینا کاوه": "سرخنکلاته",
  });
  const refused = await within(assistant, (db) => listRefusedRows(db, GORGAN, id, 0, 9));
  expect(refused).toMatchObject([{ rowNumber: 7, problems: ["merged-name"] }]);
});

test("what lists leave behind goes after its days: files never started, and rows that were refused", async () => {
  const day = (days: number) => new Date(Date.now() - days * 86_400_000);
  const [old, young] = [await looked(csv(numbered(1))), await looked(csv(numbered(1)))];
  const done = await broughtIn(csv([["", "1", ""], ...numbered(1, 50)]));
  const fresh = await broughtIn(csv([["", "2", ""]]));
  await ownerRows("update person_import set created_at = $1 where id = $2", [day(15), old]);
  await ownerRows("update person_import set created_at = $1 where id = $2", [day(13), young]);
  await ownerRows("update person_import_refusal set kept_until = $1 where import_id = $2", [day(0), done.id]);
  await ownerRows("update person_import_trace set kept_until = $1 where import_id = $2", [day(0), done.id]);
  expect(await sweepImports()).toEqual({ lists: 1, files: 0, rows: 1, traces: 1 });
  const left = await within(assistant, (db) => listImports(db, GORGAN));
  expect(left.map(({ id }) => id).sort()).toEqual([young, done.id, fresh.id].sort());
  expect(await ownerRows("select import_id as id from person_import_file")).toEqual([{ id: young }]);
  const refusedOf = (id: string) => within(assistant, (db) => getImport(db, GORGAN, id));
  expect(await refusedOf(done.id)).toMatchObject({ refused: 1, refusedKeptUntil: null });
  expect((await refusedOf(fresh.id)).refusedKeptUntil).toEqual(new Date(now.getTime() + 30 * 86_400_000));
});
