import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recountCells } from "~/areas/reports/commands/recompute-cells.server";
import { takeMarks } from "../../../../workers/marks";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { addDays } from "~/lib/jalali";
import { AQQALA, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aContact, anEdit, aPerson } from "../../../../tests/factories/network";
import { Records } from "../../../../tests/factories/records";
import { ownerRows } from "../../../../tests/setup/owner";
import { comparePerson } from "../duplicates/pairs.server";
import { networkFigures } from "../queries.server/cadence";
import { findPeople } from "../queries.server/search";
import { getPerson } from "../queries.server/people";
import { listMerges, listPairs } from "../queries.server/pairs";
import type { RegisterPerson } from "../schema/people";
import { WAYS } from "../people/ways";
import type { MergePeople } from "../schema/twins";
import { SettleWays } from "../schema/ways";
import { listWays, reachOf } from "../queries.server/ways";
import { assignCalls } from "./assign-calls.server";
import { comparePersonOnce } from "./compare-person.server";
import { editPerson } from "./edit-person.server";
import { formCircle } from "./form-circle.server";
import { keepApart } from "./keep-apart.server";
import { movePerson } from "./move-person.server";
import { mergePeople } from "./merge-people.server";
import { recordContact } from "./record-contact.server";
import { recordContacts } from "./record-contacts.server";
import { registerPerson } from "./register-person.server";
import { settleWays } from "./settle-ways.server";
import { sweepMerges } from "./sweep-merges.server";
import { undoMerge } from "./undo-merge.server";

const now = new Date("2026-12-24T05:30:00Z");
const TODAY = "2026-12-24";
const CADENCE = { core: 30, active: 60, wide: 120 };
const assistant = actorOf(GORGAN, "assistant");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());

const merging = (given: Partial<MergePeople> = {}): MergePeople => ({
  keep: "first",
  fullName: "first",
  mobile: "first",
  tier: "first",
  locality: "first",
  source: "first",
  note: "both",
  nationalCode: "first",
  preferredWay: "first",
  firstRevision: 1,
  secondRevision: 1,
  ...given,
});

const pairsOf = (personId: string) =>
  within(assistant, async (db) =>
    (await listPairs(db, GORGAN)).rows.filter(({ first, second }) =>
      [first.id, second.id].includes(personId),
    ),
  );

/** Until somebody waits for what another holds. */
const waitingForLock = () =>
  expect
    .poll(async () => (await ownerRows("select from pg_locks where not granted")).length)
    .toBeGreaterThan(0);

let made = 1_000_000;

/** Two records of one person, compared as the worker does. */
async function twoRecords(
  name: string,
  one: Partial<RegisterPerson> = {},
  other: Partial<RegisterPerson> = {},
) {
  const forms = [
    aPerson({ fullName: name, locality: "جلین", ...one }),
    aPerson({
      fullName: `دکتر ${name}`,
      locality: "جلین",
      mobile: `+98935${String((made += 7_919)).padStart(7, "0")}`,
      ...other,
    }),
  ] as const;
  const first = (await registerPerson(assistant, forms[0], later(-60))).id;
  const second = (await registerPerson(assistant, forms[1], later(-60))).id;
  await within(assistant, (db) => comparePerson(db, GORGAN, second));
  const [pair] = await pairsOf(second);
  if (!pair) throw new Error("The two records were not found.");
  return { forms, first, second, pair };
}

const figures = () => within(assistant, (db) => networkFigures(db, GORGAN, CADENCE, TODAY));
const person = (id: string) => within(assistant, (db) => getPerson(db, GORGAN, id));

describe("two records of one person", () => {
  test("parted while the worker still compares the merged one are the same pair again", async () => {
    const { first, second, pair } = await twoRecords("هومن پاکزاد");
    const merged = await mergePeople(assistant, pair.id, merging(), now);
    const gone = (await records.query("select * from person_merge where id = $1", [merged.id])).rows[0] as {
      gone: Record<string, unknown>;
    };
    // Whoever parts them holds the kept record, and the comparison can write nothing yet; then both stand again.
    await records.query("begin");
    await records.query("select from person where id = $1 for update", [first]);
    await records.query("lock table person_pair in share row exclusive mode");
    const compared = comparePersonOnce(assistant, uuidv7(), [first]);
    await waitingForLock();
    await records.query("insert into person select (jsonb_populate_record(null::person, $1::jsonb)).*", [
      JSON.stringify(gone.gone),
    ]);
    await records.query("update person_pair set state = 'open' where id = $1", [pair.id]);
    await records.query("commit");
    await compared;
    expect((await pairsOf(second)).map(({ id }) => id)).toEqual([pair.id]);
  });

  test("keep the number that was not chosen beside the other, until they are parted again", async () => {
    const { first, second, pair, forms } = await twoRecords("پروانه جهان‌تیغ", { mobile: "+989361234567" });
    const merged = await mergePeople(assistant, pair.id, merging({ mobile: "second" }), now);
    const waysOf = (id: string) => within(assistant, (db) => listWays(db, GORGAN, id));
    expect((await person(first)).mobile).toBe(forms[1].mobile);
    const further = { way: "phone", handle: "+989361234567", standing: "open" };
    expect(await waysOf(first)).toMatchObject([further]);
    const standings = Object.fromEntries(WAYS.map((way) => [way, "open"]));
    await settleWays(assistant, first, SettleWays.parse({ ...standings, revision: "2" }), now);
    expect(await waysOf(first)).toMatchObject([further]);
    await undoMerge(assistant, merged.id, now);
    expect(await waysOf(first)).toEqual([]);
    expect(await waysOf(second)).toEqual([]);
    expect((await person(second)).mobile).toBe(forms[1].mobile);
  });

  test("keep the number of a third record too, in the note, and give it back with him", async () => {
    const { first, pair } = await twoRecords("ارغوان رهنمون", { mobile: "+989361110001", note: "نجار" });
    await mergePeople(assistant, pair.id, merging({ mobile: "second" }), now);
    const merged = await person(first);
    const third = await registerPerson(
      assistant,
      aPerson({ fullName: "ارغوان رهنمون", locality: "جلین", mobile: "+989361110003" }),
      later(-60),
    );
    await within(assistant, (db) => comparePerson(db, GORGAN, third.id));
    const [again] = await pairsOf(third.id);
    const keep = again?.first.id === first ? "first" : "second";
    const { id } = await mergePeople(
      assistant,
      again?.id ?? "",
      merging({
        keep,
        mobile: keep,
        note: "both",
        firstRevision: keep === "first" ? 2 : 1,
        secondRevision: keep === "first" ? 1 : 2,
      }),
      now,
    );
    expect(await person(first)).toMatchObject({
      mobile: merged.mobile,
      note: "نجار\nشماره‌های دیگر: ۰۹۳۶۱۱۱۰۰۰۳",
    });
    const [further] = await within(assistant, (db) => listWays(db, GORGAN, first));
    expect(further).toMatchObject({ way: "phone", handle: "+989361110001" });
    await undoMerge(assistant, id, now);
    expect(await person(first)).toMatchObject({ note: "نجار" });
    expect(await person(third.id)).toMatchObject({ mobile: "+989361110003" });
    expect(await within(assistant, (db) => listWays(db, GORGAN, first))).toMatchObject([further]);
  });

  test("become one with the words chosen, the circles and contacts of both, and the later day reached", async () => {
    const shared = await formCircle(assistant, aCircle(), now);
    const own = await formCircle(assistant, aCircle(), now);
    const { first, second, pair, forms } = await twoRecords(
      "شهرام خسروانی",
      { circleIds: [shared.id], note: "نجار" },
      { circleIds: [shared.id, own.id], note: "صبح‌ها" },
    );
    expect(pair.reasons).toEqual(["same-name", "same-locality", "same-circle"]);
    await recordContact(assistant, first, aContact({ happenedOn: addDays(TODAY, -20) }), now);
    await recordContact(assistant, second, aContact({ happenedOn: addDays(TODAY, -3) }), now);
    const before = await figures();
    await mergePeople(assistant, pair.id, merging({ mobile: "second" }), now);
    expect(await person(first)).toMatchObject({
      fullName: "شهرام خسروانی",
      mobile: forms[1].mobile,
      quietSince: addDays(TODAY, -3),
      revision: 2,
      note: "نجار\nصبح‌ها",
    });
    expect((await person(first)).memberships.map(({ id }) => id).sort()).toEqual([shared.id, own.id].sort());
    await expect(person(second)).rejects.toMatchObject({ kind: "missing" });
    expect((await figures()).people).toBe(before.people - 1);
    expect(await within(assistant, (db) => db.contact.count({ where: { personId: first } }))).toBe(2);
    expect(await pairsOf(first)).toEqual([]);
    expect(
      (await within(assistant, (db) => findPeople(db, GORGAN, "خسروانی", 9))).map(({ id }) => id),
    ).toEqual([first]);
  });

  test("are counted once in every indicator, and twice again when they were parted", async () => {
    const { pair } = await twoRecords("پریناز دهقانپور");
    const { id } = await mergePeople(assistant, pair.id, merging(), now);
    await takeMarks(now);
    expect(await recountCells(assistant, ["1405-Q3"], now)).toEqual([]);
    await undoMerge(assistant, id, later(1));
    await takeMarks(now);
    expect(await recountCells(assistant, ["1405-Q3"], now)).toEqual([]);
  });

  test("are parted again within thirty days as they were, and not after", async () => {
    const shared = await formCircle(assistant, aCircle(), now);
    const circles = { circleIds: [shared.id] };
    const { first, second, pair } = await twoRecords("کیومرث آذرنوش", circles, circles);
    await recordContact(assistant, second, aContact({ happenedOn: addDays(TODAY, -3) }), now);
    const [one, other] = [await person(first), await person(second)];
    const { id } = await mergePeople(
      assistant,
      pair.id,
      merging({ keep: "second", mobile: "first", fullName: "first" }),
      now,
    );
    await expect(undoMerge(assistant, id, later(31))).rejects.toMatchObject({
      code: "network.merge.too-late",
    });
    expect(await within(assistant, (db) => listMerges(db, GORGAN, later(-30)))).toContainEqual(
      expect.objectContaining({
        id,
        goneName: "کیومرث آذرنوش",
        keptMobile: other?.mobile,
        goneMobile: one?.mobile,
      }),
    );
    await undoMerge(assistant, id, later(29));
    expect(await person(first)).toEqual(one);
    expect(await person(second)).toEqual({ ...other, revision: 3 });
    expect(await pairsOf(first)).toHaveLength(1);
    await expect(undoMerge(assistant, id, later(29))).rejects.toMatchObject({ kind: "conflict" });
  });

  test("of which one was changed since it was shown are not merged", async () => {
    const { first, forms, pair } = await twoRecords("مینو فرهمند");
    await editPerson(assistant, first, anEdit(forms[0], { tier: "wide" }), now);
    await expect(mergePeople(assistant, pair.id, merging(), now)).rejects.toMatchObject({
      kind: "conflict",
      code: "network.pair.changed",
    });
  });

  test("merged by two at once are merged once", async () => {
    const { pair } = await twoRecords("سودابه نیک‌روان");
    const tries = await Promise.allSettled([1, 2].map(() => mergePeople(assistant, pair.id, merging(), now)));
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("are merged by their own county's assistant and expert alone", async () => {
    const { pair } = await twoRecords("بیژن راستگو");
    await expect(mergePeople(actorOf(GORGAN, "governor"), pair.id, merging(), now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(mergePeople(actorOf(AQQALA, "assistant"), pair.id, merging(), now)).rejects.toMatchObject({
      kind: "missing",
    });
    await within(actorOf(AQQALA, "assistant"), async (db) => {
      const move = db.$queryRaw`select person_absorb(${GORGAN}::int, ${pair.first.id}::uuid, ${pair.second.id}::uuid)`;
      await expect(move).rejects.toThrow(/own place/);
    }).catch(() => undefined);
    expect(await pairsOf(pair.first.id)).toHaveLength(1);
  });
});

describe("two people of one name", () => {
  test("once said to be two are never offered again, whatever is edited", async () => {
    const { first, forms, pair } = await twoRecords("فرامرز یکتا");
    await keepApart(assistant, pair.id, now);
    expect(await pairsOf(first)).toEqual([]);
    await editPerson(assistant, first, anEdit(forms[0], { note: "دیگر" }), now);
    await within(assistant, (db) => comparePerson(db, GORGAN, first));
    expect(await pairsOf(first)).toEqual([]);
  });

  test("said to be two while one is registered are remembered as two", async () => {
    const one = await registerPerson(assistant, aPerson({ fullName: "هوتن برومند", locality: "قرق" }), now);
    const form = aPerson({ fullName: "هوتن برومند", locality: "قرق", apartFrom: [one.id] });
    const other = await registerPerson(assistant, form, now);
    await within(assistant, (db) => comparePerson(db, GORGAN, other.id));
    expect(await pairsOf(other.id)).toEqual([]);
  });
});

/** Every row that says something of the two, in every table that refers to a person, without what a change counts. */
async function allOf(...ids: string[]) {
  const { rows: links } = await records.query(
    `select distinct c.conrelid::regclass::text as name, a.attname as col from pg_constraint c cross join unnest(c.conkey) k (num)
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num
     where c.contype = 'f' and c.confrelid = 'person'::regclass and a.attname <> 'division_id' order by 1, 2`,
  );
  const held: Record<string, unknown> = {};
  for (const { name, col } of [
    ...links,
    { name: "person_block", col: "person_id" },
    { name: "person", col: "id" },
  ] as { name: string; col: string }[]) {
    const { rows } = await records.query(
      `select to_jsonb(x) - 'revision' as row from ${name} x where ${col} = any ($1::uuid[]) order by 1`,
      [ids],
    );
    held[`${name}.${col}`] = rows.map(({ row }: { row: unknown }) => row);
  }
  return held;
}

const noWays = {
  phone: "open",
  sms: "open",
  visit: "open",
  eitaa: "open",
  bale: "open",
  rubika: "open",
  soroush: "open",
  igap: "open",
  revision: 1,
} as const;
let codes = 93_283_381;
/** A national code that nobody has had yet. */
function aNationalCode() {
  const nine = String((codes += 1)).padStart(9, "0");
  const rest = [...nine].reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11;
  return { code: nine + String(rest < 2 ? rest : 11 - rest), isPadded: false };
}

/** Two records of whom each says something that the other does not, and both say something of the same. */
async function twoFullRecords(name: string) {
  const circle = (await formCircle(assistant, aCircle(), now)).id;
  const code = aNationalCode();
  const { first, second } = await twoRecords(
    name,
    { circleIds: [circle], capacities: ["media"] },
    { circleIds: [circle], capacities: ["media", "venue"], nationalCode: code },
  );
  const caller = (await registerPerson(assistant, aPerson(), later(-60))).id;
  const one = {
    ...noWays,
    preferred: "eitaa",
    eitaa: "consents",
    eitaaHandle: "@one",
    sms: "consents",
    phone: "barred",
  } as const;
  const other = {
    ...noWays,
    eitaa: "barred",
    eitaaHandle: "@other",
    sms: "consents",
    bale: "consents",
    phone: "consents",
  } as const;
  await settleWays(assistant, first, one, later(-9));
  await settleWays(assistant, second, other, later(-30));
  const gathering = { channel: "in-person", outcome: "reached", happenedOn: addDays(TODAY, -5) } as const;
  await recordContacts(assistant, { ...gathering, personIds: [first, second] }, later(-1));
  const visit = { ...gathering, happenedOn: addDays(TODAY, -4) };
  await recordContacts(assistant, { ...visit, personIds: [first] }, later(-1));
  await recordContacts(assistant, { ...visit, personIds: [second], note: "گله داشت" }, later(-1));
  await assignCalls(assistant, { personIds: [second], to: `person:${caller}` }, later(-8));
  await assignCalls(assistant, { personIds: [first, caller], to: `person:${second}` }, later(-8));
  await records.change("person", second, { no_contact: true });
  await records.query(
    "update membership set role = 'convener', from_on = '2026-10-01' where division_id = $1 and person_id = $2",
    [GORGAN, second],
  );
  await records.query(
    `insert into tie (division_id, id, type, person_id, other_person_id, created_by_key)
     select $1, gen_random_uuid(), 'kin', one::uuid, other::uuid, 'test'
     from (values ($2, $3), ($2, $4), ($3, $4), ($4, $3)) as t(one, other)`,
    [GORGAN, first, second, caller],
  );
  const [pair] = await pairsOf(second);
  if (!pair) throw new Error("The two records were not found.");
  const revisions = { firstRevision: pair.first.revision, secondRevision: pair.second.revision };
  return { first, second, pair, revisions, caller, code: code.code };
}

describe("what is known of two records of one person", () => {
  test("is known of the one: what either asks not to be done, whom he calls, the code under his own seal", async () => {
    const { first, second, pair, revisions, caller, code } = await twoFullRecords("اردشیر مهرپرور");
    await mergePeople(assistant, pair.id, merging(revisions), now);
    const kept = await person(first);
    expect(kept).toMatchObject({
      noContact: true,
      capacities: ["media", "venue"],
      nationalCode: `•••••••${code.slice(-3)}`,
    });
    const reach = await within(assistant, (db) => reachOf(db, GORGAN, first));
    expect(reach.preferred).toBe("eitaa");
    expect(reach.ways.map(({ way, standing, handle, since }) => [way, standing, handle, since])).toEqual([
      ["phone", "barred", pair.second.mobile, addDays(TODAY, -9)],
      ["sms", "consents", null, addDays(TODAY, -30)],
      ["eitaa", "barred", "@one", addDays(TODAY, -30)],
      ["bale", "consents", null, addDays(TODAY, -30)],
    ]);
    const contacts = await within(assistant, (db) => db.contact.findMany({ where: { personId: first } }));
    expect(contacts.map(({ note, batchId }) => [note, batchId !== null]).sort()).toEqual([
      [null, true],
      [null, true],
      ["گله داشت", false],
    ]);
    expect(
      await within(assistant, (db) =>
        db.membership.findMany({
          where: { personId: first, toOn: null },
          select: { role: true, fromOn: true },
        }),
      ),
    ).toEqual([{ role: "convener", fromOn: new Date("2026-10-01") }]);
    // Nobody is tied to himself, and nothing is said twice.
    const ties = await within(assistant, (db) => db.tie.findMany({ where: { divisionId: GORGAN } }));
    expect(
      ties
        .map(({ personId, otherPersonId }) => [personId, otherPersonId])
        .filter((ends) => ends.includes(caller))
        .sort(),
    ).toEqual(
      [
        [first, caller],
        [caller, first],
      ].sort(),
    );
    expect(ties.some(({ personId, otherPersonId }) => personId === otherPersonId)).toBe(false);
    // Nobody is given his own call.
    const calls = await within(assistant, (db) =>
      db.callAssignment.findMany({ where: { personId: { in: [first, second, caller] } } }),
    );
    expect(calls.map(({ personId, assigneePersonId }) => [personId, assigneePersonId]).sort()).toEqual(
      [
        [first, caller],
        [caller, first],
      ].sort(),
    );
  });

  test("is as it was when they are parted, in every table that refers to a person", async () => {
    for (const keep of ["first", "second"] as const) {
      const { first, second, pair, revisions, caller } = await twoFullRecords(`ارسلان مهرپرور ${keep}`);
      const before = await allOf(first, second, caller);
      const chosen = { ...merging(revisions), keep, mobile: "second", note: "both" } as const;
      const { id } = await mergePeople(assistant, pair.id, chosen, now);
      expect(await allOf(first, second, caller)).not.toEqual(before);
      await undoMerge(assistant, id, later(3));
      expect(await allOf(first, second, caller)).toEqual(before);
    }
  });

  test("of his ways stays as somebody has settled it since, when they are parted", async () => {
    const { first, second, pair, revisions } = await twoFullRecords("اشکان مهرپرور");
    const { id } = await mergePeople(assistant, pair.id, merging(revisions), now);
    const { revision } = await person(first);
    await settleWays(assistant, first, { ...noWays, visit: "barred", sms: "barred", revision }, later(1));
    await undoMerge(assistant, id, later(2));
    const barred = async (id: string) =>
      (await within(assistant, (db) => reachOf(db, GORGAN, id))).ways
        .filter(({ isBarred }) => isBarred)
        .map(({ way }) => way);
    expect(await barred(first)).toEqual(["sms", "visit"]);
    expect(await barred(second)).toEqual(["eitaa"]);
  });

  test("of number and code stays with a third who got them meanwhile", async () => {
    const { second, pair, revisions, code } = await twoFullRecords("ایرج مهرپرور");
    const { id } = await mergePeople(assistant, pair.id, merging(revisions), now);
    const { first } = pair;
    const { revision, mobile } = await person(first.id);
    await editPerson(
      assistant,
      first.id,
      anEdit(aPerson({ fullName: first.fullName, mobile: mobile ?? undefined }), {
        revision,
        withoutNationalCode: "on",
      }),
      now,
    );
    await registerPerson(
      assistant,
      aPerson({ mobile: pair.second.mobile ?? undefined, nationalCode: { code, isPadded: false } }),
      now,
    );
    await undoMerge(assistant, id, later(1));
    expect(await person(second)).toMatchObject({ mobile: null, nationalCode: null });
  });

  test("is not compared between two counties, nor between two national codes", async () => {
    const form = { fullName: "گلناز فرزان‌فر", locality: "قرق" };
    const one = await registerPerson(assistant, aPerson({ ...form, nationalCode: aNationalCode() }), now);
    await registerPerson(assistant, aPerson({ ...form, nationalCode: aNationalCode() }), now);
    await registerPerson(actorOf(AQQALA, "assistant"), aPerson(form), now);
    await within(assistant, (db) => comparePerson(db, GORGAN, one.id));
    expect(await pairsOf(one.id)).toEqual([]);
    const { rows } = await records.query("select 1 from person_pair where division_id = $1", [AQQALA]);
    expect(rows).toEqual([]);
  });

  test("that they are two is said of the one as well, and of him no more when they are parted", async () => {
    const { first, pair } = await twoRecords("تهمینه جهانگیری");
    const third = await registerPerson(
      assistant,
      aPerson({ fullName: "تهمینه جهانگیری", locality: "جلین", apartFrom: [pair.second.id] }),
      now,
    );
    const compare = () => within(assistant, (db) => comparePerson(db, GORGAN, third.id));
    await compare();
    const withThird = async () => (await pairsOf(third.id)).length;
    expect(await withThird()).toBe(1);
    const { id } = await mergePeople(assistant, pair.id, merging(), now);
    await compare();
    expect(await withThird()).toBe(0);
    await undoMerge(assistant, id, later(1));
    await compare();
    expect((await pairsOf(third.id)).map((one) => [one.first.id, one.second.id].sort())).toEqual([
      [first, third.id].sort(),
    ]);
  });
});

test("who is a member in one of two records is a member in the one they become, and parts as he was", async () => {
  const { first, second, pair } = await twoRecords("کیانوش مهرگانی");
  await movePerson(assistant, first, { step: "archive", reason: "moved" }, now);
  const { id } = await mergePeople(assistant, pair.id, merging({ firstRevision: 2 }), now);
  expect(await person(first)).toMatchObject({ state: "active" });
  await undoMerge(assistant, id, later(1));
  expect(await person(first)).toMatchObject({ state: "archived" });
  expect(await person(second)).toMatchObject({ state: "active" });
});

test("parted again, nobody gets a number back that a third has by now", async () => {
  const { first, pair, forms } = await twoRecords("بهداد رستگار");
  const { id } = await mergePeople(assistant, pair.id, merging({ mobile: "second" }), now);
  await registerPerson(assistant, aPerson({ fullName: "کس دیگر", mobile: forms[0].mobile }), now);
  await undoMerge(assistant, id, later(1));
  expect(await person(first)).toMatchObject({ mobile: null });
});

test("what a merge kept of its people goes after a month, and not before", async () => {
  const { pair } = await twoRecords("سیاوش بهمنی");
  const { id } = await mergePeople(assistant, pair.id, merging(), new Date());
  expect(await sweepMerges()).toBe(0);
  await records.change("person_merge", id, { merged_at: new Date(Date.now() - 32 * 86_400_000) });
  expect(await sweepMerges()).toBe(1);
});

test("whoever stands in a column of a person's id is a person by a key: a merge finds him", async () => {
  const { rows } = await records.query(
    `select c.table_name || '.' || c.column_name as name from information_schema.columns c
     where c.table_schema = 'public' and c.column_name like '%person_id' and c.data_type = 'uuid'
       and c.table_name not in ('person_block', 'glass_look', 'person_import_trace')
       and not exists (select from pg_constraint k cross join unnest(k.conkey) n (num)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.num
         where k.contype = 'f' and k.confrelid = 'person'::regclass
           and k.conrelid = to_regclass(c.table_name) and a.attname = c.column_name)`,
  );
  expect(rows).toEqual([]);
});

test("what was merged before a column came that may not be empty is parted with that column's default", async () => {
  const { first, second, pair } = await twoRecords("کامبیز رستگار", { circleIds: [] });
  await recordContact(assistant, second, aContact(), now);
  const { id } = await mergePeople(assistant, pair.id, merging(), now);
  const tables = ["person", "person_way", "membership"];
  for (const table of tables)
    await records.query(`alter table ${table} add column came_later text not null default 'تازه'`);
  try {
    await undoMerge(assistant, id, later(1));
    const { rows } = await records.query("select id::text, came_later from person where id = any($1)", [
      [first, second],
    ]);
    expect(rows).toHaveLength(2);
    expect(rows.map((row: { came_later: string }) => row.came_later)).toEqual(["تازه", "تازه"]);
  } finally {
    for (const table of tables) await records.query(`alter table ${table} drop column came_later`);
  }
});
