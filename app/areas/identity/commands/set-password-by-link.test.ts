import { describe, expect, test } from "vitest";
import { administratorActor } from "~/actor.server";
import { ownerRows } from "../../../../tests/setup/owner";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, GOLESTAN } from "../../../../tests/factories/actors";
import { anAccount, PASSWORD } from "../../../../tests/factories/identity";
import { ensureFirstAdministrator } from "../first-administrator.server";
import { newLink, storePasswordLink } from "../links.server";
import { findPasswordLink } from "../queries.server";
import { doorActor, findSignedIn, openSession } from "../sessions.server";
import { issueLink } from "./issue-link.server";
import { setPasswordByLink } from "./set-password-by-link.server";
import { signIn } from "./sign-in.server";

const HERE = { address: "10.0.0.1", userAgent: null };
const gone = { kind: "conflict", code: "identity.link.gone" };
const HOUR = 3_600_000;
const cookieOf = (setCookie: string) => setCookie.split(";")[0] ?? "";
const tokenOf = (path: string | undefined) => path?.split("/").at(-1) ?? "";
const input = (password = PASSWORD, named: { username?: string; fullName?: string } = {}) => ({
  username: undefined,
  password,
  passwordAgain: password,
  ...named,
});

const aLink = async (accountId: string, at?: Date) => {
  const link = await newLink();
  await within(doorActor, (db) =>
    storePasswordLink(db, link, { kind: "set-password", accountId, createdByKey: "test" }, at),
  );
  return tokenOf(link.path);
};

describe("a one-time link", () => {
  test("sets the password, signs in, and ends what was signed in before", async () => {
    const account = await anAccount({ mobile: "+989117000001", withPassword: false });
    const before = cookieOf(await openSession(account.id, null));
    const cookie = cookieOf(await setPasswordByLink(await aLink(account.id), input(), HERE));
    expect((await findSignedIn(cookie))?.account.id).toBe(account.id);
    expect(await findSignedIn(before)).toBeNull();
    const audited = "select verb, changed, division_id from audit_entry where actor_key = $1";
    expect(await ownerRows(audited, [account.id])).toEqual([
      { verb: "set-password", changed: ["password_hash"], division_id: 0 },
    ]);
    await signIn({ name: "09117000001", password: PASSWORD, keep: false }, HERE);
  });

  test("is not used up by looking at it", async () => {
    const { id } = await anAccount();
    const token = await aLink(id);
    for (let i = 0; i < 3; i++)
      expect(await within(doorActor, (db) => findPasswordLink(db, token, false))).toMatchObject({
        accountId: id,
      });
    await setPasswordByLink(token, input(), HERE);
  });

  test("works once, and for one of two at the same moment", async () => {
    const { id } = await anAccount({ withPassword: false });
    const token = await aLink(id);
    const tries = await Promise.allSettled([
      setPasswordByLink(token, input("نخستین گذرواژه من"), HERE),
      setPasswordByLink(token, input("دومین گذرواژه او"), HERE),
    ]);
    expect(tries.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(tries.find((one) => one.status === "rejected")).toMatchObject({ reason: gone });
    await expect(setPasswordByLink(token, input(), HERE)).rejects.toMatchObject(gone);
  });

  test("works for three days and not longer", async () => {
    const { id } = await anAccount();
    const made = new Date();
    const token = await aLink(id, made);
    const after = (hours: number) => new Date(made.getTime() + hours * HOUR);
    await expect(setPasswordByLink(token, input(), HERE, after(72))).rejects.toMatchObject(gone);
    await setPasswordByLink(token, input(), HERE, after(71.9));
  });

  test("gives way to a newer one", async () => {
    const { id } = await anAccount();
    const old = await aLink(id);
    const fresh = await aLink(id);
    await expect(setPasswordByLink(old, input(), HERE)).rejects.toMatchObject(gone);
    await setPasswordByLink(fresh, input(), HERE);
  });

  test("is kept as a hash alone", async () => {
    const { id } = await anAccount();
    const token = await aLink(id);
    const rows = await within(doorActor, (db) => db.personalLink.findMany({ where: { accountId: id } }));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("of a closed account or of a sample elsewhere opens nothing", async () => {
    for (const given of [{ disabledAt: new Date() }, { isSample: true }]) {
      const { id } = await anAccount(given);
      await expect(setPasswordByLink(await aLink(id), input(), HERE)).rejects.toMatchObject(gone);
    }
  });

  test.each(["", "x", "../../etc/passwd", "A".repeat(43), "ا".repeat(43)])(
    "such as %j is unknown",
    async (token) => expect(setPasswordByLink(token, input(), HERE)).rejects.toMatchObject(gone),
  );

  test.each([
    ["کوتاه", "form.too-short?min=10"],
    ["aaaaaaaaaaaa", "identity.password.repeats"],
    ["۱۲۳۴۵۶۷۸۹۰", "identity.password.guessable"],
    ["Password1234!", "identity.password.guessable"],
    ["mine-9117000009", "identity.password.own-name"],
  ])("takes no password such as %s, and stays good", async (password, code) => {
    const { id } = await anAccount({ mobile: "+989117000009" });
    const token = await aLink(id);
    await expect(setPasswordByLink(token, input(password), HERE)).rejects.toMatchObject({ code });
    await setPasswordByLink(token, input(), HERE);
  });
});

describe("the administrator", () => {
  test("makes a link for any account, once for one form; nobody else does", async () => {
    const { id } = await anAccount();
    const administrator = administratorActor({ id: uuidv7(), fullName: "راهبر" });
    const { path } = await issueLink(administrator, id);
    await setPasswordByLink(tokenOf(path), input(), HERE);
    await expect(issueLink(actorOf(GOLESTAN, "representative"), id)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(issueLink(administrator, uuidv7())).rejects.toMatchObject({ kind: "missing" });
  });
});

describe("the first administrator", () => {
  test("names himself by a link of which only the newest works, and no other is made after him", async () => {
    const first = await ensureFirstAdministrator();
    const second = await ensureFirstAdministrator();
    const named = input(PASSWORD, { username: "rahbar", fullName: "محمود آذرنیا" });
    await expect(setPasswordByLink(tokenOf(first), named, HERE)).rejects.toMatchObject(gone);
    await expect(setPasswordByLink(tokenOf(second), input(), HERE)).rejects.toMatchObject({
      code: "form.required",
      details: { field: "username" },
    });
    const cookie = cookieOf(await setPasswordByLink(tokenOf(second), named, HERE));
    expect((await findSignedIn(cookie))?.account).toMatchObject({
      isAdministrator: true,
      username: "rahbar",
      fullName: "محمود آذرنیا",
    });
    expect(await ensureFirstAdministrator()).toBeUndefined();
    expect(await ensureFirstAdministrator({ evenSo: true })).toMatch(/^\/link\//);
  });
});
