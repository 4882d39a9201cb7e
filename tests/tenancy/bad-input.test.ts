import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSample } from "../../scripts/sample";
import { aPasswordLink, signedIn, signedInAdministrator } from "../factories/sessions";
import { openApplication } from "../setup/application";
import { ownerRows } from "../setup/owner";
import { addressOf, recordIn } from "./addresses";
import {
  asHtmlCarries,
  fill,
  FILLINGS,
  formsOf,
  typedIn,
  type Filling,
  type FoundForm,
} from "./hostile-forms";
import { ROUTE_CASES } from "./route-cases";

process.env.CLOCK = "1405/10/03";
const app = await openApplication();
/** Whether everybody's address carries a code that only its own area can make: its forms are tested there. */
const carriesCode = (id: string) => {
  const at = ROUTE_CASES[id];
  return at?.door === "everybody" && !at.link && id.includes("$");
};
/** A route without a case is the concern of the test of routes. */
const withAction = Object.values(app.routes).filter(
  (route) => route?.module.action !== undefined && ROUTE_CASES[route.id] && !carriesCode(route.id),
);
/** Minutes of 200 pages are no bad input: this form takes a million characters. */
const TAKES_LONG_TEXTS = "/28000/minutes/new";

beforeAll(async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await loadSample(client, 0.2);
  await client.end();
}, 120_000);
afterAll(() => app.close());

/** Rows of every table but those of sign-in itself, so that a saved trace shows whatever its table. */
async function countRows(): Promise<Record<string, number>> {
  const names = await ownerRows<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname not in ('session', 'rate_limit')`,
  );
  const [counts] = await ownerRows<Record<string, number>>(
    `select ${names.map(({ name }) => `(select count(*)::int from "${name}") as "${name}"`).join(", ")}`,
  );
  return counts ?? {};
}

const cookies = new Map<string, Promise<string | undefined>>();
/** Where a route's form is found and whose session fills it. */
async function doorOf(id: string): Promise<{ path: string; cookie: string | undefined }> {
  const at = ROUTE_CASES[id];
  const [who, make] =
    at?.door === "place"
      ? [`${at.own.place} ${at.own.role}`, () => signedIn(at.own.place, at.own.role)]
      : at?.door === "administrator"
        ? ["administrator", signedInAdministrator]
        : at?.door === "account"
          ? ["account", () => signedIn(28_005, "expert")]
          : ["nobody", () => Promise.resolve(undefined)];
  const cookie = cookies.get(who) ?? make();
  cookies.set(who, cookie);
  const place = at?.door === "place" ? at.own.place : at?.door === "administrator" ? (at.place ?? 0) : 0;
  const below = at?.door === "place" ? at.below : undefined;
  const table = at?.door === "place" || at?.door === "administrator" ? at.record : undefined;
  const isLink = at?.door === "everybody" && at.link === true;
  const record = table ? await recordIn(table, below ?? place) : isLink ? await aPasswordLink() : "28005";
  const params = at?.door === "place" ? at.params : undefined;
  return { path: addressOf(app.routes, id, place, record, below, params), cookie: await cookie };
}

/** The forms of a route as its page shows them now; a route without a page gets one of guessed names. */
async function formsAt(
  id: string,
  path: string,
  cookie: string | undefined,
  mayBeGone: boolean,
): Promise<FoundForm[]> {
  const bare: FoundForm = {
    action: path,
    name: "no page",
    multipart: false,
    isSearch: false,
    fields: ["requestId", "revision", "id", "text", "note"].map((name) => ({
      name,
      kind: name === "requestId" ? "hidden" : "text",
      value: "",
    })),
  };
  if (!app.routes[id]?.module.default) return [bare];
  const response = await app.visit(path, { cookie });
  if (response.status === 404 && mayBeGone) return [];
  expect(response.status, path).toBeLessThan(400);
  const own = formsOf(await response.text(), path).filter(({ action }) => action.split("?")[0] === path);
  return own.length > 0 ? own : [bare];
}

/** Posts a form filled with a filling, and holds what must hold whatever the answer is. */
async function post(form: FoundForm, filling: Filling, path: string, cookie: string | undefined) {
  const said = `${form.action} (${form.name}) with ${filling}`;
  const values = fill(form, filling);
  const body = form.multipart ? new FormData() : new URLSearchParams();
  for (const [name, value] of values) body.append(name, value);
  const before = await countRows();
  const response = await app.visit(form.action, { cookie, form: body });
  const html = await response.text();
  expect(response.status, `${said}: ${html.slice(0, 300)}`).toBeLessThan(500);

  if (response.status >= 400) expect(await countRows(), `${said} left a trace`).toEqual(before);
  if ((response.status === 422 || response.status === 409) && !form.isSearch) {
    const kept = typedIn(html, form, path);
    for (const { name, kind } of form.fields) {
      if (kind !== "text" || !kept.has(name)) continue;
      const typed = asHtmlCarries(values.get(name) ?? "");
      expect(asHtmlCarries(kept.get(name) ?? "") === typed, `${said} lost what was typed into ${name}`).toBe(
        true,
      );
    }
  }
  const hasWords = form.name !== "no page" && form.fields.some(({ kind }) => kind === "text");
  if (hasWords && filling === "a hundred thousand characters" && path !== TAKES_LONG_TEXTS)
    expect(response.status, `${said} was accepted`).toBeGreaterThanOrEqual(400);
  expect(html, `${said} shows a script as it is`).not.toContain('<script>alert("x")');
  const next = response.headers.get("location");
  if (next?.startsWith("/")) {
    const led = await app.visit(next, { cookie });
    const page = await led.text();
    expect(led.status, `${said} leads to ${next}`).toBeLessThan(500);
    expect(page, `${said} leads to a page with a script`).not.toContain('<script>alert("x")');
    expect(page, `${said} leads to a page that turns its letters round`).not.toContain("\u202e");
  }
}

describe("whatever is typed, a form answers, keeps the words and saves nothing half", () => {
  test.each(withAction.map((route) => route?.id ?? ""))(
    "%s",
    async (id) => {
      const { path, cookie } = await doorOf(id);
      for (const [turn, filling] of (Object.keys(FILLINGS) as Filling[]).entries()) {
        const names = (await formsAt(id, path, cookie, turn > 0)).map(({ name }) => name);
        for (const name of new Set(names)) {
          // A form accepted before may have led the record on: what is no longer offered is no longer asked.
          const form = (await formsAt(id, path, cookie, true)).find((one) => one.name === name);
          if (form) await post(form, filling, path, cookie);
        }
      }
    },
    120_000,
  );
});
