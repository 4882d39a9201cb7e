import { beforeAll, expect, test, vi } from "vitest";
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
import { asOwner } from "../tests/factories/offices";
import { aPost, plantPlaces } from "../tests/factories/posts";
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
