import { afterEach, describe, expect, test, vi } from "vitest";
import { within } from "~/kernel/db.server";
import { anAccount } from "../../../tests/factories/identity";
import { changePassword } from "./commands/change-password.server";
import { endEverySession } from "./commands/end-every-session.server";
import { endSession } from "./commands/end-session.server";
import { signIn } from "./commands/sign-in.server";
import { listSessions } from "./queries.server";
import { closeSession, doorActor, findSignedIn, openSession, sweepSessions } from "./sessions.server";
import { ownerRows } from "../../../tests/setup/owner";
import { PASSWORD } from "../../../tests/factories/identity";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const cookieOf = (setCookie: string | undefined) => setCookie?.split(";")[0] ?? "";
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const HERE = { address: "10.0.0.1", userAgent: null };

afterEach(() => {
  vi.useRealTimers();
});

/** What the audit says that somebody did to his own account. */
const auditOf = async (id: string) =>
  (
    await ownerRows<{ verb: string }>(
      "select verb from audit_entry where subject = 'Account' and subject_id = $1 and actor_key = $1 order by at",
      [id],
    )
  ).map(({ verb }) => verb);

const aSession = async (isKept = false) => {
  const account = await anAccount();
  const setCookie = await openSession(account.id, "Firefox", isKept);
  vi.useFakeTimers({ toFake: ["Date"] });
  return { account, setCookie, cookie: cookieOf(setCookie) };
};

test("the cookie is for the server alone, of this site, and kept only where that was asked for", async () => {
  const { setCookie } = await aSession();
  expect(setCookie).toMatch(/; HttpOnly/);
  expect(setCookie).toMatch(/; SameSite=Lax/);
  expect(setCookie).not.toMatch(/Max-Age|Secure/);
  expect((await aSession(true)).setCookie).toMatch(/; Max-Age=2592000/);
});

test("only the hash of a token is stored", async () => {
  const { cookie, account } = await aSession();
  const rows = await within(doorActor, (db) => db.session.findMany({ where: { accountId: account.id } }));
  const [, token = "?"] = cookie.split("=");
  expect(JSON.stringify(rows)).not.toContain(token);
});

test.each(["", "peyvand_session=", "peyvand_session=%E0%A4%A", "peyvand_session=' or 1=1", "x=1; y"])(
  "a cookie header such as %j is nobody's",
  async (header) => expect(await findSignedIn(header)).toBeNull(),
);

describe("a session's token", () => {
  test("is replaced after an hour, and the old one holds for requests under way", async () => {
    const { cookie } = await aSession();
    later(HOUR - MINUTE);
    expect((await findSignedIn(cookie))?.setCookie).toBeUndefined();
    later(2 * MINUTE);
    const side = await Promise.all([findSignedIn(cookie), findSignedIn(cookie), findSignedIn(cookie)]);
    const offers = side.map((one) => one?.setCookie).filter((one) => one !== undefined);
    expect(side.every((one) => one !== null)).toBe(true);
    expect(offers).toHaveLength(1);

    const next = cookieOf(offers[0]);
    expect(next).not.toBe(cookie);
    expect(await findSignedIn(next)).not.toBeNull();
    later(30_000);
    expect(await findSignedIn(cookie)).not.toBeNull();
    later(31_000);
    expect(await findSignedIn(cookie)).toBeNull();
    expect(await findSignedIn(next)).not.toBeNull();
  });

  test("whose offer was lost on the way stays good, and is offered another", async () => {
    const { cookie } = await aSession();
    later(HOUR + MINUTE);
    const lost = cookieOf((await findSignedIn(cookie))?.setCookie);
    later(2 * MINUTE);
    const again = cookieOf((await findSignedIn(cookie))?.setCookie);
    expect(again).not.toBe(lost);
    expect(await findSignedIn(again)).not.toBeNull();
    expect(await findSignedIn(lost)).toBeNull();
  });

  test("keeps its name on the page of sessions", async () => {
    const { cookie, account } = await aSession();
    const before = (await findSignedIn(cookie))?.account.sessionPublicId;
    later(HOUR + MINUTE);
    const next = cookieOf((await findSignedIn(cookie))?.setCookie);
    expect((await findSignedIn(next))?.account.sessionPublicId).toBe(before);
    expect(await within(doorActor, (db) => listSessions(db, account.id))).toMatchObject([
      { publicId: before },
    ]);
  });
});

/** Uses the session every three hours, as a browser does, until the given time has passed. */
async function useFor(cookie: string, hours: number) {
  let present = cookie;
  for (let passed = 0; passed < hours; passed += 3) {
    later(3 * HOUR);
    const found = await findSignedIn(present);
    if (!found) return null;
    if (found.setCookie) present = cookieOf(found.setCookie);
  }
  return present;
}

describe("a session ends", () => {
  test("after twelve hours without use, unless it is kept", async () => {
    const { cookie } = await aSession();
    const kept = await aSession(true);
    later(12 * HOUR + MINUTE);
    expect(await findSignedIn(cookie)).toBeNull();
    expect(await findSignedIn(kept.cookie)).not.toBeNull();
    later(14 * 24 * HOUR + MINUTE);
    expect(await findSignedIn(kept.cookie)).toBeNull();
  });

  test("after fourteen days for good, however much it is used", async () => {
    const { cookie } = await aSession();
    const present = await useFor(cookie, 14 * 24 - 3);
    expect(present).not.toBeNull();
    later(3 * HOUR + MINUTE);
    expect(await findSignedIn(present)).toBeNull();
    await sweepSessions();
  });

  test("when its owner signs out, here or there or everywhere", async () => {
    const { account, cookie } = await aSession();
    const [second, third] = [await openSession(account.id, null), await openSession(account.id, null)];
    await closeSession(cookie);
    expect(await findSignedIn(cookie)).toBeNull();
    const there = await findSignedIn(cookieOf(second));
    await endSession(account.id, there?.account.sessionPublicId ?? "");
    expect(await findSignedIn(cookieOf(second))).toBeNull();
    expect(await auditOf(account.id)).toEqual(["end-session"]);
    expect(await findSignedIn(cookieOf(third))).not.toBeNull();
    await endEverySession(account.id);
    expect(await findSignedIn(cookieOf(third))).toBeNull();
    expect(await auditOf(account.id)).toEqual(["end-session", "end-every-session"]);
  });

  test("but not at the word of somebody else", async () => {
    const { cookie } = await aSession();
    const stranger = await anAccount();
    const publicId = (await findSignedIn(cookie))?.account.sessionPublicId ?? "";
    await expect(endSession(stranger.id, publicId)).rejects.toMatchObject({ kind: "missing" });
    expect(await findSignedIn(cookie)).not.toBeNull();
  });

  test("with every other one when the password changes", async () => {
    const { account, cookie } = await aSession();
    const next = "پنج واژه پشت سر هم";
    const change = (presentPassword: string) =>
      changePassword(account.id, { presentPassword, password: next, passwordAgain: next }, HERE);
    await expect(change("نادرست-نادرست")).rejects.toMatchObject({ code: "identity.password.present-wrong" });
    expect(await findSignedIn(cookie)).not.toBeNull();
    expect(await auditOf(account.id)).toEqual([]);
    const here = await change(PASSWORD);
    expect(await auditOf(account.id)).toEqual(["change-password"]);
    expect(await findSignedIn(cookie)).toBeNull();
    expect(await findSignedIn(cookieOf(here))).not.toBeNull();
  });

  test("when the account is closed", async () => {
    const { account, cookie } = await aSession();
    await within(doorActor, (db) =>
      db.account.update({ where: { id: account.id }, data: { disabledAt: new Date() } }),
    );
    expect(await findSignedIn(cookie)).toBeNull();
  });
});

test("signing in never takes over a token that was there before", async () => {
  await anAccount({ username: "fixed" });
  const input = { name: "fixed", password: PASSWORD, keep: false };
  const signedIn = async () => cookieOf((await signIn(input, HERE))[0] ?? "");
  expect(await signedIn()).not.toBe(await signedIn());
});
