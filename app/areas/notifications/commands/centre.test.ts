import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actorOf, AQQALA, GORGAN } from "../../../../tests/factories/actors";
import { plantPlaces } from "../../../../tests/factories/posts";
import { ownerRows } from "../../../../tests/setup/owner";
import { startSmsGateway, type SmsGateway } from "../../../../tests/stand-ins/sms-gateway";
import { systemActor } from "~/actor.server";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { forgetEnv } from "~/kernel/env.server";
import { uuidv7 } from "~/lib/identifiers";
import { getMessage, listMessages } from "../centre.server";
import { queueMessages } from "../door.server";
import { findReceipt } from "../receipts.server";
import { SettleWishes } from "../schema";
import { getWishes } from "../wishes.server";
import { registerPerson } from "~/areas/network/commands/register-person.server";
import { aPerson } from "../../../../tests/factories/network";
import { accountsUnreached, findUnreached } from "../unreached.server";
import { carryNews } from "./carry-news.server";
import { recordDelivery } from "./record-delivery.server";
import { sendAllAgain } from "./send-all-again.server";
import { sendAgain } from "./send-again.server";
import { sendMessage } from "./send-message.server";
import { settleWishes } from "./settle-wishes.server";

/** A Tuesday at eleven in Tehran; the day after is a holiday, and then the weekend. */
const NOW = new Date("2026-12-22T07:30:00Z");
const SATURDAY = new Date("2026-12-26T04:30:00Z");
const assistant = actorOf(GORGAN, "assistant");

let gateway: SmsGateway;
let system: PlacedActor;
const SET = ["SMS_GATEWAY_URL", "SMS_GATEWAY_KEY"] as const;
const before = Object.fromEntries(SET.map((name) => [name, process.env[name]]));

beforeAll(async () => {
  await plantPlaces();
  gateway = await startSmsGateway();
  system = await systemActor(GORGAN);
  process.env.SMS_GATEWAY_URL = gateway.url;
  process.env.SMS_GATEWAY_KEY = "key";
  forgetEnv();
});
afterAll(async () => {
  for (const name of SET) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  forgetEnv();
  await gateway.close();
});
beforeEach(() => gateway.forget());

let serial = 0;
const aNumber = () => `+98912${String(3_000_000 + (serial += 1))}`;

async function aMessage(
  more: { ownText?: string; mobile?: string; personId?: string } = {},
): Promise<string> {
  const { mobile = aNumber(), personId, ...words } = more;
  const [id] = await within(assistant, (db) =>
    queueMessages(
      db,
      assistant,
      [
        {
          receiver: personId ? { kind: "person", personId } : { kind: "guest", name: "مهمان", mobile },
          kind: "meeting-invited",
          params: {
            nameFa: "گرگان",
            nameEn: "Gorgan",
            title: "آب",
            day: "2026-12-24",
            time: "10:00",
            venue: "تالار",
          },
          href: "/meetings/1",
          ...words,
        },
      ],
      NOW,
    ),
  );
  if (!id) throw new Error("nothing was put down");
  return id;
}
const seen = (id: string) => within(assistant, (db) => getMessage(db, GORGAN, id));

describe("a message that did not arrive", () => {
  test("goes to the right number once somebody has mended it, and the wrong one stays known", async () => {
    const id = await aMessage();
    gateway.behave("wrong-number");
    await sendMessage(system, id, NOW);
    expect(await seen(id)).toMatchObject({ state: "undeliverable", why: "bad-address", isBadAddress: true });
    const right = aNumber();
    await sendAgain(assistant, id, { address: right.replace("+98", "0") }, NOW);
    await sendMessage(system, id, NOW);
    expect(gateway.kept.map(({ receptor }) => receptor)).toEqual([right.replace("+98", "0")]);
    expect(await seen(id)).toMatchObject({ state: "accepted", round: 2, isBadAddress: false });
  });

  test("to a member is seen on his page, waits for a mended number, and goes with the rest in one press", async () => {
    const wrong = aNumber();
    const { id: personId } = await registerPerson(assistant, aPerson({ mobile: wrong }));
    const to = { kind: "person", id: personId } as const;
    const unreached = (mobile: string) =>
      within(assistant, (db) => findUnreached(db, GORGAN, to, { sms: mobile }, NOW));
    expect(await unreached(wrong)).toBeNull();
    const first = await aMessage({ personId });
    gateway.behave("wrong-number");
    await sendMessage(system, first, NOW);
    const second = await aMessage({ personId });
    await sendMessage(system, second, NOW);
    // The second was not tried: nothing goes where nothing arrives.
    expect(gateway.calls).toEqual(["send"]);
    expect(await unreached(wrong)).toMatchObject({ bad: [{ channel: "sms", why: "bad-address" }], again: 2 });
    const tooLate = await aMessage({ personId });
    await ownerRows("update message set state = 'failed', until = $2 where id = $1", [tooLate, NOW]);
    const mayHaveCome = await aMessage({ personId });
    await ownerRows(
      "update message set state = 'dead', why = 'may-have-arrived', may_have_gone = true where id = $1",
      [mayHaveCome],
    );

    const right = aNumber();
    await ownerRows("update person set mobile = $2 where id = $1", [personId, right]);
    expect(await unreached(right)).toMatchObject({ bad: [], again: 2 });
    await expect(sendAllAgain(actorOf(GORGAN, "governor"), to, NOW)).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect(await sendAllAgain(actorOf(AQQALA, "assistant"), to, NOW)).toEqual({ count: 0 });
    expect(await sendAllAgain(assistant, to, NOW)).toEqual({ count: 2 });
    expect(await sendAllAgain(assistant, to, NOW)).toEqual({ count: 0 });
    for (const id of [first, second]) await sendMessage(system, id, NOW);
    expect(gateway.kept.map(({ receptor }) => receptor)).toEqual(Array(2).fill(right.replace("+98", "0")));
    expect(await unreached(right)).toBeNull();
    // The wrong number stays known until somebody says that it is right.
    expect((await unreached(wrong))?.bad).toHaveLength(1);
    await ownerRows("update person set mobile = $2 where id = $1", [personId, wrong]);
    await sendAllAgain(assistant, to, NOW);
    expect(await unreached(wrong)).toBeNull();
  });

  test("of a whole place goes again in one press, but for what may have arrived", async () => {
    const [dead, open] = [await aMessage(), await aMessage()];
    await ownerRows("update message set state = 'dead', why = 'gateway-busy', attempts = 8 where id = $1", [
      dead,
    ]);
    const { count } = await sendAllAgain(assistant, null, NOW);
    expect(count).toBeGreaterThan(0);
    expect(await seen(dead)).toMatchObject({ state: "queued", attempts: 0, round: 2 });
    expect(await seen(open)).toMatchObject({ state: "queued", round: 1 });
    const held = await ownerRows("select from message where state = 'dead' and may_have_gone");
    expect(held.length).toBeGreaterThan(0);
  });

  test("to an officer's account is seen where his office's officers stand, until one arrives", async () => {
    const accountId = uuidv7();
    const say = (state: string, at: string) =>
      ownerRows(
        `insert into message (division_id, id, channel, kind, urgency, receiver, account_id, state, due_at, until, created_at,
           created_by_key, created_by_name)
         values ($1, gen_random_uuid(), 'sms', 'officer-link', 'urgent', 'account', $2, $3, $4, $4, $4, 'test', 'test')`,
        [GORGAN, accountId, state, at],
      );
    const found = () => within(assistant, (db) => accountsUnreached(db, GORGAN, [accountId, uuidv7()]));
    await say("delivered", "2026-12-01T08:00:00Z");
    expect((await found()).size).toBe(0);
    await say("undeliverable", "2026-12-02T08:00:00Z");
    expect([...(await found()).keys()]).toEqual([accountId]);
    await say("accepted", "2026-12-03T08:00:00Z");
    expect((await found()).size).toBe(0);
  });

  test("which may have gone is asked after before it is sent again by hand", async () => {
    const id = await aMessage();
    gateway.behave("lost");
    await sendMessage(system, id, NOW);
    await ownerRows("update message set state = 'dead', why = 'may-have-arrived' where id = $1", [id]);
    await sendAgain(assistant, id, {}, NOW);
    await sendMessage(system, id, NOW);
    expect(gateway.kept).toHaveLength(1);
    expect(await seen(id)).toMatchObject({ state: "accepted" });
  });

  test("is mended by a clerk of its place alone, with an address that is one, in words that fit, while it is given up", async () => {
    const id = await aMessage({ ownText: "نشست فرداست." });
    await expect(sendAgain(assistant, id, {}, NOW)).rejects.toMatchObject({ kind: "conflict" });
    await ownerRows("update message set state = 'dead', why = 'too-long' where id = $1", [id]);
    await expect(sendAgain(actorOf(GORGAN, "governor"), id, {}, NOW)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(sendAgain(actorOf(AQQALA, "assistant"), id, {}, NOW)).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(sendAgain(assistant, id, { address: "021" }, NOW)).rejects.toMatchObject({
      code: "notifications.again.address.sms",
    });
    await expect(sendAgain(assistant, id, { ownText: "بلند ".repeat(120) }, NOW)).rejects.toMatchObject({
      code: "notifications.sms.too-long",
      details: { field: "ownText" },
    });
    expect(await seen(id)).toMatchObject({ state: "dead", ownText: "نشست فرداست." });
    await sendAgain(assistant, id, { ownText: "نشست پس‌فرداست." }, NOW);
    await sendMessage(system, id, NOW);
    expect(gateway.kept[0]?.message).toContain("پس‌فرداست");
  });
});

test("the gateway's reports count whenever they come, and once", async () => {
  const id = await aMessage();
  await sendMessage(system, id, NOW);
  const remoteId = String(gateway.kept[0]?.messageid);
  expect(await findReceipt(remoteId)).toEqual({ divisionId: GORGAN, messageId: id });
  const report = (status: number) => recordDelivery(system, { messageId: id, remoteId, status }, NOW);
  expect(await report(10)).toBe(true);
  expect(await report(10)).toBe(false);
  expect(await report(4)).toBe(false);
  expect(await report(6)).toBe(false);
  expect(await seen(id)).toMatchObject({ state: "delivered" });
  expect(await findReceipt("1")).toBeNull();
  const other = await aMessage();
  await sendMessage(system, other, NOW);
  const its = String(gateway.kept[1]?.messageid);
  await recordDelivery(system, { messageId: other, remoteId: its, status: 14 }, NOW);
  expect(await seen(other)).toMatchObject({ state: "undeliverable", why: "blocked", isBadAddress: true });
  expect(await recordDelivery(system, { messageId: other, remoteId: "77", status: 10 }, NOW)).toBe(false);
});

describe("what is told on the pages", () => {
  const anAccount = async (wishes: Record<string, string>) => {
    const id = uuidv7();
    await ownerRows("insert into account (id, full_name, mobile) values ($1, 'نرگس شکیبا', $2)", [
      id,
      aNumber(),
    ]);
    await settleWishes(id, SettleWishes.parse({ digest: "daily", ...wishes }));
    return id;
  };
  const tell = async (accountId: string, ...keys: string[]) => {
    const ids = keys.map(() => uuidv7());
    for (const [index, key] of keys.entries())
      await ownerRows(
        `insert into notification (division_id, id, account_id, key, params, href, created_at)
         values ($1, $2, $3, $4, '{"title": "آب"}', '/28005/x', $5)`,
        [GORGAN, ids[index], accountId, key, NOW],
      );
    await carryNews(system, uuidv7(), ids, NOW);
    return ids;
  };
  const ofAccount = (accountId: string) =>
    ownerRows<{ id: string; kind: string; channel: string; state: string; why: string | null; due_at: Date }>(
      "select id, kind, channel, state, why, due_at from message where account_id = $1 order by kind, channel",
      [accountId],
    );

  test("goes out by itself, gathered, or not at all, as its reader wishes", async () => {
    const account = await anAccount({
      "obligations-sms": "now",
      "demands-sms": "digest",
      "reports-sms": "off",
    });
    await tell(account, "obligation-verified", "demand-answered", "demand-answered", "report-approved");
    expect(await ofAccount(account)).toMatchObject([
      { kind: "digest", channel: "sms", due_at: SATURDAY },
      { kind: "obligation-verified", channel: "sms" },
    ]);
  });

  test("is gathered without what was read or said meanwhile, and said once", async () => {
    const account = await anAccount({ "demands-sms": "digest" });
    const [first] = await tell(account, "demand-answered", "demand-judged-solved");
    await tell(account, "demand-judged-no");
    const [digest, ...others] = await ofAccount(account);
    expect(others).toEqual([]);
    await ownerRows("update notification set read_at = $2 where id = $1", [first, NOW]);
    await sendMessage(system, digest?.id ?? "", SATURDAY);
    expect(gateway.kept).toHaveLength(1);
    expect(gateway.kept[0]?.message).toContain("۲ خبر تازه");
    await tell(account, "demand-answered");
    const [next] = (await ofAccount(account)).filter(({ state }) => state === "queued");
    await ownerRows("update notification set read_at = $2 where account_id = $1", [account, NOW]);
    await sendMessage(system, next?.id ?? "", SATURDAY);
    expect((await ofAccount(account)).find(({ id }) => id === next?.id)).toMatchObject({
      state: "withheld",
      why: "nothing-left",
    });
    expect(gateway.kept).toHaveLength(1);
  });

  test("and was read before its message went is not said again", async () => {
    const account = await anAccount({ "obligations-sms": "now" });
    const [news] = await tell(account, "obligation-verified");
    await ownerRows("update notification set read_at = $2 where id = $1", [news, NOW]);
    const [message] = await ofAccount(account);
    await sendMessage(system, message?.id ?? "", NOW);
    expect(await ofAccount(account)).toMatchObject([{ state: "withheld", why: "read" }]);
  });

  test("what somebody wishes stands as he said it, and the rest as it is by itself", async () => {
    const account = await anAccount({ email: "n@example.ir", "demands-email": "now" });
    expect(await getWishes(account)).toMatchObject({
      email: "n@example.ir",
      digest: "daily",
      wishes: {
        "demands-email": "now",
        "reports-email": "digest",
        "reports-sms": "off",
        "meetings-sms": "now",
      },
    });
    expect(SettleWishes.safeParse({ digest: "daily", email: "nobody" }).success).toBe(false);
  });
});

test("the list is narrowed by state, channel and topic, page by page, and is the place's own", async () => {
  const ids = [await aMessage(), await aMessage(), await aMessage()];
  await ownerRows("update message set state = 'dead' where id = $1", [ids[1]]);
  const listed = (filter: Parameters<typeof listMessages>[2], size?: number) =>
    within(assistant, (db) => listMessages(db, GORGAN, filter, size));
  const dead = await listed({ state: "dead", topic: "meetings", channel: "sms" });
  expect(dead.rows.map(({ id }) => id)).toContain(ids[1]);
  expect(dead.rows.every(({ state }) => state === "dead")).toBe(true);
  expect((await listed({ topic: "reports", channel: "email" })).rows).toEqual([]);
  const first = await listed({}, 2);
  const second = await listed({ after: first.next ?? undefined }, 2);
  expect(first.rows).toHaveLength(2);
  expect(second.rows.map(({ id }) => id)).not.toContain(first.rows[0]?.id);
  expect(await within(actorOf(AQQALA, "assistant"), (db) => listMessages(db, GORGAN, {}))).toMatchObject({
    rows: [],
  });
});
