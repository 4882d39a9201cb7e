import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ICAL from "ical.js";
import { beforeAll, expect, test, vi } from "vitest";
import { requestScope } from "~/actor.server";
import { announceVisit } from "~/areas/visits/commands/announce-visit.server";
import { planVisit } from "~/areas/visits/commands/plan-visit.server";
import { PlanVisit } from "~/areas/visits/schema";
import { loader as feed } from "~/routes/calendar.$token";
import { listCalendar } from "~/areas/meetings/calendar/calendar.server";
import { endFeed } from "~/areas/meetings/calendar/commands/end-feed.server";
import { makeFeed } from "~/areas/meetings/calendar/commands/make-feed.server";
import { announceMeeting } from "~/areas/meetings/calling/commands/announce-meeting.server";
import { moveMeeting } from "~/areas/meetings/calling/commands/move-meeting.server";
import { planMeeting } from "~/areas/meetings/calling/commands/plan-meeting.server";
import { cancelMeeting } from "~/areas/meetings/held/commands/cancel-meeting.server";
import { eventOf, iCalendarOf } from "~/areas/meetings/calendar/icalendar.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { isoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../tests/factories/actors";
import { aPlan } from "../tests/factories/callings";
import { anAccount } from "../tests/factories/identity";
import { asOwner, openOffice } from "../tests/factories/offices";
import { aPost, plantPlaces } from "../tests/factories/posts";
import { isLeftOut, programFor } from "../tests/setup/programs";
import { readerOfFeed } from "./calendar-door.server";

// A link of the door holds by the kernel's clock.
vi.hoisted(() => vi.stubEnv("CLOCK", "1405/10/03"));

const now = new Date("2026-12-24T06:00:00Z");
beforeAll(plantPlaces);

/** Somebody with an account and an appointment in the place. */
async function holderAt(divisionId: number, endsOn: string | null = null) {
  const { id: accountId } = await anAccount();
  const { postId } = await aPost(divisionId, "assistant");
  await asOwner((owner) =>
    owner.query(
      `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, ends_on, created_by_key)
       values ($1, $2, $3, $4, 'نرگس شکیبا', '1', '2022-09-11', $5, 'test')`,
      [divisionId, uuidv7(), postId, accountId, endsOn],
    ),
  );
  return actorOf(divisionId, "assistant", accountId);
}
const tokenOf = (path: string | undefined) => /^\/calendar\/([\w-]+)\.ics$/.exec(path ?? "")?.[1] ?? "";
const opened = async (path: string | undefined, at = now) => readerOfFeed(tokenOf(path), at);
/** What a calendar program gets that asks for an address. */
const ask = async (address: string | undefined, tag?: string) =>
  feed({
    params: { token: address?.split("/").at(-1) },
    request: new Request("http://localhost/calendar", tag ? { headers: { "if-none-match": tag } } : {}),
    context: { scope: await requestScope("/calendar", "", "test"), nonce: "" },
  });

test("the private address of a calendar opens the place of its owner, and an older one ends with it", async () => {
  const holder = await holderAt(GORGAN);
  const { path: first } = await makeFeed(holder, now);
  expect(await opened(first)).toMatchObject({ accountId: holder.accountId, place: { id: GORGAN } });
  const { path: second } = await makeFeed(holder, now);
  expect(await opened(first)).toBeNull();
  expect(await opened(second)).not.toBeNull();
  await endFeed(holder, now);
  expect(await opened(second)).toBeNull();
  expect(await readerOfFeed("someone-guesses-an-address-that-is-none", now)).toBeNull();
});

test("it ends with the appointment of its owner, and with his account", async () => {
  const leaves = await holderAt(AQQALA, "2026-12-25");
  const { path } = await makeFeed(leaves, now);
  expect(await opened(path)).not.toBeNull();
  expect(await opened(path, new Date("2026-12-26T06:00:00Z"))).toBeNull();
  await asOwner((owner) =>
    owner.query("update account set disabled_at = now() where id = $1", [leaves.accountId]),
  );
  expect(await opened(path)).toBeNull();
});

test("another's address and another place's meetings stay his own", async () => {
  const holder = await holderAt(GORGAN);
  const colleague = await holderAt(GORGAN);
  const { path } = await makeFeed(holder, now);
  await endFeed(colleague, now);
  expect(await opened(path)).not.toBeNull();
  await expect(
    makeFeed(
      { ...holder, kind: "system", ability: actorOf(GORGAN, "governor").ability, accountId: undefined },
      now,
    ),
  ).rejects.toMatchObject({ kind: "forbidden" });
});

test("a feed tells announced meetings, follows a move, says of a cancelled one that it is, and knows no draft", async () => {
  const assistant = actorOf(GORGAN, "assistant");
  const span = { from: isoDate("2026-12-01"), before: isoDate("2027-02-01"), withDrafts: false };
  const told = async (id: string, actor = assistant) => {
    const meetings = await within(actor, (db) => listCalendar(db, GORGAN, span));
    return meetings.find((meeting) => meeting.id === id);
  };
  const { id } = await planMeeting(assistant, aPlan(), now);
  expect(await told(id)).toBeUndefined();
  await announceMeeting(assistant, id, { revision: 1, withoutClasses: "on" }, now);
  expect(await told(id)).toMatchObject({ heldOn: "2026-12-28", icsSequence: 0, state: "announced" });
  expect(await told(id, actorOf(GOLESTAN, "representative"))).toMatchObject({ id });
  expect(await told(id, actorOf(AQQALA, "assistant"))).toBeUndefined();
  await moveMeeting(
    assistant,
    id,
    {
      heldOn: isoDate("2026-12-30"),
      startsAt: "09:00",
      endsAt: "10:30",
      place: "سالن فرمانداری",
      revision: 2,
    },
    now,
  );
  expect(await told(id)).toMatchObject({ heldOn: "2026-12-30", startsAt: "09:00", icsSequence: 1 });
  await cancelMeeting(assistant, id, { reason: "به وقت دیگر", revision: 3 });
  const gone = await told(id);
  expect(gone).toMatchObject({ state: "cancelled", icsSequence: 2 });
  const text = iCalendarOf(gone ? [eventOf(gone)] : [], { name: "گرگان", address: undefined });
  expect(text).toContain("STATUS:CANCELLED");
  expect(text).toContain("SEQUENCE:2");

  const { id: dropped } = await planMeeting(assistant, aPlan({ title: "نشده" }), now);
  await cancelMeeting(assistant, dropped, { reason: "نشد", revision: 1 });
  expect(await told(dropped)).toBeUndefined();
});

test("a program that asks every minute hears nothing anew until something changes, and then all of it under the same names", async () => {
  const holder = await holderAt(GORGAN);
  const { path } = await makeFeed(holder, now);
  const { id } = await planMeeting(holder, aPlan({ title: "نشست پرسیدنی" }), now);
  await announceMeeting(holder, id, { revision: 1, withoutClasses: "on" }, now);
  const first = await ask(path);
  expect(first.headers.get("cache-control")).toBe("private, no-cache");
  const tag = first.headers.get("etag") ?? "";
  for (let minute = 0; minute < 5; minute++) {
    const again = await ask(path, tag);
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
  }
  expect((await ask(path, `"another", W/${tag}`)).status).toBe(304);
  expect((await ask(path, '"another"')).status).toBe(200);
  const { postId } = await aPost(GORGAN, "governor");
  const officeId = await asOwner((owner) => openOffice(owner, GORGAN, "education"));
  const said = PlanVisit.parse({
    visitor: `post:${postId}`,
    target: `office:${officeId}`,
    purpose: "دیدن راه روستا",
    plannedOn: "۱۴۰۵/۱۰/۰۶",
    startsAt: "۹",
  });
  const visit = await planVisit(holder, said, now);
  expect((await ask(path, tag)).status).toBe(304);
  await announceVisit(holder, visit.id, { revision: 1 }, now);
  await moveMeeting(
    holder,
    id,
    { heldOn: isoDate("2026-12-30"), startsAt: "09:00", endsAt: "10:30", place: "سالن", revision: 2 },
    now,
  );
  const changed = await ask(path, tag);
  expect(changed.status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await changed.text()) as unknown[]);
  const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  const told = (uid: string) => events.find((event) => event.uid === `${uid}@peyvand`);
  expect(told(id)).toMatchObject({ sequence: 1, summary: "نشست پرسیدنی" });
  expect(told(id)?.startDate.toJSDate().toISOString()).toBe("2026-12-30T05:30:00.000Z");
  expect(told(visit.id)).toMatchObject({ sequence: 0, summary: expect.stringMatching(/^بازدید: /) });
  expect((await ask(path, tag)).headers.get("etag")).not.toBe(tag);
  expect((await ask(`${path?.replace(".ics", "x.ics")}`, tag)).status).toBe(404);
});

/** A calendar program with an empty calendar of its own: it takes files in as its user does, and lists what it knows. */
function calendarProgram() {
  const folder = mkdtempSync(path.join(tmpdir(), "peyvand-khal-"));
  mkdirSync(path.join(folder, "calendar"));
  const day = "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d";
  const moment = "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M";
  writeFileSync(
    path.join(folder, "config"),
    `[calendars]
[[peyvand]]
path = ${folder}/calendar
[sqlite]
path = ${folder}/khal.db
[locale]
local_timezone = Asia/Tehran
default_timezone = Asia/Tehran
timeformat = %H:%M
${day}
${moment}
`,
  );
  const run = (...words: string[]) =>
    execFileSync(programFor("calendar"), ["-c", path.join(folder, "config"), ...words], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C.UTF-8", HOME: folder },
    });
  return {
    take: (text: string) => {
      const file = path.join(folder, "feed.ics");
      writeFileSync(file, text);
      run("import", "--batch", "-a", "peyvand", file);
    },
    /** Begin, end, state and title of all that begins in the days from one on. */
    list: (from: string, days: number) => {
      const format = "{start-date} {start-time} {end-date} {end-time} {status}{title}";
      return run("list", "--once", "--notstarted", "--day-format", "", "--format", format, from, `${days}d`)
        .split("\n")
        .filter(Boolean);
    },
    end: () => rmSync(folder, { recursive: true }),
  };
}

test.skipIf(isLeftOut("calendar"))(
  "a calendar program shows a meeting of the feed, moves it when it was moved, and knows when it was called off",
  async () => {
    const program = calendarProgram();
    const holder = await holderAt(GORGAN);
    const { path: address } = await makeFeed(holder, now);
    const title = "شورای هماهنگی؛ جلسه سوم، «پیگیری»";
    const { id } = await planMeeting(holder, aPlan({ title }), now);
    const shown = async () => {
      program.take(await (await ask(address)).text());
      return program.list("2026-12-01", 400).filter((line) => line.includes(title));
    };
    try {
      expect(await shown()).toEqual([]);
      await announceMeeting(holder, id, { revision: 1, withoutClasses: "on" }, now);
      expect(await shown()).toEqual([`2026-12-28 10:00 2026-12-28 11:30 CONFIRMED ${title}`]);
      // Over Nowruz, and past midnight.
      const moved = { heldOn: isoDate("2027-03-20"), startsAt: "22:00", endsAt: "01:00", place: "سالن" };
      await moveMeeting(holder, id, { ...moved, revision: 2 }, now);
      expect(await shown()).toEqual([`2027-03-20 22:00 2027-03-21 01:00 CONFIRMED ${title}`]);
      await cancelMeeting(holder, id, { reason: "به وقت دیگر", revision: 3 });
      expect(await shown()).toEqual([`2027-03-20 22:00 2027-03-21 01:00 CANCELLED ${title}`]);
    } finally {
      program.end();
    }
  },
);

test.skipIf(isLeftOut("calendar"))(
  "a calendar program keeps the last day of the leap years 1403 and 1408 and the day after it apart",
  () => {
    const program = calendarProgram();
    const meeting = (id: number, heldOn: string) =>
      eventOf({
        id: `0190a000-0000-7000-8000-00000000000${id}`,
        divisionId: GORGAN,
        title: `روز ${id}`,
        state: "announced",
        heldOn: isoDate(heldOn),
        startsAt: "08:00",
        endsAt: "09:00",
        place: null,
        icsSequence: 0,
        changedAt: now,
      });
    try {
      // 30 Esfand and 1 Farvardin.
      const days = ["2025-03-20", "2025-03-21", "2030-03-20", "2030-03-21"];
      const feedText = iCalendarOf(
        days.map((day, index) => meeting(index + 1, day)),
        { name: "گرگان", address: undefined },
      );
      program.take(feedText);
      expect([...program.list("2025-03-01", 60), ...program.list("2030-03-01", 60)]).toEqual(
        days.map((day, index) => `${day} 08:00 ${day} 09:00 CONFIRMED روز ${index + 1}`),
      );
    } finally {
      program.end();
    }
  },
);
