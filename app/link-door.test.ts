import { beforeAll, expect, test } from "vitest";
import { actorOf, AQQALA, GORGAN } from "../tests/factories/actors";
import { plantPlaces } from "../tests/factories/posts";
import { ownerRows } from "../tests/setup/owner";
import {
  newRecordToken,
  revokeRecordLinks,
  storeRecordLink,
  useRecordLink,
} from "~/areas/identity/door.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { openRecordLink } from "./link-door.server";

const assistant = actorOf(GORGAN, "assistant");
const neighbour = actorOf(AQQALA, "assistant");
const now = new Date();
const soon = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

beforeAll(plantPlaces);

async function aLink(more: { receiver?: string; hours?: number; recordId?: string } = {}) {
  const made = await newRecordToken();
  const { receiver = "guest:+989110000000", hours = 1, recordId = uuidv7() } = more;
  await within(assistant, (db) =>
    storeRecordLink(db, assistant, made, {
      purpose: "meeting-invitation",
      recordId,
      receiver,
      expiresAt: soon(hours),
      now,
    }),
  );
  return { token: made.token, recordId };
}

test("a link opens its record for its receiver and purpose, and its token is kept nowhere", async () => {
  const { token, recordId } = await aLink();
  expect(await openRecordLink(token, "meeting-invitation")).toMatchObject({
    divisionId: GORGAN,
    recordId,
    receiver: "guest:+989110000000",
    usedAt: null,
  });
  expect(await openRecordLink(token, "set-password")).toBeNull();
  expect(await openRecordLink(`${token.slice(0, -1)}_`, "meeting-invitation")).toBeNull();
  expect(await openRecordLink("short", "meeting-invitation")).toBeNull();
  expect(await ownerRows("select from personal_link where token_hash = $1", [token])).toEqual([]);
});

test("it ends with its time, and when it is taken back", async () => {
  expect(await openRecordLink((await aLink({ hours: -1 })).token, "meeting-invitation")).toBeNull();
  const { token, recordId } = await aLink();
  const other = await aLink({ recordId, receiver: "person:1" });
  const of = { purpose: "meeting-invitation", recordId, receiver: "guest:+989110000000" };
  expect(await within(neighbour, (db) => revokeRecordLinks(db, GORGAN, of, now))).toBe(0);
  expect(await within(assistant, (db) => revokeRecordLinks(db, GORGAN, of, now))).toBe(1);
  expect(await openRecordLink(token, "meeting-invitation")).toBeNull();
  expect(await openRecordLink(other.token, "meeting-invitation")).not.toBeNull();
});

test("looking uses nothing up, and using it is noted once", async () => {
  const { token } = await aLink();
  const link = await openRecordLink(token, "meeting-invitation");
  if (!link) throw new Error("it opens nothing");
  expect(await within(neighbour, (db) => useRecordLink(db, GORGAN, link.id, now))).toBe(false);
  expect(await within(assistant, (db) => useRecordLink(db, GORGAN, link.id, now))).toBe(true);
  expect(await within(assistant, (db) => useRecordLink(db, GORGAN, link.id, now))).toBe(false);
  expect(await openRecordLink(token, "meeting-invitation")).toMatchObject({ recordId: link.recordId });
});
