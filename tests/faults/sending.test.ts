import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { systemActor } from "~/actor.server";
import { InviteesAdded } from "~/areas/meetings/events";
import { queueMessages, type ToSay } from "~/areas/notifications/door.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, GORGAN } from "../factories/actors";
import { asOwner } from "../factories/offices";
import { plantPlaces } from "../factories/posts";
import { Records } from "../factories/records";
import { ownerRows } from "../setup/owner";
import { startMailServer } from "../stand-ins/mail-server";
import { startSmsGateway, type SmsGateway } from "../stand-ins/sms-gateway";
import { engines, killedWorkers } from "./killed-workers";

/** A Saturday morning on which offices of Golestan work. */
const CLOCK = "1405/10/05";
const NOW = new Date("2026-12-26T05:30:00Z");
const INVITEES = 450;

const start = killedWorkers();
const assistant = actorOf(GORGAN, "assistant");
let gateway: SmsGateway;
let mail: Awaited<ReturnType<typeof startMailServer>>;
let records: Records;
beforeAll(async () => {
  await plantPlaces();
  gateway = await startSmsGateway();
  mail = await startMailServer();
  records = await Records.open();
}, 60_000);
afterAll(async () => {
  await gateway.close();
  await mail.close();
  await records.close();
});
beforeEach(async () => {
  await ownerRows("delete from job");
  await ownerRows("delete from outbox_event");
  gateway.forget();
  mail.letters.length = 0;
});

let serial = 0;
const saying = (receiver: ToSay["receiver"]): ToSay => ({
  receiver,
  kind: "meeting-invited",
  params: { nameFa: "گرگان", nameEn: "Gorgan", title: "آب", day: "2026-12-28", time: "10:00", venue: "" },
  href: "/meetings/1",
});
async function queue(receiver: ToSay["receiver"]): Promise<string> {
  const [id] = await within(assistant, (db) => queueMessages(db, assistant, [saying(receiver)], NOW));
  if (!id) throw new Error("nothing was put down");
  return id;
}
const becomes = (id: string, expected: object) =>
  vi.waitFor(
    async () => {
      const [row] = await ownerRows("select state, why from message where id = $1", [id]);
      expect(row).toMatchObject(expected);
    },
    { timeout: 60_000, interval: 100 },
  );
/** The time is over for which a message is its worker's. */
const claimsAreOver = () =>
  ownerRows("update message set claimed_until = now() - interval '1 second' where state = 'sending'");
const count = async (sql: string, values: unknown[] = []) =>
  (await ownerRows<{ n: number }>(`select count(*)::int as n from ${sql}`, values))[0]?.n;

describe.each(engines)("on the %s queue, a worker that is killed", (_name, engine) => {
  let QUEUE_NAME: string;
  beforeEach(() => {
    QUEUE_NAME = `m${uuidv7()}`;
  });
  const worker = (env: Record<string, string> = {}) =>
    start({
      ...engine(),
      QUEUE_NAME,
      CLOCK,
      SMS_GATEWAY_URL: gateway.url,
      SMS_GATEWAY_KEY: "key",
      SMTP_URL: mail.url,
      MAIL_FROM: "Peyvand <no-reply@peyvand.test>",
      ...env,
    });
  const aGuest = () => {
    serial += 1;
    return { kind: "guest" as const, name: "مهمان", mobile: `+98911${3_000_000 + serial}` };
  };

  test.each([
    ["when the gateway has it, asks before it sends", "held", ["send", "statuslocalmessageid"]],
    ["before the gateway has it, sends it once", "stuck", ["send", "statuslocalmessageid", "send"]],
  ] as const)(
    "%s",
    async (_case, mood, calls) => {
      gateway.behave(mood);
      const id = await queue(aGuest());
      const first = worker();
      await vi.waitFor(() => expect(gateway.calls).toEqual(["send"]), { timeout: 60_000, interval: 20 });
      await first.kill();
      await becomes(id, { state: "sending" });
      await claimsAreOver();
      const second = worker();
      await becomes(id, { state: "accepted" });
      await second.kill();
      // What became of an accepted message may be asked before the worker ends.
      expect(gateway.calls.filter((call) => call !== "status")).toEqual(calls);
      expect(gateway.kept).toHaveLength(1);
    },
    120_000,
  );

  test("with a letter on its way leaves it to a person, who sees that it may have arrived", async () => {
    mail.behave("held");
    const id = await queue({ kind: "guest", name: "مهمان", email: `${uuidv7()}@example.ir` });
    const first = worker();
    await vi.waitFor(() => expect(mail.letters).toHaveLength(1), { timeout: 60_000, interval: 20 });
    await first.kill();
    await claimsAreOver();
    const second = worker();
    await becomes(id, { state: "dead", why: "may-have-arrived" });
    await second.kill();
    expect(mail.letters).toHaveLength(1);
  }, 120_000);

  test("in the middle of telling invitees and of sending to them has each of them told once", async () => {
    const meetingId = await records.meeting("thematic", "2026-12-28", {
      state: "announced",
      starts_at: "10:00",
      ends_at: "11:00",
    });
    await records.query(
      `insert into meeting_invitation (division_id, id, meeting_id, number, kind, participants, name, mobile, created_by_key)
       select $1, gen_random_uuid(), $2, n, 'guest', 'people', 'مهمان ' || n, '+98912' || (4000000 + n), 'test'
       from generate_series(1, $3::int) n`,
      [GORGAN, meetingId, INVITEES],
    );
    const told = () => count("message where about = $1", [`meeting:${meetingId}`]);
    const system = await systemActor(GORGAN);
    const say = () => within(system, (db) => emit(db, system, InviteesAdded, { meetingId }));

    // The first stands still in its second batch: somebody else holds an invitation of it.
    await asOwner(async (holder) => {
      const holding = (await holder.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]?.pid;
      await holder.query("begin");
      await holder.query("select from meeting_invitation where meeting_id = $1 and number = 250 for update", [
        meetingId,
      ]);
      await say();
      const first = worker({ SMS_GATEWAY_KEY: "" });
      await vi.waitFor(
        async () =>
          // Others of this server wait for one another as well: of interest is who waits for the holder.
          expect(
            await count("pg_stat_activity where $1 = any(pg_blocking_pids(pid))", [holding]),
          ).toBeGreaterThan(0),
        { timeout: 60_000, interval: 50 },
      );
      await first.kill();
      await holder.query("rollback");
    });
    expect(await told()).toBe(200);

    // The second tells the rest, and is killed while it sends; what it was about to hand over stays with it for a while.
    await say();
    const second = worker();
    await vi.waitFor(() => expect(gateway.kept.length).toBeGreaterThan(60), { timeout: 60_000, interval: 5 });
    await second.kill();
    await claimsAreOver();
    const third = worker();
    await vi.waitFor(
      async () => {
        expect(await told()).toBe(INVITEES);
        expect(
          await count("message where about = $1 and state <> 'accepted'", [`meeting:${meetingId}`]),
        ).toBe(0);
      },
      { timeout: 120_000, interval: 200 },
    );
    await third.kill();
    const receptors = gateway.kept.map(({ receptor }) => receptor);
    expect(receptors).toHaveLength(INVITEES);
    expect(new Set(receptors).size).toBe(INVITEES);
    expect(await count("meeting_invitation where meeting_id = $1 and sent_at is null", [meetingId])).toBe(0);
  }, 300_000);
});
