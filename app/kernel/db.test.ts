import { describe, expect, test } from "vitest";
import { actorOf, AQQALA, GOLESTAN, GORGAN, NATION } from "../../tests/factories/actors";
import { ownerRows } from "../../tests/setup/owner";
import { uuidv7 } from "~/lib/identifiers";
import { relayActor } from "./queue-embedded.server";
import { knownAtDoor, Prisma, submission, within, type Db } from "./db.server";
import { Units } from "./unit.server";

const addCircle =
  (divisionId: number, name = "حلقه آب") =>
  (db: Db) =>
    db.circle.create({
      data: {
        divisionId,
        id: uuidv7(),
        name,
        topic: "اجتماعی",
        formedOn: new Date("2026-09-23"),
        createdByKey: "test",
      },
    });
const circles = (db: Db) => db.circle.count();

describe("a unit of work", () => {
  test("shows a county's record to its province and nation, and not to the county beside it", async () => {
    await within(actorOf(GORGAN, "assistant"), addCircle(GORGAN));
    await expect(within(actorOf(GORGAN, "governor"), circles)).resolves.toBe(1);
    await expect(within(actorOf(GOLESTAN, "representative"), circles)).resolves.toBe(1);
    await expect(within(actorOf(NATION, "national-officer"), circles)).resolves.toBe(1);
    await expect(within(actorOf(AQQALA, "assistant"), circles)).resolves.toBe(0);
  });

  test("refuses a record in another place", async () => {
    await expect(within(actorOf(GORGAN, "assistant"), addCircle(AQQALA))).rejects.toThrow();
    await expect(within(actorOf(GOLESTAN, "representative"), addCircle(GORGAN))).rejects.toThrow();
  });

  test("leaves no scope behind for the next user of the connection", async () => {
    const assistant = actorOf(GORGAN, "assistant");
    await Promise.all(Array.from({ length: 20 }, () => within(assistant, circles)));
    await expect(within(relayActor, circles)).resolves.toBe(0);
  });

  test("takes its scope off the connection with its end, also for a statement that has none", async () => {
    const units = new Units(process.env.DATABASE_URL ?? "", 1);
    const left = `select nullif(current_setting('app.division', true), '') as division`;
    const opening = { settings: { "app.division": String(GORGAN) }, readOnly: true };
    const inside = await units.run(opening, 5_000, (unit) => unit.query({ text: left }));
    expect(inside.rows).toEqual([{ division: String(GORGAN) }]);
    expect(await units.unscoped(left)).toEqual([{ division: null }]);
    await units.end();
  });

  test("is over when it ends: what it left running writes nothing under the next one's scope", async () => {
    const kept: Db[] = [];
    const keeping = (db: Db) => Promise.resolve(kept.push(db));
    const slow = async (db: Db) => {
      await keeping(db);
      await db.$queryRaw`select pg_sleep(0.2)::text`;
    };
    await within(actorOf(GORGAN, "assistant"), keeping);
    await expect(within(actorOf(GORGAN, "assistant"), slow, { timeout: 50 })).rejects.toThrow();
    expect(kept).toHaveLength(2);
    await within(actorOf(AQQALA, "assistant"), async () => {
      for (const db of kept) {
        await expect(db.$queryRaw`select 1 as late`).rejects.toThrow("the unit of work has ended");
        await expect(db.$executeRaw`delete from circle`).rejects.toThrow("the unit of work has ended");
      }
    });
  });

  test("gives and takes the same values in written statements as in Prisma's own", async () => {
    const at = new Date("2026-12-24T20:29:59.123Z");
    const [row] = await within(actorOf(GORGAN, "assistant"), (db) =>
      db.$queryRaw<Record<string, unknown>[]>(Prisma.sql`
        select ${9007199254740993n}::bigint as whole, 2::int as count, 1.50::numeric as exact, ${at}::date as day,
          ${at}::timestamptz as instant, ${at}::timestamptz at time zone 'UTC' as clock, ${null}::text as nothing,
          ${["الف", 'ب،"پ"']}::text[] as words, ${[1, 2]}::int[] as numbers, ${[at]}::date[] = array['2026-12-24'::date] as days,
          ${{ note: "«یادداشت»" }}::jsonb as note, ${true}::boolean as yes, 3 in (${Prisma.join([1, 2])}) as listed`),
    );
    expect(row).toEqual({
      whole: 9007199254740993n,
      count: 2,
      exact: new Prisma.Decimal("1.5"),
      day: new Date("2026-12-24T00:00:00Z"),
      instant: at,
      clock: at,
      nothing: null,
      words: ["الف", 'ب،"پ"'],
      numbers: [1, 2],
      days: true,
      note: { note: "«یادداشت»" },
      yes: true,
      listed: false,
    });
  });

  test("stands in its own actor's scope, however many open at once over few connections", async () => {
    const seen = await Promise.all(
      Array.from({ length: 300 }, async (_, i) => {
        const actor = i % 10 === 0 ? relayActor : actorOf(28_001 + (i % 14), "assistant");
        const [row] = await within(
          actor,
          (db) => db.$queryRaw<{ key: string; division: string; kind: string }[]>`
            select current_setting('app.key') as key, current_setting('app.division') as division,
              current_setting('app.kind') as kind, pg_sleep(${(i % 7) / 1000})::text`,
        );
        return { of: actor, row };
      }),
    );
    for (const { of, row } of seen) {
      expect(row).toMatchObject({
        key: of.key,
        kind: of.kind,
        division: of.place ? String(of.place.id) : "",
      });
    }
  });

  test("takes no word of its actor for a statement", async () => {
    const key = "x', true); select set_config('app.kind', 'door', true); --\\";
    const [row] = await within(
      { ...relayActor, key },
      (db) => db.$queryRaw<{ key: string; kind: string }[]>`
        select current_setting('app.key') as key, current_setting('app.kind') as kind`,
    );
    expect(row).toEqual({ key, kind: "relay" });
    await expect(within({ ...relayActor, key: "a\0b" }, circles)).rejects.toThrow();
    await expect(within(relayActor, circles)).resolves.toBe(0);
  });

  test("is one transaction for written statements and Prisma's models", async () => {
    const assistant = actorOf(28_009, "assistant");
    const broken = within(assistant, async (db) => {
      const [, [row]] = await Promise.all([
        addCircle(28_009)(db),
        db.$queryRaw<{ key: string }[]>`select current_setting('app.key') as key`,
      ]);
      const [seen] = await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from circle`;
      expect({ ...row, ...seen }).toEqual({ key: assistant.key, n: 1 });
      throw new Error("broken off");
    });
    await expect(broken).rejects.toThrow("broken off");
    await expect(within(assistant, circles)).resolves.toBe(0);
  });

  test("in which a failed statement was passed over is undone, and says so", async () => {
    const assistant = actorOf(28_009, "assistant");
    const passedOver = within(assistant, async (db) => {
      await addCircle(28_009)(db);
      await db.$executeRaw`select 1 / 0`.catch(() => {});
      return "saved";
    });
    await expect(passedOver).rejects.toThrow("undone");
    await expect(within(assistant, circles)).resolves.toBe(0);
  });

  test("at the door goes on as whom a session made known, and ends with what is asked for in that go", async () => {
    const door = { ...relayActor, kind: "door" as const, key: "door" };
    const asks = (db: Db) => db.$queryRaw<{ key: string }[]>`select current_setting('app.key') as key`;
    const keys = await within(door, async (db) => {
      const [before] = await asks(db);
      const [known] = await knownAtDoor(db, "somebody", () => asks(db));
      await expect(asks(db)).rejects.toThrow("the unit of work has ended");
      return [before?.key, known?.key];
    });
    expect(keys).toEqual(["door", "somebody"]);
    const broken = within(door, (db) => knownAtDoor(db, "somebody", () => db.$executeRaw`select 1 / 0`));
    await expect(broken).rejects.toThrow("division by zero");
    await expect(within(door, asks)).resolves.toEqual([{ key: "door" }]);
  });

  test("refuses to open inside another", async () => {
    const assistant = actorOf(GORGAN, "assistant");
    await expect(within(assistant, () => within(assistant, circles))).rejects.toThrow(
      "within() inside within()",
    );
  });

  test("that only reads cannot write", async () => {
    await expect(
      within(actorOf(GORGAN, "assistant"), addCircle(GORGAN), { readOnly: true }),
    ).rejects.toThrow();
  });
});

describe("a submitted form", () => {
  test("sent twice at once has one effect, and both get the same answer", async () => {
    const assistant = actorOf(AQQALA, "assistant");
    const requestId = uuidv7();
    const send = () =>
      submission.run({ requestId }, () =>
        within(assistant, async (db) => ({ id: (await addCircle(AQQALA, "حلقه دوباره")(db)).id })),
      );
    const [first, second] = await Promise.all([send(), send()]);
    expect(first).toEqual(second);
    await expect(within(assistant, circles)).resolves.toBe(1);
  });

  test("sent again an hour later, from a page that the browser kept, is an act of its own", async () => {
    const assistant = actorOf(AQQALA, "assistant");
    const requestId = uuidv7();
    const send = () =>
      submission.run({ requestId }, () =>
        within(assistant, async (db) => ({ id: (await addCircle(AQQALA, "حلقه بازگشته")(db)).id })),
      );
    const before = await within(assistant, circles);
    const first = await send();
    await ownerRows("update request_log set created_at = now() - interval '1 hour' where request_id = $1", [
      requestId,
    ]);
    const [later, twin] = await Promise.all([send(), send()]);
    expect(later).not.toEqual(first);
    expect(twin).toEqual(later);
    await expect(within(assistant, circles)).resolves.toBe(before + 2);
  });

  test("that was refused may be sent again", async () => {
    const assistant = actorOf(AQQALA, "assistant");
    const requestId = uuidv7();
    const refused = () =>
      submission.run({ requestId }, () => within(assistant, () => Promise.reject(new Error("refused"))));
    await expect(refused()).rejects.toThrow("refused");
    const again = await submission.run({ requestId }, () =>
      within(assistant, () => Promise.resolve({ done: true })),
    );
    expect(again).toEqual({ done: true });
  });
});
