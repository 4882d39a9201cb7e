import { beforeEach, describe, expect, test } from "vitest";
import { anAccount, PASSWORD } from "../../../../tests/factories/identity";
import { doorActor, findSignedIn } from "../sessions.server";
import { within } from "~/kernel/db.server";
import { signIn } from "./sign-in.server";

const HERE = { address: "10.1.2.3", userAgent: "Firefox" };
const ELSEWHERE = { address: "203.0.113.9", userAgent: "Firefox" };
const refused = { kind: "invalid", code: "identity.sign-in.refused" };
const cookieOf = (setCookie: string) => setCookie.split(";")[0] ?? "";

beforeEach(() => within(doorActor, (db) => db.rateLimit.deleteMany({})).then(() => undefined));

const tryIn = (name: string, password: string, from = HERE, at?: Date) =>
  signIn({ name, password, keep: false }, from, at);

describe("whoever knows name and password", () => {
  test.each(["09113701248", "۰۹۱۱ ۳۷۰ ۱۲۴۸", "9113701248", "+98-911-370-1248", "0098٩١١٣٧٠١٢٤٨"])(
    "signs in by mobile number spelt %s",
    async (name) => {
      const account = await anAccount({ mobile: "+989113701248" });
      const found = await findSignedIn(cookieOf(await tryIn(name, PASSWORD)));
      expect(found?.account.id).toBe(account.id);
    },
  );

  test.each(["N.Shakiba2", " n.shakiba۲ ", "n.shakiba٢\u200f"])(
    "signs in by username spelt %j",
    async (name) => {
      const account = await anAccount({ username: "n.shakiba2" });
      const found = await findSignedIn(cookieOf(await tryIn(name, PASSWORD)));
      expect(found?.account.id).toBe(account.id);
    },
  );
});
