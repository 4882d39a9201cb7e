import { afterAll, beforeAll, expect, test } from "vitest";
import { signedIn } from "../factories/sessions";
import { ownerRows } from "../setup/owner";
import { startServer } from "../setup/server";

let server: Awaited<ReturnType<typeof startServer>>;
let printed = "";
beforeAll(async () => {
  server = await startServer({}, (part) => (printed += part));
});
afterAll(() => server.stop());

test("whoever cannot be recognised for a fault is answered in both languages, and neither page nor log says why", async () => {
  const cookie = await signedIn(28_005, "expert");
  await ownerRows("alter table session rename to session_out_of_reach");
  const response = await fetch(`${server.url}/28005`, { headers: { cookie } });
  await ownerRows("alter table session_out_of_reach rename to session");

  expect(response.status).toBe(500);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const page = await response.text();
  expect(page).toContain("خطایی پیش آمد");
  expect(page).toContain("Something went wrong");
  const [reference] = /[0-9a-f]{10}/.exec(page) ?? [];
  await expect.poll(() => printed).toContain(reference);
  for (const told of [page, printed]) {
    expect(told).not.toContain("select");
    expect(told).not.toContain("does not exist");
    expect(told).not.toContain(cookie.split("=")[1]);
  }
  expect(page).not.toContain(".js:");
});

test.each(["/28005/%E0%A4%A", "/%"])(
  "an address that is none is refused in both languages: %s",
  async (path) => {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const page = await response.text();
    expect(page).toContain("نشانی خوانده نشد");
    expect(page).toContain("The address could not be read");
    expect(page).not.toContain("URIError");
  },
);

test("of the scripts in a page only those run that carry the nonce of this one answer", async () => {
  const nonceOf = async (path: string) => {
    const response = await fetch(server.url + path);
    const rule = /script-src ([^;]+);/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "";
    const [, nonce] = /^'self' 'nonce-([\w+/=]{24})'$/.exec(rule) ?? [];
    const scripts = (await response.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    return nonce;
  };
  const signIn = await nonceOf("/sign-in");
  expect(signIn).toBeDefined();
  expect(await nonceOf("/sign-in")).not.toBe(signIn);
  expect(await nonceOf("/no-such-page")).not.toBe(signIn);
  const asset = await fetch(`${server.url}/favicon.svg`);
  expect(asset.headers.get("content-security-policy")).toContain("script-src 'self';");
});

test.each(["/sign-in", "/no-such-page", "/28005"])("%s is kept by no browser", async (path) => {
  const response = await fetch(server.url + path, { redirect: "manual" });
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("what never changes is kept", async () => {
  const page = await (await fetch(`${server.url}/sign-in`)).text();
  const [, asset] = /(\/assets\/[^"']+\.js)/.exec(page) ?? [];
  expect((await fetch(server.url + asset)).headers.get("cache-control")).toContain("immutable");
});
