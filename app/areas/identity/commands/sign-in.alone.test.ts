import { setTimeout as pause } from "node:timers/promises";
import * as argon2 from "@node-rs/argon2";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { anAccount, PASSWORD } from "../../../../tests/factories/identity";
import { doorActor, findSignedIn } from "../sessions.server";
import { submission, within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { hashPassword, verifyPassword } from "../passwords.server";
import { endEverySession } from "./end-every-session.server";
import { signIn, type Origin } from "./sign-in.server";

vi.mock("@node-rs/argon2", async (original) => {
  const library = await original<typeof argon2>();
  return { ...library, verify: vi.fn(library.verify) };
});

const HERE = { address: "10.1.2.3", userAgent: "Firefox" };
const NEXT_DOOR = { address: "10.1.2.77", userAgent: "Firefox" };
const ELSEWHERE = { address: "203.0.113.9", userAgent: "Firefox" };
const refused = { kind: "invalid", code: "identity.sign-in.refused" };
const SIGNED_IN = expect.arrayContaining([expect.stringContaining("peyvand_session=") as string]) as string[];
const cookieOf = (setCookie: string) => setCookie.split(";")[0] ?? "";

beforeEach(() => within(doorActor, (db) => db.rateLimit.deleteMany({})).then(() => undefined));

const tryIn = (name: string, password: string, from: Origin = HERE, at?: Date) =>
  signIn({ name, password, keep: false }, from, at);

describe("whoever knows name and password", () => {
  test.each(["09113701248", "۰۹۱۱ ۳۷۰ ۱۲۴۸", "9113701248", "+98-911-370-1248", "0098٩١١٣٧٠١٢٤٨"])(
    "signs in by mobile number spelt %s",
    async (name) => {
      const account = await anAccount({ mobile: "+989113701248" });
      const found = await findSignedIn(cookieOf((await tryIn(name, PASSWORD))[0] ?? ""));
      expect(found?.account.id).toBe(account.id);
    },
  );

  test.each(["N.Shakiba2", " n.shakiba۲ ", "n.shakiba٢\u200f"])(
    "signs in by username spelt %j",
    async (name) => {
      const account = await anAccount({ username: "n.shakiba2" });
      const found = await findSignedIn(cookieOf((await tryIn(name, PASSWORD))[0] ?? ""));
      expect(found?.account.id).toBe(account.id);
    },
  );
});

describe("whoever does not is told nothing", () => {
  test.each([
    ["an unknown account", () => ({ name: "nobody", password: PASSWORD })],
    ["an unknown mobile number", () => ({ name: "09990000000", password: PASSWORD })],
    ["a wrong password", () => ({ name: "n.shakiba2", password: "نادرست-نادرست" })],
    ["an account without a password", () => ({ name: "unset", password: PASSWORD })],
    ["a closed account", () => ({ name: "closed", password: PASSWORD })],
    ["a sample account outside of a sample", () => ({ name: "sample", password: PASSWORD })],
    ["a try that comes too soon", () => ({ name: "hasty", password: PASSWORD })],
  ])("about %s: the same refusal after the same work", async (_, given) => {
    await anAccount({ username: "n.shakiba2" });
    await anAccount({ username: "unset", withPassword: false });
    await anAccount({ username: "closed", disabledAt: new Date() });
    await anAccount({ username: "sample", isSample: true });
    await anAccount({ username: "hasty" });
    const { name, password } = given();
    if (name === "hasty")
      for (let i = 0; i < 5; i++) await expect(tryIn(name, "نادرست-نادرست")).rejects.toMatchObject(refused);
    await verifyPassword(null, "the stand-in is made");
    vi.mocked(argon2.verify).mockClear();
    await expect(tryIn(name, password)).rejects.toMatchObject(refused);
    expect(argon2.verify).toHaveBeenCalledTimes(1);
    const [hash] = vi.mocked(argon2.verify).mock.calls[0] ?? [];
    expect(String(hash)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("and a form sent twice stores no hash", async () => {
    await anAccount({ username: "n.shakiba2" });
    const requestId = uuidv7();
    await submission.run({ requestId }, () => tryIn("n.shakiba2", PASSWORD));
    expect(
      await within({ ...doorActor, key: "door" }, (db) => db.requestLog.count({ where: { requestId } })),
    ).toBe(0);
  });
});

describe("guessing", () => {
  const wrong = (from: Origin = HERE, at?: Date) => tryIn("n.shakiba2", "نادرست-نادرست", from, at);
  const right = (from: Origin = HERE, at?: Date) => tryIn("n.shakiba2", PASSWORD, from, at);
  const start = new Date("2026-12-24T06:00:00Z");
  const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
  const guessUntilSlow = async (from: Origin = HERE) => {
    await anAccount({ username: "n.shakiba2" });
    for (let i = 0; i < 5; i++) await expect(wrong(from, start)).rejects.toMatchObject(refused);
  };

  test("gets slower with every try, and the right password waits as well", async () => {
    await guessUntilSlow();
    await expect(right(HERE, after(14))).rejects.toMatchObject(refused);
    await expect(wrong(HERE, after(16))).rejects.toMatchObject(refused);
    await expect(right(HERE, after(16 + 29))).rejects.toMatchObject(refused);
    await expect(right(HERE, after(16 + 31))).resolves.toEqual(SIGNED_IN);
  });

  test("does not keep out the account's owner, who is elsewhere", async () => {
    await guessUntilSlow(ELSEWHERE);
    await expect(right(ELSEWHERE, start)).rejects.toMatchObject(refused);
    await expect(right(HERE, start)).resolves.toEqual(SIGNED_IN);
  });

  test("by a neighbour in the network does not keep out the owner in a browser that he was signed in with", async () => {
    const account = await anAccount({ username: "n.shakiba2" });
    const [, browser = ""] = await right(HERE, start);
    const owner = { ...HERE, cookies: `other=1; ${cookieOf(browser)}` };
    for (let i = 0; i < 6; i++) await expect(wrong(NEXT_DOOR, start)).rejects.toMatchObject(refused);
    await expect(right(HERE, start)).rejects.toMatchObject(refused);
    // Known as before: no second cookie.
    expect(await right(owner, start)).toHaveLength(1);

    // His browser opens no other account's door, and guesses in it are slowed as elsewhere.
    await anAccount({ username: "b.kazemi" });
    for (let i = 0; i < 5; i++)
      await expect(tryIn("b.kazemi", "نادرست-نادرست", NEXT_DOOR, start)).rejects.toMatchObject(refused);
    await expect(tryIn("b.kazemi", PASSWORD, owner, start)).rejects.toMatchObject(refused);
    for (let i = 0; i < 5; i++) await expect(wrong(owner, start)).rejects.toMatchObject(refused);
    await expect(right(owner, start)).rejects.toMatchObject(refused);

    // Signed out everywhere it is known no more.
    await endEverySession(account.id);
    await expect(right(owner, after(3_000))).resolves.toHaveLength(2);
  });

  test("does not keep out somebody else at the same address", async () => {
    await guessUntilSlow();
    await anAccount({ username: "b.kazemi" });
    await expect(tryIn("b.kazemi", PASSWORD, HERE, start)).resolves.toEqual(SIGNED_IN);
  });

  test("is not helped by trying while it has to wait, nor is the wait prolonged", async () => {
    await guessUntilSlow();
    for (let i = 0; i < 10; i++) await expect(wrong(HERE, after(10))).rejects.toMatchObject(refused);
    await expect(right(HERE, after(16))).resolves.toEqual(SIGNED_IN);
  });

  test("at many accounts at the same moment is counted as many tries", async () => {
    const many = Array.from({ length: 80 }, (_, i) => tryIn(`somebody${i}`, PASSWORD, ELSEWHERE, start));
    await Promise.allSettled(many);
    await anAccount({ username: "n.shakiba2" });
    await expect(right(ELSEWHERE, start)).rejects.toMatchObject(refused);
    await expect(right(HERE, start)).resolves.toEqual(SIGNED_IN);
  });

  test("at one account at the same moment is counted as many tries", async () => {
    await anAccount({ username: "n.shakiba2" });
    await Promise.allSettled(Array.from({ length: 8 }, () => wrong(HERE, start)));
    await expect(right(HERE, after(14))).rejects.toMatchObject(refused);
  });

  test("at one account at the same moment with the right password is let in or waits, and never fails otherwise", async () => {
    await anAccount({ username: "n.shakiba2" });
    for (let round = 0; round < 3; round++) {
      // One begins while another ends.
      const answers = await Promise.allSettled(
        Array.from({ length: 12 }, async (_, index) => {
          await pause(index * 12);
          return right(HERE, start);
        }),
      );
      expect(answers.some(({ status }) => status === "fulfilled")).toBe(true);
      for (const answer of answers)
        if (answer.status === "rejected") expect(answer.reason).toMatchObject(refused);
    }
  });

  test("is forgotten after a success", async () => {
    await anAccount({ username: "n.shakiba2" });
    for (let i = 0; i < 4; i++) await expect(wrong(HERE, start)).rejects.toMatchObject(refused);
    await right(HERE, start);
    for (let i = 0; i < 4; i++) await expect(wrong(HERE, start)).rejects.toMatchObject(refused);
    await expect(right(HERE, start)).resolves.toEqual(SIGNED_IN);
  });

  test("leaves no name and no address behind, only hashes", async () => {
    await guessUntilSlow();
    const rows = await within(doorActor, (db) => db.rateLimit.findMany());
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.key).toMatch(/^[0-9a-f]{64}$/);
  });
});

test("a password is never hashed or verified inside a unit of work", async () => {
  await expect(within(doorActor, () => hashPassword(PASSWORD))).rejects.toThrow("outside of a unit of work");
  await expect(within(doorActor, () => verifyPassword(null, PASSWORD))).rejects.toThrow(
    "outside of a unit of work",
  );
});

test("a password is the same from a Persian, an Arabic and a Latin keyboard", async () => {
  const kept = await hashPassword("کلید یک ۱۲۳");
  expect(await verifyPassword(kept, "كليد يك 123")).toBe(true);
  expect(await verifyPassword(kept, "کلید یک ۱۲۴")).toBe(false);
});
