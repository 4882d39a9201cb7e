import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { TIE_KINDS } from "../../catalogues/choices";
import { listEntries } from "../../catalogues/queries.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, todayIn } from "~/lib/jalali";
import { ownerRows } from "../../../../tests/setup/owner";
import { AQQALA, GOLESTAN, GORGAN, NATION, actorOf, placeAt } from "../../../../tests/factories/actors";
import { aCircle, aPerson } from "../../../../tests/factories/network";
import { pictureOf } from "../queries.server/circle-picture";
import {
  lastTalkWithAll,
  listCircleMembers,
  listCircles,
  listPastMemberships,
} from "../queries.server/circles";
import { listTiesOfCircle, listTiesOfOffice, listTiesOfPerson } from "../queries.server/ties";
import { listTimeline } from "../queries.server/timeline";
import { RecordTie } from "../schema/ties";
import { changeMembership } from "./change-membership.server";
import { editTie } from "./edit-tie.server";
import { formCircle } from "./form-circle.server";
import { joinCircle } from "./join-circle.server";
import { movePerson } from "./move-person.server";
import { recordContacts } from "./record-contacts.server";
import { recordTie } from "./record-tie.server";
import { registerPerson } from "./register-person.server";

const now = new Date("2026-12-24T05:30:00Z");
const today = todayIn(now);
const assistant = actorOf(GORGAN, "assistant");
const there = actorOf(AQQALA, "assistant");
const tie = (choice: string, otherId: string, given: Record<string, unknown> = {}) => ({
  ...RecordTie.parse({ choice, otherId }),
  ...given,
});
const someone = async (fullName: string, actor = assistant) =>
  (await registerPerson(actor, aPerson({ fullName }), now)).id;
const ofPerson = (id: string, actor = assistant) => within(actor, (db) => listTiesOfPerson(db, GORGAN, id));

let nahid: string;
let yunes: string;
let circle: string;
let office: string;

beforeAll(async () => {
  nahid = await someone("ناهید سعیدی");
  yunes = await someone("یونس گرایلی");
  circle = (await formCircle(assistant, aCircle(), now)).id;
  office = uuidv7();
  await ownerRows(
    `insert into office (division_id, id, organisation_id, name_fa, name_en, opened_on)
      select $1, $2, id, 'اداره آب', 'Water Office', '2020-01-01' from organisation order by code limit 1`,
    [GORGAN, office],
  );
});

/** Holds the table of ties while `work` begins, until so many connections wait for something, and lets them go on. */
async function whileTiesWait<T>(waiting: number, work: () => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await holder.connect();
  try {
    await holder.query("begin");
    await holder.query("lock table tie in share row exclusive mode");
    const done = work();
    await expect
      .poll(
        async () => {
          const { rows } = await holder.query<{ n: number }>(
            "select count(distinct l.pid)::int as n from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and not l.granted",
          );
          return rows[0]?.n;
        },
        { timeout: 10_000 },
      )
      .toBe(waiting);
    await holder.query("commit");
    return await done;
  } finally {
    await holder.end();
  }
}

describe("a relationship", () => {
  test("is read from both of its ends, each in its own words", async () => {
    const from = addDays(today, -30);
    const { id } = await recordTie(
      assistant,
      { kind: "person", id: nahid },
      tie("tie-person-person.introduced.back", yunes, { fromOn: from }),
      now,
    );
    expect(await ofPerson(yunes)).toMatchObject([
      { id, type: "introduced", back: false, end: "person", endId: nahid, fromOn: from, toOn: null },
    ]);
    expect(await ofPerson(nahid)).toMatchObject([{ id, back: true, endId: yunes, endFa: "یونس گرایلی" }]);
  });

  test("joins a circle with another, and people and circles with an office", async () => {
    const beside = (await formCircle(assistant, aCircle({ name: "ایمنی راه" }), now)).id;
    const here = { kind: "circle", id: circle } as const;
    await recordTie(assistant, here, tie("tie-circle-circle.neighbour-circle.forth", beside), now);
    await recordTie(assistant, here, tie("tie-circle-office.cooperates.forth", office), now);
    const person = { kind: "person", id: yunes } as const;
    await recordTie(assistant, person, tie("tie-person-office.works-at.forth", office), now);
    const read = await within(assistant, async (db) => ({
      circle: await listTiesOfCircle(db, GORGAN, circle),
      beside: await listTiesOfCircle(db, GORGAN, beside),
      office: await listTiesOfOffice(db, GORGAN, office),
    }));
    expect(read.circle.map(({ end }) => end).sort()).toEqual(["circle", "office"]);
    expect(read.beside).toMatchObject([{ end: "circle", endId: circle, back: true }]);
    expect(read.office.map(({ end, endId }) => `${end} ${endId}`).sort()).toEqual([
      `circle ${circle}`,
      `person ${yunes}`,
    ]);
  });

  test("that stands already is not recorded twice, from neither end, not even by two at once", async () => {
    const [one, other] = [await someone("مریم نوری"), await someone("زهرا نوری")];
    const relative = (from: string, to: string) =>
      recordTie(assistant, { kind: "person", id: from }, tie("tie-person-person.relative.forth", to), now);
    // Both are held back where they would write: so neither has seen the other's, unless one of them waits to look.
    const twins = await whileTiesWait(2, () =>
      Promise.allSettled([relative(one, other), relative(other, one)]),
    );
    expect(twins.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(twins.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { kind: "conflict", code: "network.tie.there-already" },
    });
    expect(await ofPerson(one)).toHaveLength(1);
  });

  test.each([
    ["with oneself", () => nahid, "tie-person-person.relative.forth", "network.tie.with-oneself"],
    ["with nobody", uuidv7, "tie-person-person.relative.forth", "network.tie.end-gone"],
    [
      "of a type that is not in the catalogue",
      () => yunes,
      "tie-person-person.sect.forth",
      "network.tie.type-gone",
    ],
    [
      "that does not begin at a person",
      () => circle,
      "tie-circle-circle.works-with.forth",
      "form.out-of-date",
    ],
  ])("%s is refused", async (_, other, choice, code) => {
    const before = (await ofPerson(nahid)).length;
    await expect(
      recordTie(assistant, { kind: "person", id: nahid }, tie(choice, other()), now),
    ).rejects.toMatchObject({ kind: "invalid", code });
    expect(await ofPerson(nahid)).toHaveLength(before);
  });

  test("ends on a day and stays in the record; two who change it lose neither text", async () => {
    const [one, other] = [await someone("الهام نوری"), await someone("سمیه رستگار")];
    const begun = addDays(today, -90);
    const { id } = await recordTie(
      assistant,
      { kind: "person", id: one },
      tie("tie-person-person.colleague.forth", other, { fromOn: begun }),
      now,
    );
    await editTie(assistant, id, { fromOn: begun, toOn: today, revision: 1 }, now);
    expect(await ofPerson(one)).toMatchObject([{ id, fromOn: begun, toOn: today }]);
    await expect(editTie(assistant, id, { note: "هم‌کلاس", revision: 1 }, now)).rejects.toMatchObject({
      kind: "conflict",
      details: { theirs: { fromOn: begun, toOn: today, note: "" }, revision: 2 },
    });
    const entries = await within(assistant, (db) =>
      db.auditEntry.findMany({ where: { divisionId: GORGAN, subjectId: id }, orderBy: { id: "asc" } }),
    );
    expect(entries.map(({ verb, changed }) => [verb, ...changed])).toEqual([["record"], ["end", "to_on"]]);
    // What is over may begin again.
    await recordTie(
      assistant,
      { kind: "person", id: one },
      tie("tie-person-person.colleague.forth", other),
      now,
    );
  });

  test("is kept by the county's assistant and expert alone, and nobody else reads or reaches it", async () => {
    const [mine] = await ofPerson(nahid);
    if (!mine) throw new Error("there is a relationship");
    for (const [place, role] of [
      [GORGAN, "governor"],
      [GOLESTAN, "representative"],
      [NATION, "national-officer"],
    ] as const) {
      const input = tie("tie-person-person.colleague.forth", yunes);
      await expect(
        recordTie(actorOf(place, role), { kind: "person", id: nahid }, input, now),
      ).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect(await ofPerson(nahid, there)).toEqual([]);
    expect(await ofPerson(nahid, actorOf(GOLESTAN, "representative"))).toEqual([]);
    await expect(editTie(there, mine.id, { revision: 1 }, now)).rejects.toMatchObject({ kind: "missing" });
    const foreign = await someone("همسایه دور", there);
    await expect(
      recordTie(
        assistant,
        { kind: "person", id: nahid },
        tie("tie-person-person.colleague.forth", foreign),
        now,
      ),
    ).rejects.toMatchObject({ kind: "invalid", code: "network.tie.end-gone" });
  });

  test("has one end on either side, of its own county: the database takes no other", async () => {
    const foreign = await someone("همسایه دیگر", there);
    const insert = (columns: string, values: string) => () =>
      within(assistant, (db) =>
        db.$executeRawUnsafe(
          `insert into tie (division_id, id, type, created_by_key, ${columns})
            values (${GORGAN}, '${uuidv7()}', 'relative', 'test', ${values})`,
        ),
      );
    const uuid = (...ids: string[]) => ids.map((one) => `'${one}'`).join(", ");
    await expect(insert("person_id", uuid(nahid))()).rejects.toThrow(/tie_other_end/);
    await expect(insert("other_person_id", uuid(nahid))()).rejects.toThrow(/tie_one_end/);
    await expect(
      insert("person_id, circle_id, other_person_id", uuid(nahid, circle, yunes))(),
    ).rejects.toThrow(/tie_one_end/);
    await expect(insert("person_id, other_person_id", uuid(nahid, nahid))()).rejects.toThrow(/tie_of_two/);
    await expect(insert("person_id, other_person_id", uuid(nahid, foreign))()).rejects.toThrow(
      /foreign key|other_person_id_fkey/i,
    );
    await expect(insert("person_id, other_person_id", uuid(nahid, yunes))()).resolves.toBe(1);
  });
});

test("an entry's words are those of the nearest level, and retired ones stay readable", async () => {
  const place = placeAt(GORGAN);
  const words = async (code: string) =>
    (await within(assistant, (db) => listEntries(db, place, TIE_KINDS))).find((one) => one.code === code);
  expect(await words("colleague")).toMatchObject({ fa: "همکار", divisionId: NATION, retiredOn: null });
  await ownerRows(
    `insert into catalogue_entry (division_id, kind, code, fa, en, retired_on)
      values ($1, 'tie-person-person', 'colleague', 'هم‌کار', 'colleague', $2)`,
    [GORGAN, today],
  );
  expect(await words("colleague")).toMatchObject({ fa: "هم‌کار", divisionId: GORGAN, retiredOn: today });
  const elsewhere = await within(there, (db) => listEntries(db, placeAt(AQQALA), TIE_KINDS));
  expect(elsewhere.find(({ code }) => code === "colleague")).toMatchObject({ fa: "همکار" });
  await expect(
    recordTie(
      assistant,
      { kind: "person", id: nahid },
      tie("tie-person-person.colleague.forth", await someone("تازه‌وارد")),
      now,
    ),
  ).rejects.toMatchObject({ code: "network.tie.type-gone" });
});

describe("in a circle", () => {
  const joined = addDays(today, -40);
  const formed = () => formCircle(assistant, aCircle({ formedOn: addDays(today, -60) }), now);
  const members = (id: string) => within(assistant, (db) => listCircleMembers(db, GORGAN, id));
  const past = (id: string) => within(assistant, (db) => listPastMemberships(db, GORGAN, id));

  test("somebody joins, has another role and leaves, and each stays with its days", async () => {
    const { id: here } = await formed();
    const person = await someone("نرگس نظری");
    const { id } = await joinCircle(
      assistant,
      here,
      { personId: person, role: "member", fromOn: joined },
      now,
    );
    const promoted = addDays(today, -10);
    await changeMembership(assistant, id, { to: "convener", happenedOn: promoted }, now);
    const [convener] = await members(here);
    expect(convener).toMatchObject({ id: person, role: "convener", fromOn: promoted });
    await changeMembership(assistant, convener?.membershipId ?? "", { to: "left", happenedOn: today }, now);
    expect(await members(here)).toEqual([]);
    expect(await past(here)).toMatchObject([
      { role: "convener", fromOn: promoted, toOn: today },
      { role: "member", fromOn: joined, toOn: promoted },
    ]);
    const { rows } = await within(assistant, (db) => listTimeline(db, GORGAN, person));
    expect(
      rows.filter(({ circleId }) => circleId === here).map(({ kind, role, day }) => [kind, role, day]),
    ).toEqual([
      ["left", "convener", today],
      ["role", "convener", promoted],
      ["entered", "member", joined],
    ]);
  });

  test("a new convener leaves the former one a member, from that day on", async () => {
    const { id: here } = await formed();
    const [first, second] = [await someone("گرداننده یکم"), await someone("گرداننده دوم")];
    await joinCircle(assistant, here, { personId: first, role: "convener", fromOn: joined }, now);
    await joinCircle(assistant, here, { personId: second, role: "convener", fromOn: today }, now);
    const standing = await members(here);
    expect(standing.map(({ id, role }) => [id, role]).sort()).toEqual(
      [
        [first, "member"],
        [second, "convener"],
      ].sort(),
    );
    expect(await past(here)).toMatchObject([{ personId: first, role: "convener", toOn: today }]);
  });

  test("a convener who leaves the network leaves a circle without one, and is in its picture no more", async () => {
    const { id: here } = await formed();
    const [convener, member] = [await someone("گرداننده رفتنی"), await someone("عضو ماندنی")];
    await joinCircle(assistant, here, { personId: convener, role: "convener", fromOn: joined }, now);
    await joinCircle(assistant, here, { personId: member, role: "member", fromOn: joined }, now);
    await recordTie(
      assistant,
      { kind: "person", id: convener },
      tie("tie-person-person.introduced.forth", member),
      now,
    );
    const seen = () =>
      within(assistant, async (db) => {
        const { nodes } = await pictureOf(db, GORGAN, { id: here, name: "حلقه" }, today);
        const { rows } = await listCircles(db, assistant.place, null, 200);
        return {
          people: nodes.filter(({ kind }) => kind === "person").map(({ fa }) => fa),
          convener: rows.find(({ id }) => id === here)?.convener,
        };
      });
    expect(await seen()).toMatchObject({ convener: "گرداننده رفتنی" });
    expect((await seen()).people).toHaveLength(2);
    await movePerson(assistant, convener, { step: "archive", reason: "moved" }, now);
    expect(await seen()).toEqual({ people: ["عضو ماندنی"], convener: null });
    const above = await within(actorOf(GOLESTAN, "representative"), (db) =>
      listCircles(db, placeAt(GOLESTAN)),
    );
    expect(above.rows.every((row) => row.convener === null)).toBe(true);
  });

  test("nobody is a member twice, not even when two take him in at once", async () => {
    const { id: here } = await formed();
    const person = await someone("عضو یگانه");
    const join = () => joinCircle(assistant, here, { personId: person, role: "member", fromOn: today }, now);
    const twins = await Promise.allSettled([join(), join()]);
    expect(twins.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await members(here)).toHaveLength(1);
  });

  test.each([
    ["before it was formed", { fromOn: addDays(today, -61) }, "network.membership.before-circle"],
    ["on a day that has not come", { fromOn: addDays(today, 1) }, "form.date.in-future"],
    ["who is not on the register", { personId: uuidv7() }, "network.membership.nobody"],
  ])("nobody joins %s", async (_, given, code) => {
    const { id: here } = await formed();
    const input = { personId: nahid, role: "member" as const, fromOn: today, ...given };
    await expect(joinCircle(assistant, here, input, now)).rejects.toMatchObject({ kind: "invalid", code });
    expect(await members(here)).toEqual([]);
  });

  test("memberships are changed by the county's assistant and expert alone", async () => {
    const { id: here } = await formed();
    const { id } = await joinCircle(
      assistant,
      here,
      { personId: nahid, role: "member", fromOn: joined },
      now,
    );
    const leave = { to: "left", happenedOn: today } as const;
    await expect(changeMembership(actorOf(GORGAN, "governor"), id, leave, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(changeMembership(there, id, leave, now)).rejects.toMatchObject({ kind: "missing" });
    expect(await members(here)).toHaveLength(1);
  });

  test("a talk with all is an entry that reached at least half of the members", async () => {
    const { id: here } = await formed();
    const people = await Promise.all(["یک", "دو", "سه"].map((name) => someone(name)));
    for (const personId of people)
      await joinCircle(assistant, here, { personId, role: "member", fromOn: joined }, now);
    const talk = (personIds: string[], happenedOn: typeof today) =>
      recordContacts(assistant, { personIds, channel: "in-person", outcome: "reached", happenedOn }, now);
    const last = () => within(assistant, (db) => lastTalkWithAll(db, GORGAN, here, today));
    await talk(people.slice(0, 1), addDays(today, -2));
    expect(await last()).toBeNull();
    await talk(people.slice(0, 2), addDays(today, -20));
    expect(await last()).toEqual({ happenedOn: addDays(today, -20), reached: 2 });
  });
});
