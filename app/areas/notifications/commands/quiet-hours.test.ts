import { beforeAll, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { actorOf, AQQALA, GOLESTAN, GORGAN, NATION } from "../../../../tests/factories/actors";
import { plantPlaces } from "../../../../tests/factories/posts";
import { quietHoursOfPlace } from "../hours.server";
import { ChangeQuietHours } from "../schema";
import { changeQuietHours, followHoursAbove } from "./change-quiet-hours.server";

const now = new Date("2026-12-24T05:30:00Z");
const assistant = actorOf(GORGAN, "assistant");
const representative = actorOf(GOLESTAN, "representative");

beforeAll(() => plantPlaces());

const heldIn = (actor: typeof assistant, channel: "sms" | "email" = "sms") =>
  within(actor, (db) => quietHoursOfPlace(db, actor.place, channel, "2026-12-24"));
const to = (until: string, revision: number, more = {}) => ({
  channel: "sms" as const,
  from: "20:30",
  to: until,
  onClosedDays: "waits" as const,
  revision,
  ...more,
});

test("what a province says holds in its counties that say nothing, on that channel alone; a county's own word goes first", async () => {
  expect(await heldIn(assistant)).toMatchObject({ from: "21:00", to: "08:00", setIn: NATION, revision: 1 });
  await changeQuietHours(representative, to("07:00", 1), now);
  expect(await heldIn(assistant)).toMatchObject({ from: "20:30", to: "07:00", setIn: GOLESTAN, revision: 1 });
  expect(await heldIn(assistant, "email")).toMatchObject({ from: "21:00", setIn: NATION });
  await changeQuietHours(assistant, to("06:00", 1, { onClosedDays: "goes" }), now);
  expect(await heldIn(assistant)).toMatchObject({
    to: "06:00",
    onClosedDays: false,
    setIn: GORGAN,
    revision: 2,
  });
  expect(await heldIn(actorOf(AQQALA, "assistant"))).toMatchObject({ to: "07:00", setIn: GOLESTAN });
  await changeQuietHours(assistant, to("06:30", 2), now);
  expect(await heldIn(assistant)).toMatchObject({ to: "06:30", revision: 3 });
});

test("a place that takes its own hours back follows the nearest level above, on that channel alone, and can say its own again", async () => {
  const { revision } = await heldIn(assistant);
  const above = await heldIn(actorOf(AQQALA, "assistant"));
  await changeQuietHours(assistant, to("06:15", 1, { channel: "email" }), now);
  const asked = { channel: "sms" as const, revision };
  await expect(followHoursAbove(actorOf(GORGAN, "expert"), asked, now)).rejects.toMatchObject({
    kind: "forbidden",
  });
  await followHoursAbove(assistant, asked, now);
  expect(await heldIn(assistant)).toMatchObject({
    to: above.to,
    setIn: above.setIn,
    revision: revision + 1,
  });
  expect(await heldIn(assistant, "email")).toMatchObject({ to: "06:15", setIn: GORGAN });
  // Twice is too late: there is nothing of its own any more.
  await expect(followHoursAbove(assistant, { ...asked, revision: revision + 1 }, now)).rejects.toMatchObject({
    kind: "conflict",
    code: "notifications.quiet.changed",
  });
  // A province that takes its own back lets the nation's hold for both.
  const province = await heldIn(representative);
  await followHoursAbove(representative, { channel: "sms", revision: province.revision }, now);
  for (const actor of [assistant, representative])
    expect(await heldIn(actor)).toMatchObject({ from: "21:00", to: "08:00", setIn: NATION });
  const nation = actorOf(NATION, "national-officer");
  const ofNation = await heldIn(nation);
  await expect(
    followHoursAbove(nation, { channel: "sms", revision: ofNation.revision }, now),
  ).rejects.toMatchObject({ kind: "conflict" });
  await changeQuietHours(assistant, to("06:45", revision + 1), now);
  expect(await heldIn(assistant)).toMatchObject({ to: "06:45", setIn: GORGAN });
});

test("whoever does not keep the place's calendar changes nothing", async () => {
  const before = await heldIn(actorOf(AQQALA, "assistant"));
  for (const actor of [
    actorOf(AQQALA, "expert"),
    actorOf(AQQALA, "governor"),
    actorOf(GOLESTAN, "provincial-expert"),
  ])
    await expect(changeQuietHours(actor, to("05:00", 1), now)).rejects.toMatchObject({ kind: "forbidden" });
  expect(await heldIn(actorOf(AQQALA, "assistant"))).toEqual(before);
});

test("a day keeps four hours in which something goes out, however the hours are written", () => {
  const read = (from: string, until: string) =>
    ChangeQuietHours.safeParse({ ...to(until, 1), from, revision: "1" });
  expect(read("۲۱", "۸:۳۰").data).toMatchObject({ from: "21:00", to: "08:30" });
  expect(read("10:00", "10:00").success).toBe(true);
  expect(read("10:00", "06:00").success).toBe(true);
  expect(read("10:00", "06:01").error?.issues[0]).toMatchObject({
    message: "notifications.quiet.too-long",
    path: ["to"],
  });
});
