import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actorOf, AQQALA, GORGAN } from "../../../../tests/factories/actors";
import { aPerson } from "../../../../tests/factories/network";
import { plantPlaces } from "../../../../tests/factories/posts";
import { ownerRows } from "../../../../tests/setup/owner";
import { startMailServer } from "../../../../tests/stand-ins/mail-server";
import { startSmsGateway, type Mood, type SmsGateway } from "../../../../tests/stand-ins/sms-gateway";
import { systemActor } from "~/actor.server";
import { registerPerson } from "~/areas/network/commands/register-person.server";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { forgetEnv } from "~/kernel/env.server";
import { relayActor } from "~/kernel/queue-embedded.server";
import { uuidv7 } from "~/lib/identifiers";
import { queueMessages, withdrawMessages, type ToSay } from "../door.server";
import { placesWithForgotten, takeUpForgotten } from "./take-up-forgotten.server";
import { sendMessage, StillSending } from "./send-message.server";

/** A Tuesday at eleven in Tehran; the day after is a holiday. */
const NOW = new Date("2026-12-22T07:30:00Z");
/** Saturday at eight: behind the holiday, Golestan's offices are closed on Thursday and Friday. */
const OPEN_AGAIN = new Date("2026-12-26T04:30:00Z");
const minutes = (count: number, from = NOW) => new Date(from.getTime() + count * 60_000);

let gateway: SmsGateway;
let mail: Awaited<ReturnType<typeof startMailServer>>;
let system: PlacedActor;
const assistant = actorOf(GORGAN, "assistant");
const SET = ["SMS_GATEWAY_URL", "SMS_GATEWAY_KEY", "SMTP_URL", "MAIL_FROM"] as const;
const before = Object.fromEntries(SET.map((name) => [name, process.env[name]]));

const settings = (given: Partial<Record<(typeof SET)[number], string>>) => {
  for (const name of SET) {
    if (given[name] === undefined) delete process.env[name];
    else process.env[name] = given[name];
  }
  forgetEnv();
};
const on = () =>
  settings({
    SMS_GATEWAY_URL: gateway.url,
    SMS_GATEWAY_KEY: "key",
    SMTP_URL: mail.url,
    MAIL_FROM: "Peyvand <no-reply@peyvand.test>",
  });

beforeAll(async () => {
  await plantPlaces();
  gateway = await startSmsGateway();
  mail = await startMailServer();
  system = await systemActor(GORGAN);
});
afterAll(async () => {
  settings(before);
  await gateway.close();
  await mail.close();
});
beforeEach(() => {
  gateway.forget();
  mail.letters.length = 0;
  on();
});

let serial = 0;
const aNumber = () => `+98911${String(2_000_000 + (serial += 1))}`;

const saying = (more: Partial<ToSay> = {}): ToSay => ({
  receiver: { kind: "guest", name: "مهمان", mobile: aNumber() },
  kind: "meeting-invited",
  params: {
    nameFa: "گرگان",
    nameEn: "Gorgan",
    title: "آب روستاها",
    day: "2026-12-24",
    time: "10:00",
    venue: "فرمانداری",
  },
  href: "/meetings/1",
  ...more,
});

const queue = async (...list: ToSay[]) => within(assistant, (db) => queueMessages(db, assistant, list, NOW));
async function queueOne(more: Partial<ToSay> = {}): Promise<string> {
  const [id] = await queue(saying(more));
  if (!id) throw new Error("nothing was put down");
  return id;
}
type Row = { state: string; why: string | null; due_at: Date; attempts: number; remote_id: string | null };
async function stateOf(id: string): Promise<Row> {
  const [row] = await ownerRows<Row>(
    "select state, why, due_at, attempts, remote_id from message where id = $1",
    [id],
  );
  if (!row) throw new Error("no such message");
  return row;
}
/** As a worker does, again and again, whenever the message is due; ends when nothing is to be done. */
async function work(id: string, upTo = 12) {
  let now = NOW;
  for (let round = 0; round < upTo; round += 1) {
    const { state, due_at: due } = await stateOf(id);
    if (!["queued", "unsure", "sending"].includes(state)) return;
    if (due > now) now = new Date(due.getTime() + 1000);
    await sendMessage(system, id, now);
  }
}
/** The row as a worker leaves it that is killed behind the sending and before it could write down what came of it. */
const killedBehindSending = (id: string) =>
  ownerRows(
    `update message set state = 'sending', why = null, remote_id = null, may_have_gone = false,
      claimed_until = now() - interval '1 second' where id = $1`,
    [id],
  );

describe("one SMS", () => {
  test("goes out with its link, under an id of ours, and is accepted", async () => {
    const id = await queueOne();
    await sendMessage(system, id, NOW);
    expect(await stateOf(id)).toMatchObject({
      state: "accepted",
      remote_id: String(gateway.kept[0]?.messageid),
    });
    expect(gateway.kept).toHaveLength(1);
    expect(gateway.kept[0]?.message).toContain("آب روستاها");
    expect(gateway.kept[0]?.message).toContain(`/${GORGAN}/meetings/1`);
    expect(gateway.kept[0]?.localid).toMatch(/^\d{10,19}$/);
  });

  test("whose answer was lost is asked after and not sent again", async () => {
    const id = await queueOne();
    gateway.behave("lost");
    await sendMessage(system, id, NOW);
    expect(await stateOf(id)).toMatchObject({ state: "unsure", why: "no-answer" });
    await work(id);
    expect(await stateOf(id)).toMatchObject({ state: "accepted" });
    expect(gateway.kept).toHaveLength(1);
    expect(gateway.calls).toEqual(["send", "statuslocalmessageid"]);
  });

  test("that never arrived at the gateway is sent after it said so", async () => {
    const id = await queueOne();
    gateway.behave("deaf");
    await work(id);
    expect(gateway.calls).toEqual(["send", "statuslocalmessageid", "send"]);
    expect(gateway.kept).toHaveLength(1);
  });

  test("waits as long as a busy gateway says", async () => {
    const id = await queueOne();
    gateway.behave("busy");
    await sendMessage(system, id, NOW);
    expect(await stateOf(id)).toMatchObject({ state: "queued", why: "gateway-busy" });
    expect((await stateOf(id)).due_at).toEqual(new Date(NOW.getTime() + 90_000));
    await sendMessage(system, id, minutes(1));
    expect(gateway.calls).toEqual(["send"]);
    await work(id);
    expect(gateway.kept).toHaveLength(1);
  });

  test("of a worker that was killed behind the sending is asked after first", async () => {
    const id = await queueOne();
    await sendMessage(system, id, NOW);
    await killedBehindSending(id);
    await sendMessage(system, id, NOW);
    expect(gateway.kept).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: "accepted" });
  });

  test("whose job is lost is looked for, in its place alone, and goes out once", async () => {
    const [sending, waiting] = [await queueOne(), await queueOne()];
    await sendMessage(system, sending, NOW);
    await killedBehindSending(sending);
    await ownerRows("update message set due_at = created_at where id = $1", [sending]);
    await ownerRows("delete from outbox_event");
    const later = minutes(30);
    const places = await within(relayActor, (db) => placesWithForgotten(db, later), { readOnly: true });
    expect(places).toEqual([GORGAN]);
    expect(await within(relayActor, (db) => placesWithForgotten(db, minutes(5)), { readOnly: true })).toEqual(
      [],
    );
    expect(await within(assistant, (db) => placesWithForgotten(db, later))).toEqual([]);
    const open = await ownerRows(
      "select from message where state in ('queued', 'sending', 'unsure') and due_at < $1",
      [minutes(15)],
    );
    expect(await takeUpForgotten(await systemActor(AQQALA), later)).toBe(0);
    expect(await takeUpForgotten(system, later)).toBe(open.length);
    // Once in an hour: what waits behind others is not asked for again and again.
    expect(await takeUpForgotten(system, later)).toBe(0);
    const asked = await ownerRows<{ id: string }>(
      "select payload->>'messageId' as id from outbox_event where type = 'MessageDue' and relayed_at is null",
    );
    expect(asked.map(({ id }) => id)).toEqual(expect.arrayContaining([sending, waiting]));
    for (const id of [sending, waiting]) await sendMessage(system, id, later);
    expect(await stateOf(sending)).toMatchObject({ state: "accepted" });
    expect(await stateOf(waiting)).toMatchObject({ state: "accepted" });
    expect(gateway.kept).toHaveLength(2);
  });

  test("that is called off while a worker holds it is not sent again", async () => {
    const id = await queueOne({ about: "meeting:9" });
    gateway.behave("busy");
    await ownerRows(
      "update message set state = 'sending', claimed_until = now() - interval '1 second' where id = $1",
      [id],
    );
    expect(await within(assistant, (db) => withdrawMessages(db, assistant, "meeting:9", NOW))).toBe(0);
    gateway.behave();
    await sendMessage(system, id, minutes(1));
    expect(await stateOf(id)).toMatchObject({ state: "withheld", why: "too-late" });
    expect(gateway.kept).toEqual([]);
  });

  test("is in one worker's hands at a time", async () => {
    const id = await queueOne();
    await ownerRows(
      "update message set state = 'sending', claimed_until = now() + interval '1 minute' where id = $1",
      [id],
    );
    await expect(sendMessage(system, id, NOW)).rejects.toBeInstanceOf(StillSending);
    expect(gateway.calls).toEqual([]);
  });

  test("that two workers take up at once goes out once", async () => {
    const id = await queueOne();
    const both = await Promise.allSettled([sendMessage(system, id, NOW), sendMessage(system, id, NOW)]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(gateway.kept).toHaveLength(1);
  });

  test("of which the gateway remembers nothing any more is left to a person", async () => {
    const id = await queueOne();
    gateway.behave("deaf");
    await sendMessage(system, id, NOW);
    await ownerRows("update message set first_tried_at = now() - interval '13 hours' where id = $1", [id]);
    await work(id);
    expect(await stateOf(id)).toMatchObject({ state: "dead", why: "may-have-arrived" });
    expect(gateway.kept).toHaveLength(0);
  });

  test("to a wrong number ends, and nothing more is sent there", async () => {
    const mobile = aNumber();
    const receiver = { kind: "guest" as const, name: "مهمان", mobile };
    const id = await queueOne({ receiver });
    gateway.behave("wrong-number");
    await sendMessage(system, id, NOW);
    expect(await stateOf(id)).toMatchObject({ state: "undeliverable", why: "bad-address", attempts: 1 });
    const next = await queueOne({ receiver });
    await sendMessage(system, next, NOW);
    expect(await stateOf(next)).toMatchObject({ state: "undeliverable", why: "bad-address", attempts: 0 });
    expect(gateway.calls).toEqual(["send"]);
  });

  test("without credit, and without a channel, waits where it can be seen", async () => {
    const id = await queueOne();
    gateway.behave("poor");
    await sendMessage(system, id, NOW);
    expect(await stateOf(id)).toMatchObject({ state: "queued", why: "no-credit" });
    settings({});
    const other = await queueOne();
    await sendMessage(system, other, NOW);
    expect(await stateOf(other)).toMatchObject({ state: "queued", why: "channel-off", attempts: 0 });
    on();
    await work(other);
    expect(await stateOf(other)).toMatchObject({ state: "accepted" });
  });

  test("that is refused again and again is given up for a person to look at", async () => {
    const id = await queueOne();
    gateway.behave(...Array<Mood>(20).fill("busy"));
    await work(id, 20);
    expect(await stateOf(id)).toMatchObject({ state: "dead", why: "gateway-busy", attempts: 8 });
  });
});

const FAULTS = ["well", "lost", "deaf", "busy", "broken", "broken-late", "poor"] as const satisfies Mood[];

test("whatever goes wrong on the way, and wherever a worker dies, everybody gets exactly one", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ mood: fc.constantFrom(...FAULTS), dies: fc.boolean() }), { maxLength: 6 }),
      async (faults) => {
        gateway.forget();
        const mobile = aNumber();
        const id = await queueOne({ receiver: { kind: "guest", name: "مهمان", mobile } });
        let now = NOW;
        for (const { mood, dies } of faults) {
          const { state, due_at: due } = await stateOf(id);
          if (!["queued", "unsure", "sending"].includes(state)) break;
          if (due > now) now = new Date(due.getTime() + 1000);
          gateway.behave(mood);
          const [{ may_have_gone: mayHave } = { may_have_gone: false }] = await ownerRows<{
            may_have_gone: boolean;
          }>("select may_have_gone from message where id = $1", [id]);
          const tried = (await stateOf(id)).attempts;
          await sendMessage(system, id, now);
          if (dies && (await stateOf(id)).attempts > tried)
            await ownerRows(
              `update message set state = 'sending', why = null, remote_id = null, may_have_gone = $2,
                claimed_until = now() - interval '1 second' where id = $1`,
              [id, mayHave],
            );
        }
        gateway.behave();
        await work(id);
        expect(gateway.kept.map(({ receptor }) => receptor)).toEqual([mobile.replace("+98", "0")]);
        expect(await stateOf(id)).toMatchObject({ state: "accepted" });
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

describe("what holds a message back", () => {
  const aMember = async (more: string) => {
    const { id } = await registerPerson(assistant, aPerson({ mobile: aNumber() }));
    if (more) await ownerRows(more, [id]);
    return { kind: "person" as const, personId: id };
  };

  test.each([
    ["wishes no contact", "update person set no_contact = true where id = $1", "withheld", "do-not-contact"],
    [
      "bars SMS",
      `insert into person_way (division_id, person_id, way, barred_on) values (${GORGAN}, $1, 'sms', '2026-01-01')`,
      "withheld",
      "barred",
    ],
    ["left", "update person set state = 'archived' where id = $1", "withheld", "receiver-gone"],
    ["has no number", "update person set mobile = null where id = $1", "withheld", "no-address"],
  ])("somebody who %s gets none", async (_, sql, state, why) => {
    const id = await queueOne({ receiver: await aMember(sql) });
    await sendMessage(system, id, NOW);
    expect(await stateOf(id)).toMatchObject({ state, why });
    expect(gateway.calls).toEqual([]);
  });

  test("quiet hours and closed days hold back what is not urgent, and nothing else", async () => {
    const night = new Date("2026-12-22T19:00:00Z");
    const [plain, urgent] = [await queueOne(), await queueOne({ urgency: "urgent" })];
    await sendMessage(system, plain, night);
    await sendMessage(system, urgent, night);
    expect(await stateOf(plain)).toMatchObject({ state: "queued", why: "quiet", due_at: OPEN_AGAIN });
    expect(await stateOf(urgent)).toMatchObject({ state: "accepted" });
  });

  test("what is said twice under one name is said once, and what is called off is not said", async () => {
    const receiver = { kind: "guest" as const, name: "مهمان", mobile: aNumber() };
    const said = saying({ receiver, once: "moved:1", about: "meeting:1" });
    expect(await queue(said)).toHaveLength(1);
    expect(await queue(said)).toHaveLength(0);
    const id = await queueOne({ about: "meeting:2", dueAt: minutes(60) });
    expect(await within(assistant, (db) => withdrawMessages(db, assistant, "meeting:2", NOW))).toBe(1);
    await sendMessage(system, id, minutes(61));
    expect(await stateOf(id)).toMatchObject({ state: "withheld", why: "called-off" });
    expect(gateway.calls).toEqual([]);
  });

  test("an invitation whose time is over is not sent any more", async () => {
    const id = await queueOne({ until: minutes(30) });
    await sendMessage(system, id, minutes(31));
    expect(await stateOf(id)).toMatchObject({ state: "withheld", why: "too-late" });
  });
});

describe("one e-mail", () => {
  const letter = () =>
    queueOne({ receiver: { kind: "guest", name: "مهمان", email: `${uuidv7()}@example.ir` } });

  test("goes out under an id of its own", async () => {
    const id = await letter();
    await sendMessage(system, id, NOW);
    expect(await stateOf(id)).toMatchObject({ state: "accepted", remote_id: null });
    expect(mail.letters).toHaveLength(1);
    expect(mail.letters[0]?.source).toMatch(new RegExp(`Message-ID:\\s+<${id}\\.`));
  });

  test("that may have gone is not sent a second time by itself", async () => {
    const id = await letter();
    mail.behave("lost");
    await work(id);
    expect(await stateOf(id)).toMatchObject({ state: "dead", why: "may-have-arrived" });
    expect(mail.letters).toHaveLength(1);
  });

  test.each([
    ["deaf", "queued", "gateway-away"],
    ["busy", "queued", "gateway-busy"],
  ] as const)("that a server which is %s did not take goes out later, once", async (mood, state, why) => {
    const id = await letter();
    mail.behave(mood);
    await sendMessage(system, id, NOW);
    expect(await stateOf(id)).toMatchObject({ state, why });
    await work(id);
    expect(await stateOf(id)).toMatchObject({ state: "accepted" });
    expect(mail.letters).toHaveLength(1);
  });

  test("to an address that is none ends", async () => {
    const id = await letter();
    mail.behave("wrong-address");
    await sendMessage(system, id, NOW);
    expect(await stateOf(id)).toMatchObject({ state: "undeliverable", why: "bad-address" });
  });
});

test("a neighbour neither sees nor sends what is put down in a place", async () => {
  const id = await queueOne();
  const neighbour = actorOf(AQQALA, "assistant");
  expect(await within(neighbour, (db) => db.message.count())).toBe(0);
  await sendMessage(await systemActor(AQQALA), id, NOW);
  expect(await stateOf(id)).toMatchObject({ state: "queued" });
  await expect(sendMessage(assistant, id, NOW)).rejects.toMatchObject({ kind: "forbidden" });
});
