import { beforeAll, expect, test } from "vitest";
import { listIssuances, listObligations } from "~/areas/obligations/queries.server";
import { submission, within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import {
  actorOf,
  AQQALA,
  GOLESTAN,
  GORGAN,
  MAZANDARAN,
  NATION,
  SARI,
} from "../../../../../tests/factories/actors";
import { asOwner, openOffice, openOfficesOfGolestan } from "../../../../../tests/factories/offices";
import { SMALL_MINUTES } from "../../../../../tests/factories/small-minutes";
import { getAttendance, getDraft, getMinutes } from "../../queries.server/minutes";
import { editReviewResolution } from "./edit-review-resolution.server";
import { importMinutes } from "./import-minutes.server";
import { issueMinutes } from "./issue-minutes.server";
import { nameParty } from "./name-party.server";

// 17 Azar 1405, a Tuesday.
const NOW = new Date("2026-12-08T07:00:00Z");
const TODAY = "2026-12-08";
const expert = actorOf(GOLESTAN, "provincial-expert");
const assistant = actorOf(GORGAN, "assistant");

let offices: Awaited<ReturnType<typeof openOfficesOfGolestan>>;
const office = (place: number, code: string) => offices.ids.get(`${place} ${code}`) ?? "";

beforeAll(async () => {
  offices = await openOfficesOfGolestan();
}, 60_000);

const draftOf = (id: string, actor = expert) => within(actor, (db) => getDraft(db, actor.place.id, id));

/** Gives every resolution the same deadline, as a person does with one save and "all". */
async function settle(draftId: string, deadline: object = { kind: "none" as const, reason: "تکلیف عمومی" }) {
  const { review } = await draftOf(draftId);
  for (const [index, resolution] of review.resolutions.entries()) {
    const current = (await draftOf(draftId)).review.resolutions[index];
    await editReviewResolution(
      expert,
      draftId,
      resolution.id,
      {
        revision: current?.revision ?? 0,
        number: resolution.number,
        text: resolution.text,
        items: resolution.subItems.map(({ label, text }) => ({ label, text })),
        refersTo: resolution.refersTo,
        keep: resolution.parties.map((party) => party.id),
        ...deadline,
      },
      NOW,
    );
  }
  return (await draftOf(draftId)).revision;
}

async function issue(text: string, deadline?: object) {
  const { id: draftId } = await importMinutes(expert, { text }, NOW);
  const revision = await settle(draftId, deadline);
  return { draftId, revision, ...(await issueMinutes(expert, draftId, { revision }, NOW)) };
}

const countRows = async (sql: string, ...values: unknown[]) =>
  asOwner(async (owner) => Number((await owner.query<{ n: string }>(sql, values)).rows[0]?.n));

test("each group owes once for each of its offices, a body once, a vague group not yet", async () => {
  const { id } = await issue(`${SMALL_MINUTES}\nنوبت یک`);
  const [all, both, none] = await within(expert, async (db) => {
    const { rows } = await listIssuances(db, GOLESTAN, { filter: "all", recordId: id }, TODAY);
    const by = (number: number) => rows.find((row) => row.number === number);
    return [rows.map((row) => [row.number, row.silent]), by(3)?.silent, by(5)?.silent];
  });
  expect(all).toEqual([
    [1, offices.executives],
    [2, 14],
    [3, offices.executives + 14],
    [4, 1],
    [5, 1],
  ]);
  expect(both).toBe(offices.executives + 14);
  expect(none).toBe(1);
  const events = await countRows(
    "select count(*) as n from outbox_event where type = 'MinutesIssued' and payload->>'minutesId' = $1",
    id,
  );
  expect(events).toBe(1);
});

test("a county sees what its governorate owes, its neighbour not, the issuer all of it, the nation's office no draft", async () => {
  const { draftId } = await issue(`${SMALL_MINUTES}\nنوبت دو`);
  const owed = (place: number, role: "assistant" | "representative") => {
    const actor = actorOf(place, role);
    return within(actor, (db) => listObligations(db, place, { end: "owed", filter: "all" }, TODAY));
  };
  const gorgan = await owed(GORGAN, "assistant");
  expect(gorgan.rows.length).toBeGreaterThan(0);
  expect(new Set(gorgan.rows.map((row) => row.divisionId))).toEqual(new Set([GORGAN]));
  const seenFromAqqala = await within(actorOf(AQQALA, "assistant"), (db) =>
    listObligations(db, GORGAN, { end: "owed", filter: "all" }, TODAY),
  );
  expect(seenFromAqqala.rows).toEqual([]);
  const issued = await within(expert, (db) =>
    listObligations(db, GOLESTAN, { end: "issued", filter: "all" }, TODAY, 200),
  );
  expect(issued.rows.some((row) => row.divisionId === GORGAN)).toBe(true);
  expect(issued.rows.some((row) => row.divisionId === AQQALA)).toBe(true);
  for (const stranger of [
    actorOf(MAZANDARAN, "representative"),
    actorOf(NATION, "national-officer"),
    assistant,
  ]) {
    await expect(within(stranger, (db) => getDraft(db, GOLESTAN, draftId))).rejects.toThrow(/missing/);
  }
});

test("an office that opens after the issue owes nothing of it", async () => {
  const libraries = office(GOLESTAN, "libraries");
  const opens = (day: string) =>
    asOwner((owner) => owner.query("update office set opened_on = $2 where id = $1", [libraries, day]));
  await opens("2026-12-20");
  await issue(`${SMALL_MINUTES}\nنوبت سه`);
  await opens("2020-01-01");
  const owedSince =
    "select count(*) as n from obligation where office_id = $1 and source_id in (select id from issuance where text is not null)";
  const before = await countRows(owedSince, libraries);
  const { id } = await issue(`${SMALL_MINUTES}\nنوبت سه و نیم`);
  expect((await countRows(owedSince, libraries)) - before).toBe(2);
  expect(
    await countRows(
      "select count(*) as n from obligation b join resolution r on r.id = b.source_id where r.minutes_id = $1 and b.office_id = $2",
      id,
      libraries,
    ),
  ).toBe(2);
});

test("a double submit issues once, and a second issue leads to the same minutes", async () => {
  const { id: draftId } = await importMinutes(expert, { text: `${SMALL_MINUTES}\nنوبت چهار` }, NOW);
  const revision = await settle(draftId);
  const requestId = uuidv7();
  const send = () => submission.run({ requestId }, () => issueMinutes(expert, draftId, { revision }, NOW));
  const [first, twin] = await Promise.all([send(), send()]);
  expect(twin).toEqual(first);
  await expect(issueMinutes(expert, draftId, { revision }, NOW)).resolves.toEqual(first);
  expect(await countRows("select count(*) as n from minutes where id = $1", first.id)).toBe(1);
  expect(await countRows("select count(*) as n from resolution where minutes_id = $1", first.id)).toBe(5);
});

test("the same document again leads to its draft, and after the issue to its minutes", async () => {
  const text = `${SMALL_MINUTES}\nنوبت پنج`;
  const first = await importMinutes(expert, { text }, NOW);
  expect(first.state).toBe("new");
  await expect(importMinutes(expert, { text: `${text}\n` }, NOW)).resolves.toEqual({
    state: "draft",
    id: first.id,
  });
  const { id } = await issueMinutes(expert, first.id, { revision: await settle(first.id) }, NOW);
  await expect(importMinutes(expert, { text }, NOW)).resolves.toEqual({ state: "issued", id });
});

test("nothing is issued while a deadline is missing, and nothing is left behind", async () => {
  const { id: draftId } = await importMinutes(expert, { text: `${SMALL_MINUTES}\nنوبت شش` }, NOW);
  const { revision } = await draftOf(draftId);
  const before = await countRows("select count(*) as n from resolution");
  await expect(issueMinutes(expert, draftId, { revision }, NOW)).rejects.toMatchObject({
    kind: "invalid",
    code: "minutes.issue.locked",
  });
  expect(await countRows("select count(*) as n from resolution")).toBe(before);
  expect((await draftOf(draftId)).state).toBe("review");
});

test("the second of two editors of one resolution sees the first one's words, of another he is not disturbed", async () => {
  const { id: draftId } = await importMinutes(expert, { text: `${SMALL_MINUTES}\nنوبت هفت` }, NOW);
  const [one, two] = (await draftOf(draftId)).review.resolutions;
  if (!one || !two) throw new Error("The document has resolutions.");
  const colleague = actorOf(GOLESTAN, "representative");
  const form = (resolution: typeof one, text: string) => ({
    revision: resolution.revision,
    number: resolution.number,
    text,
    keep: resolution.parties.map((party) => party.id),
  });
  await editReviewResolution(expert, draftId, one.id, form(one, "متن نخست"), NOW);
  await editReviewResolution(colleague, draftId, two.id, form(two, "متن دوم"), NOW);
  const refused: unknown = await editReviewResolution(
    colleague,
    draftId,
    one.id,
    form(one, "متن دیگر"),
    NOW,
  ).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({ kind: "conflict", details: { theirs: { text: "متن نخست" }, revision: 2 } });
  const { resolutions } = (await draftOf(draftId)).review;
  expect(resolutions.map((resolution) => resolution.text).slice(0, 2)).toEqual(["متن نخست", "متن دوم"]);
});

test("an issue of a draft that changed since it was shown is refused", async () => {
  const { id: draftId } = await importMinutes(expert, { text: `${SMALL_MINUTES}\nنوبت هشت` }, NOW);
  const revision = await settle(draftId);
  await expect(issueMinutes(expert, draftId, { revision: revision - 1 }, NOW)).rejects.toMatchObject({
    kind: "conflict",
  });
});

test.each([
  [GORGAN, "governor"],
  [GOLESTAN, "provincial-expert"],
  [NATION, "national-officer"],
] as const)("in %i a %s issues no minutes of Golestan's draft", async (place, role) => {
  const { id: draftId } = await importMinutes(expert, { text: `${SMALL_MINUTES}\n${place} ${role}` }, NOW);
  const other = place === GOLESTAN ? actorOf(MAZANDARAN, role) : actorOf(place, role);
  await expect(issueMinutes(other, draftId, { revision: 1 }, NOW)).rejects.toThrow(/forbidden|missing/);
});

test("ten working days after the meeting skip Thursdays, Fridays and holidays of the province", async () => {
  const { id } = await issue(`${SMALL_MINUTES}\nنوبت نه`, { kind: "relative", count: 10, unit: "working" });
  const minutes = await within(expert, (db) => getMinutes(db, GOLESTAN, id));
  const [holidays] = await asOwner(async (owner) => {
    const { rows } = await owner.query<{ days: string[] }>(
      "select coalesce(array_agg(to_char(day, 'YYYY-MM-DD')), '{}') as days from holiday where day between '2026-12-08' and '2027-01-10'",
    );
    return rows;
  });
  // A count by hand: days that are neither Thursday (4) nor Friday (5) nor named.
  const due = new Date("2026-12-08T00:00:00Z");
  for (let left = 10; left > 0;) {
    due.setUTCDate(due.getUTCDate() + 1);
    const closed =
      [4, 5].includes(due.getUTCDay()) || holidays?.days.includes(due.toISOString().slice(0, 10));
    if (!closed) left -= 1;
  }
  expect(minutes.resolutions[0]?.dueOn).toBe(due.toISOString().slice(0, 10));
});

test("limits of a meeting long ago count from its day and not from the issue", async () => {
  const old = SMALL_MINUTES.replace("۱۴۰۵/۰۹/۱۷", "۱۴۰۳/۰۳/۲۱");
  const first = async (text: string, deadline: object) => {
    const { id } = await issue(text, deadline);
    const { resolutions } = await within(expert, (db) => getMinutes(db, GOLESTAN, id));
    const { rows } = await asOwner((owner) =>
      owner.query<{ first: string; from: string }>(
        `select distinct b.first_due_on::text as first, b.counts_from::text as from from obligation b
          join resolution r on r.id = b.source_id where r.minutes_id = $1`,
        [id],
      ),
    );
    return [resolutions[0]?.dueOn, rows];
  };
  const month = { kind: "relative", count: 1, unit: "month" };
  // 21 Khordad 1403, and 21 Tir after it.
  expect(await first(`${old}\nنوبت دیرین یک`, month)).toEqual([
    "2024-07-11",
    [{ first: "2024-07-11", from: "2024-06-10" }],
  ]);
  const monthly = { kind: "continuous", cadence: "monthly", receiver: "دبیرخانه" };
  expect(await first(`${old}\nنوبت دیرین دو`, monthly)).toEqual([
    "2024-07-11",
    [{ first: "2024-07-11", from: "2024-06-10" }],
  ]);
});

test("a vague line stays open until its offices are named; then they owe, each once", async () => {
  const { id } = await issue(`${SMALL_MINUTES}\nنوبت ده`);
  const minutes = await within(expert, (db) => getMinutes(db, GOLESTAN, id));
  const fifth = minutes.resolutions.find((resolution) => resolution.number === 5);
  const line = fifth?.parties.find((party) => party.kind === "vague");
  expect(line?.namedAt).toBeNull();
  const officeIds = [
    office(GOLESTAN, "education"),
    office(GOLESTAN, "planning-budget-reform"),
    office(GORGAN, "county-governorate"),
  ];
  await expect(nameParty(assistant, line?.id ?? "", { officeIds }, NOW)).rejects.toThrow(/missing/);
  await expect(
    nameParty(expert, line?.id ?? "", { officeIds: [office(GORGAN, "education")] }, NOW),
  ).rejects.toThrow(/missing/);
  // The planning office owes this resolution already.
  await expect(nameParty(expert, line?.id ?? "", { officeIds }, NOW)).resolves.toEqual({ id, count: 2 });
  await expect(nameParty(expert, line?.id ?? "", { officeIds }, NOW)).rejects.toMatchObject({
    kind: "conflict",
  });
});

test("a resolution that no office can be found for says so and is not issued", async () => {
  const marginal = actorOf(MAZANDARAN, "provincial-expert");
  const { id: draftId } = await importMinutes(marginal, { text: SMALL_MINUTES }, NOW);
  const { review, revision } = await draftOf(draftId, marginal);
  expect(review.resolutions[3]?.parties[0]).toMatchObject({ kind: "office" });
  expect(review.resolutions[3]?.parties[0]?.officeId).toBeUndefined();
  await expect(issueMinutes(marginal, draftId, { revision }, NOW)).rejects.toMatchObject({ kind: "invalid" });
});

test("a province's minutes address the municipality of a county by its name, and it owes in the county", async () => {
  const town = await asOwner((owner) => openOffice(owner, GORGAN, "municipality"));
  const row = (number: string, who: string) => `${number}\tمقرر گردید: گرم‌خانه ${number} باز شود.\t${who}\t`;
  const { id } = await issue(
    `عنوان جلسه: شورای شهرها\nتاریخ جلسه: ۱۴۰۵/۰۹/۰۲\nردیف\tشرح مصوبات\tدستگاه مسئول\tمهلت\n` +
      [row("۱", "شهرداری گرگان"), row("۲", "فرمانداری گرگان و شهرداری گرگان")].join("\n"),
  );
  const owed = await asOwner(async (owner) => {
    const { rows } = await owner.query<{ number: number; place: number; office: string; source: number }>(
      `select o.source_number as number, o.division_id as place, o.office_id as office, o.source_division_id as source
       from obligation o join resolution r on r.id = o.source_id where r.minutes_id = $1 order by 1, o.office_id = $2`,
      [id, town],
    );
    return rows;
  });
  const at = { place: GORGAN, source: GOLESTAN };
  expect(owed).toEqual([
    { ...at, number: 1, office: town },
    { ...at, number: 2, office: office(GORGAN, "county-governorate") },
    { ...at, number: 2, office: town },
  ]);
  // Another office of the county is not the province's to name, and another province's town even less.
  const school = office(GORGAN, "education");
  const elsewhere = await asOwner((owner) => openOffice(owner, SARI, "municipality"));
  const { id: draftId } = await importMinutes(expert, { text: `${SMALL_MINUTES}\nنوبت شهر` }, NOW);
  const [first] = (await draftOf(draftId)).review.resolutions;
  for (const officeId of [school, elsewhere]) {
    const form = { revision: 1, number: 1, text: "متن", add: [`office:${officeId}`] };
    await expect(editReviewResolution(expert, draftId, first?.id ?? "", form, NOW)).rejects.toMatchObject({
      kind: "missing",
    });
  }
});

test("who took part and what was said are kept with the minutes, for their own place alone", async () => {
  const text = [
    "عنوان جلسه: شورای حاضران",
    "تاریخ جلسه: ۱۴۰۵/۰۹/۰۲",
    "حاضرین:",
    "۱- احمد رضایی، فرماندار گرگان",
    "۲- مریم کوهستانی، رئیس اداره آموزش و پرورش (غایب)",
    "مشروح مذاکرات:",
    "دبیر جلسه گزارش داد.",
    "ردیف\tشرح مصوبات\tدستگاه مسئول\tمهلت",
    "۱\tمقرر گردید: گرم‌خانه باز شود.\tفرمانداران استان\t",
  ];
  const { id } = await issue(text.join("\n"));
  const { attendees, discussion } = await within(expert, (db) => getAttendance(db, GOLESTAN, id));
  expect(attendees.map(({ name, post, standing }) => [name, post, standing])).toEqual([
    ["احمد رضایی", "فرماندار گرگان", "present"],
    ["مریم کوهستانی", "رئیس", "absent"],
  ]);
  expect(discussion).toEqual(["دبیر جلسه گزارش داد."]);
  for (const other of [
    assistant,
    actorOf(NATION, "national-officer"),
    actorOf(MAZANDARAN, "provincial-expert"),
  ]) {
    const seen = await within(other, (db) => getAttendance(db, GOLESTAN, id));
    expect(seen).toEqual({ attendees: [], discussion: [] });
  }
});
