import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "~/actor.server";
import { within } from "~/kernel/db.server";
import { actorOf, AQQALA, GOLESTAN, GORGAN, MAZANDARAN } from "../../../../../tests/factories/actors";
import { asOwner, openOfficesOfGolestan } from "../../../../../tests/factories/offices";
import { SMALL_MINUTES } from "../../../../../tests/factories/small-minutes";
import { ownerRows } from "../../../../../tests/setup/owner";
import { MOST_MINUTES_FILES } from "../../choices";
import { reviewPage } from "../review-page.server";
import { getAttendance, getDraft } from "../../queries.server/minutes";
import {
  findTwin,
  listKnownFiles,
  listQueue,
  listRefusedFiles,
  queueNeighbours,
  queueProgress,
} from "../../queries.server/queue";
import { acceptAllSure, acceptSureOf } from "./accept-sure.server";
import { bringMinutesFiles } from "./bring-minutes-files.server";
import { importMinutes } from "./import-minutes.server";
import { readMinutesFiles } from "./read-minutes-files.server";
import { issueMinutes } from "./issue-minutes.server";
import { updateIssued } from "./update-issued.server";
import { keepApart, updateTwin } from "./update-twin.server";

const NOW = new Date("2026-12-08T07:00:00Z");
const expert = actorOf(GOLESTAN, "provincial-expert");
const assistant = actorOf(GORGAN, "assistant");
const neighbour = actorOf(AQQALA, "assistant");

beforeAll(async () => {
  await openOfficesOfGolestan();
}, 60_000);

const bytes = (text: string) => new TextEncoder().encode(text);
const office = (name: string) => Uint8Array.from(readFileSync(`tests/minutes/office-files/${name}`));
const READABLE = "۱\tمقرر گردید: راه روستاها باز نگه داشته شود.\tفرمانداران استان\t";
const minutesOf = (title: string, ...rows: string[]) =>
  `عنوان جلسه: ${title}\nتاریخ جلسه: ۱۴۰۵/۰۹/۰۱\nردیف\tشرح مصوبات\tدستگاه مسئول\tمهلت\n${[READABLE, ...rows].join("\n")}`;

describe("many files at once", () => {
  const system = () => systemActor(GORGAN);

  test("become drafts or say why not, and one that was read stays read when the job leaves off", async () => {
    const { count } = await bringMinutesFiles(
      assistant,
      [
        { name: "سال‌ها/یک.txt", bytes: bytes(minutesOf("شورای یک")) },
        { name: "دو.docx", bytes: office("table-1.docx") },
        { name: "سه.xlsx", bytes: office("table-1.xlsx") },
        { name: "عکس.docx", bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]) },
        { name: "باز همان.txt", bytes: bytes(minutesOf("شورای یک")) },
      ],
      NOW,
    );
    expect(count).toBe(5);
    const progress = () => within(assistant, (db) => queueProgress(db, GORGAN));
    expect(await progress()).toMatchObject({ waiting: 5, drafts: 0 });

    // No time at all: a job leaves off before its first file, and says so.
    await readMinutesFiles(await system(), NOW, -1);
    expect(await progress()).toMatchObject({ waiting: 5 });
    const events = await asOwner((owner) =>
      owner.query("select 1 from outbox_event where type = 'MinutesFilesBrought' and division_id = $1", [
        GORGAN,
      ]),
    );
    expect(events.rowCount).toBe(2);

    // Two workers at once read each file once.
    await Promise.all([readMinutesFiles(await system(), NOW), readMinutesFiles(await system(), NOW)]);
    expect(await progress()).toMatchObject({ waiting: 0, drafts: 3, resolutions: 17 });
    const files = await asOwner((owner) =>
      owner.query<{ name: string; state: string; problem: string | null; content: unknown }>(
        "select name, state, problem, content from minutes_file where division_id = $1 order by id",
        [GORGAN],
      ),
    );
    expect(files.rows).toEqual([
      { name: "یک.txt", state: "read", problem: null, content: null },
      { name: "دو.docx", state: "read", problem: null, content: null },
      { name: "سه.xlsx", state: "read", problem: null, content: null },
      { name: "عکس.docx", state: "refused", problem: "picture", content: null },
      { name: "باز همان.txt", state: "known", problem: null, content: null },
    ]);
    expect(await within(assistant, (db) => listRefusedFiles(db, GORGAN))).toMatchObject([
      { problem: "picture" },
    ]);
    const [same, ...others] = await within(assistant, (db) => listKnownFiles(db, GORGAN));
    expect(others).toEqual([]);
    expect(same).toMatchObject({ name: "باز همان.txt", title: "شورای یک", minutesId: null });
    const earlier = await within(assistant, (db) => getDraft(db, GORGAN, same?.draftId ?? ""));
    expect(earlier.sourceText).toBe(minutesOf("شورای یک"));
    expect(await within(neighbour, (db) => listKnownFiles(db, GORGAN))).toEqual([]);
  });

  test("stand in a queue with the surest first, and accepting what is sure leaves the rest", async () => {
    const { rows } = await within(assistant, (db) => listQueue(db, GORGAN));
    expect(rows.map(({ toLook }) => toLook)).toEqual(rows.map(({ toLook }) => toLook).sort((a, b) => a - b));
    const [first, second] = rows;
    if (!first || !second) throw new Error("Three drafts were read.");
    expect(await within(assistant, (db) => queueNeighbours(db, GORGAN, second))).toMatchObject({
      previous: first.id,
    });

    await ownerRows(
      `insert into minutes_draft (division_id, id, source_text, source_hash, review, state, created_by_key, resolutions, to_look)
       select division_id, gen_random_uuid(), source_text, 'copy ' || id, review, state, created_by_key, resolutions, to_look
       from minutes_draft where division_id = $1`,
      [GORGAN],
    );
    const { count, drafts } = await acceptAllSure(assistant, NOW);
    expect(count).toBeGreaterThan(0);
    // Each draft says for itself that it was accepted.
    const audited = await ownerRows("select distinct subject_id from audit_entry where verb = 'accept-sure'");
    expect(audited).toHaveLength(drafts);
    expect(drafts).toBeGreaterThan(1);
    await ownerRows("delete from minutes_draft where source_hash like 'copy %'");
    const after = await within(assistant, (db) => listQueue(db, GORGAN));
    for (const row of after.rows) {
      const { review } = await within(assistant, (db) => getDraft(db, GORGAN, row.id));
      expect(review.resolutions.filter(({ checked }) => checked)).toHaveLength(row.seen);
      expect(row.seen + row.toLook).toBeGreaterThanOrEqual(row.resolutions);
    }
    expect(await acceptAllSure(assistant, NOW)).toEqual({ count: 0, drafts: 0 });
    expect(await acceptSureOf(assistant, first.id, NOW)).toEqual({ count: 0 });
  });

  test("are refused when there are none, or too many", async () => {
    const none = { name: "الف.txt", bytes: bytes("الف") };
    await expect(bringMinutesFiles(assistant, [], NOW)).rejects.toMatchObject({ code: "minutes.many.none" });
    const many = Array.from({ length: MOST_MINUTES_FILES + 1 }, () => none);
    await expect(bringMinutesFiles(assistant, many, NOW)).rejects.toMatchObject({
      code: `minutes.many.too-many?most=${MOST_MINUTES_FILES}`,
    });
  });

  test("are refused at once when none of them can be read", async () => {
    const picture = { name: "عکس.docx", bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]) };
    await expect(bringMinutesFiles(assistant, [picture, picture], NOW)).rejects.toMatchObject({
      code: "minutes.file.picture",
      details: { field: "files" },
    });
  });

  test("belong to their own place", async () => {
    for (const other of [neighbour, actorOf(MAZANDARAN, "provincial-expert")]) {
      const at = other.place.id;
      expect((await within(other, (db) => listQueue(db, GORGAN))).rows).toEqual([]);
      expect(await within(other, (db) => queueProgress(db, at))).toMatchObject({ drafts: 0, waiting: 0 });
    }
    await expect(
      bringMinutesFiles(actorOf(GORGAN, "governor"), [{ name: "x", bytes: bytes("x") }], NOW),
    ).rejects.toMatchObject({ kind: "forbidden" });
    await expect(readMinutesFiles(assistant, NOW)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("minutes that come again in other words", () => {
  const draftOf = (id: string) => within(expert, (db) => getDraft(db, GOLESTAN, id));
  const newer = `${SMALL_MINUTES.replace("تابلوی ورودی هر اداره", "درگاه و تابلوی هر اداره")}۶\tمقرر گردید: جلسه بعد در گنبد برگزار شود.\tفرمانداران استان\t\n`;

  test("are known by number and day, and bring the draft up to date under its own ids", async () => {
    const { id } = await importMinutes(expert, { text: SMALL_MINUTES }, NOW);
    await acceptSureOf(expert, id, NOW);
    const before = (await draftOf(id)).review.resolutions;
    const again = await importMinutes(expert, { text: newer }, NOW);
    expect(again.state).toBe("new");
    const draft = await draftOf(again.id);
    expect(await within(expert, (db) => findTwin(db, GOLESTAN, draft))).toMatchObject({
      id,
      isIssued: false,
    });

    expect(await updateTwin(expert, again.id, NOW)).toEqual({ id });
    const after = await draftOf(id);
    expect(after.sourceText).toContain("درگاه و تابلوی");
    expect(after.review.resolutions.slice(0, 5).map((resolution) => resolution.id)).toEqual(
      before.map((resolution) => resolution.id),
    );
    expect(after.review.resolutions.map(({ number, checked }) => [number, checked])).toEqual([
      [1, false],
      ...before.slice(1).map(({ number, checked }) => [number, checked]),
      [6, false],
    ]);
    expect(await draftOf(again.id)).toMatchObject({ state: "discarded" });
    // The same document once more leads to the draft that took it in.
    expect(await importMinutes(expert, { text: newer }, NOW)).toEqual({ state: "draft", id });
  });

  test("correct issued minutes under their ids, and issue only what is new", async () => {
    const title = "صورت‌جلسه ابلاغ‌شده";
    const dated = (text: string) => text.replace(/\t$/gm, "\t۱۴۰۶/۰۲/۳۱");
    const first = dated(minutesOf(title));
    const { id } = await importMinutes(expert, { text: first }, NOW);
    const minutes = await issueMinutes(expert, id, { revision: 1 }, NOW);
    const owed = () =>
      asOwner(async (owner) => {
        const { rows } = await owner.query<{ id: string; text: string; number: number }>(
          `select o.id, o.text, o.source_number as number from obligation o join resolution r on r.id = o.source_id
           where r.minutes_id = $1 order by o.source_number, o.id`,
          [minutes.id],
        );
        return rows;
      });
    const before = await owed();
    expect(before.length).toBeGreaterThan(5);

    const next = dated(
      minutesOf(title, "۲\tمقرر گردید: گزارش کار داده شود.\tفرمانداران استان\t").replace(
        "روستاها",
        "همه روستاها",
      ),
    );
    const again = await importMinutes(expert, { text: next }, NOW);
    await expect(updateTwin(expert, again.id, NOW)).rejects.toMatchObject({ code: "minutes.twin.none" });
    expect(await updateIssued(expert, again.id, NOW)).toEqual({ id: minutes.id });
    const after = await owed();
    expect(after.filter(({ number }) => number === 1).map((row) => row.id)).toEqual(
      before.map((row) => row.id),
    );
    expect(after.filter(({ number }) => number === 1).every(({ text }) => text.includes("همه روستاها"))).toBe(
      true,
    );
    expect(after.filter(({ number }) => number === 2)).toHaveLength(before.length);
    expect(await importMinutes(expert, { text: next }, NOW)).toEqual({ state: "issued", id: minutes.id });
    await expect(updateIssued(expert, again.id, NOW)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("leave what was answered, keep former words, tell the offices, and say what they do not take", async () => {
    const title = "صورت‌جلسه دوباره";
    const row = (number: string, what: string, who: string) =>
      `${number}\tمقرر گردید: ${what}.\t${who}\t۱۴۰۶/۰۲/۳۱`;
    const copy = (...rows: string[]) =>
      `عنوان جلسه: ${title}\nتاریخ جلسه: ۱۴۰۵/۰۹/۰۲\nردیف\tشرح مصوبات\tدستگاه مسئول\tمهلت\n${rows.join("\n")}`;
    const [roads, schools] = ["راه روستاها باز نگه داشته شود", "مدرسه روستاها آماده شود"];
    const first = await importMinutes(
      expert,
      { text: copy(row("۱", roads, "فرمانداران استان"), row("۲", schools, "صدا و سیمای استان گلستان")) },
      NOW,
    );
    const minutes = await issueMinutes(expert, first.id, { revision: 1 }, NOW);
    type Owed = { id: string; number: number; state: string; text: string; former: string[]; told: number };
    const owed = () =>
      asOwner(async (owner) => {
        const { rows } = await owner.query<Owed>(
          `select o.id, o.source_number as number, o.state, o.text,
             array(select e.note from obligation_event e where e.obligation_id = o.id and e.kind = 'correct') as former,
             (select count(*)::int from office_message_item i where i.obligation_id = o.id and i.kind = 'correction') as told
           from obligation o join resolution r on r.id = o.source_id where r.minutes_id = $1 order by o.source_number, o.id`,
          [minutes.id],
        );
        return rows;
      });
    const before = await owed();
    const [answered] = before;
    await asOwner((owner) =>
      owner.query("update obligation set state = 'verified' where id = $1", [answered?.id]),
    );
    const newer = copy(
      row("۱", `همه ${roads}`, "فرمانداران استان"),
      row("۲", schools, "دفتر برنامه ریزی، بودجه و تحول اداری").replace("۱۴۰۶/۰۲/۳۱", "۱۴۰۶/۰۳/۳۰"),
    );
    const again = await importMinutes(expert, { text: newer }, NOW);
    const page = await within(expert, (db) => reviewPage(db, expert, again.id, "2026-12-08"));
    expect(page.twin?.changes).toMatchObject({
      words: [1],
      owing: [{ number: 2 }],
      notTaken: [
        { code: "answered", number: 1, count: 1 },
        { code: "deadline", number: 2 },
        { code: "party-gone", number: 2, name: "صدا و سیمای استان گلستان" },
      ],
    });
    await updateIssued(expert, again.id, NOW);
    const after = await owed();
    expect(after.find(({ id }) => id === answered?.id)).toMatchObject({
      text: answered?.text,
      former: [],
      told: 0,
    });
    const others = after.filter(({ id, number }) => number === 1 && id !== answered?.id);
    expect(others.length).toBeGreaterThan(3);
    for (const { text, former, told } of others) {
      expect(text).toContain("همه راه");
      expect([former, told]).toEqual([[answered?.text], 1]);
    }
    expect(after.filter(({ number }) => number === 2).map(({ state }) => state)).toEqual([
      "issued",
      "issued",
    ]);
  });

  test("renew who took part and what was said of issued minutes", async () => {
    const copy = (who: string, said: string) =>
      `عنوان جلسه: نسخه حاضران\nتاریخ جلسه: ۱۴۰۵/۰۹/۰۲\nحاضرین:\n۱- احمد رضایی، فرماندار\n${who}` +
      `مشروح مذاکرات:\n${said}\nردیف\tشرح مصوبات\tدستگاه مسئول\tمهلت\n۱\tمقرر گردید: گرم‌خانه باز شود.\tفرمانداران استان\t۱۴۰۶/۰۲/۳۱\n`;
    const kept = (id: string) => within(expert, (db) => getAttendance(db, GOLESTAN, id));
    const first = await importMinutes(expert, { text: copy("۲- مریم کوهی، دبیر\n", "گزارش داده شد.") }, NOW);
    const { id } = await issueMinutes(expert, first.id, { revision: 1 }, NOW);
    const again = await importMinutes(
      expert,
      { text: copy("۲- حسن باقری، دبیر\n", "گزارش بازبینی شد.") },
      NOW,
    );
    const page = await within(expert, (db) => reviewPage(db, expert, again.id, "2026-12-08"));
    expect(page.twin?.changes?.attendance).toEqual({ attendees: true, discussion: true });
    await updateIssued(expert, again.id, NOW);
    const { attendees, discussion } = await kept(id);
    expect(attendees.map(({ name }) => name)).toEqual(["احمد رضایی", "حسن باقری"]);
    expect(discussion).toEqual(["گزارش بازبینی شد."]);
  });

  test("are refused in words where one new number stands twice", async () => {
    const title = "صورت‌جلسه شماره دوباره";
    const dated = (text: string) => text.replace(/\t$/gm, "\t۱۴۰۶/۰۲/۳۱");
    const { id } = await importMinutes(expert, { text: dated(minutesOf(title)) }, NOW);
    await issueMinutes(expert, id, { revision: 1 }, NOW);
    const twice = ["گزارش کار داده شود", "نشست دیگری برگزار شود"].map(
      (what) => `۲\tمقرر گردید: ${what}.\tفرمانداران استان\t`,
    );
    const again = await importMinutes(expert, { text: dated(minutesOf(title, ...twice)) }, NOW);
    await expect(updateIssued(expert, again.id, NOW)).rejects.toMatchObject({
      kind: "invalid",
      code: expect.stringContaining("minutes.twin.repeated") as string,
    });
  });

  test("may be other minutes after all", async () => {
    const { id } = await importMinutes(expert, { text: `${SMALL_MINUTES}\nنسخه دیگر` }, NOW);
    await keepApart(expert, id);
    const draft = await draftOf(id);
    expect(await within(expert, (db) => findTwin(db, GOLESTAN, draft))).toBeNull();
    await expect(updateTwin(expert, id, NOW)).rejects.toMatchObject({ code: "minutes.twin.none" });
    await expect(keepApart(actorOf(MAZANDARAN, "provincial-expert"), id)).rejects.toMatchObject({
      kind: "missing",
    });
  });
});
