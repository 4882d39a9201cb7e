import { afterAll, describe, expect, test } from "vitest";
import { signedIn, signedInAdministrator, signedInOfficer } from "../factories/sessions";
import { openApplication } from "../setup/application";
import { ownerRows } from "../setup/owner";
import { holdSample } from "../setup/sample";
import { addressOf, recordIn, recordsIn } from "./addresses";
import { deskAddress, officeDesk, recordsOfOffice } from "./office-desk";
import { EXPORTED_LISTS } from "~/exported-lists.server";
import { ROUTE_CASES, type RouteCase } from "./route-cases";
import { WITHOUT_EXPORT } from "./without-export";

await holdSample(0.2);
const app = await openApplication();
const routes = Object.values(app.routes).flatMap((route) => (route ? [route] : []));

const sessions = new Map<string, Promise<string>>();
const cookieOf = (place: number, role: Parameters<typeof signedIn>[1]) => {
  const key = `${place} ${role}`;
  const made = sessions.get(key) ?? signedIn(place, role);
  sessions.set(key, made);
  return made;
};
/** The officer of an office of the place, by an account of his own: a page of the staff is none of his. */
const officers = new Map<number, Promise<string>>();
const officerAt = (place: number) => {
  const at = place === 0 ? 28_000 : place;
  const made = officers.get(at) ?? recordIn("office", at).then((office) => signedInOfficer(at, office));
  officers.set(at, made);
  return made;
};
/** The place beside one: where somebody of the same role must see nothing. */
const beside = (place: number) => (place === 28_005 ? 28_008 : place === 28_000 ? 3_000 : 28_005);

afterAll(() => app.close());

test("every route of the built manifest says whose door it is, and no case is left over", () => {
  expect(Object.keys(ROUTE_CASES).sort()).toEqual(routes.map((route) => route.id).sort());
});

const sources = import.meta.glob<string>("../../app/routes/**/*.tsx", {
  query: "?raw",
  import: "default",
  eager: true,
});
const sourceOf = (id: string) => sources[`../../app/${id}.tsx`] ?? sources[`../../app/${id}/route.tsx`] ?? "";

test("every list page of a place leads to its export, or says why there is none", () => {
  // A page under a record is that record's; its parts leave with the list that it stands in.
  const pages = routes.filter(({ id }) => /^routes\/_app\.\$place\.(?!.*\$)/.test(id) && sourceOf(id) !== "");
  const exporting = pages.map(({ id }) => id).filter((id) => sourceOf(id).includes("<ExportButton"));
  const without = pages.map(({ id }) => id).filter((id) => !exporting.includes(id));
  expect(without.filter((id) => !(id in WITHOUT_EXPORT))).toEqual([]);
  expect(Object.keys(WITHOUT_EXPORT).filter((id) => !pages.some((page) => page.id === id))).toEqual([]);
  const behind = new Map(routes.map(({ id }) => [addressWithin(id), sourceOf(id)]));
  for (const { name, page } of EXPORTED_LISTS.filter(({ of }) => of === "place")) {
    expect(behind.get(page), `${name} on ${page}`).toMatch(new RegExp(`"${name}"`));
  }
});

/** Where in a place a route stands: `/network/waiting`. */
function addressWithin(id: string): string {
  return id
    .replace("routes/_app.$place", "")
    .replace(/\._index$/, "")
    .replaceAll(".", "/");
}

type AdministratorCase = Extract<RouteCase, { door: "administrator" }>;
type PlaceCase = Extract<RouteCase, { door: "place" }>;
const ofDoor = (door: RouteCase["door"]) =>
  routes.filter((route) => ROUTE_CASES[route.id]?.door === door).map((route) => route.id);

describe("a place's route", () => {
  test.each(ofDoor("place"))("%s opens for its own and is missing for everybody else", async (id) => {
    const { own, record, states, below, refused, params, foreign } = ROUTE_CASES[id] as PlaceCase;
    const rowId = record ? await recordIn(record, below ?? own.place, states) : "none";
    const path = addressOf(app.routes, id, own.place, rowId, below, params);
    const hasPage =
      app.routes[id]?.module.loader !== undefined || app.routes[id]?.module.default !== undefined;
    const acts = app.routes[id]?.module.action !== undefined;
    const mine = await cookieOf(own.place, own.role);
    const neighbour = await cookieOf(beside(own.place), own.role);
    const above = await cookieOf(
      own.place === 0 ? 28_000 : 0,
      own.place === 0 ? "representative" : "national-officer",
    );

    if (hasPage) {
      const opened = await app.visit(path, { cookie: mine });
      const isOpen =
        opened.status === 200 || !(opened.headers.get("location") ?? "/sign-in").startsWith("/sign-in");
      expect(isOpen, `${path} for its own: ${opened.status}`).toBe(true);
      expect((await app.visit(path)).headers.get("location"), `${path} for nobody`).toMatch(/^\/sign-in/);
      expect((await app.visit(path, { cookie: neighbour })).status, `${path} for the neighbour`).toBe(404);
      expect((await app.visit(path, { cookie: above })).status, `${path} for another level`).toBe(404);
      const officer = await officerAt(own.place);
      expect((await app.visit(path, { cookie: officer })).status, `${path} for an office there`).toBe(404);
      if (refused) {
        const cookie = await cookieOf(own.place, refused);
        expect((await app.visit(path, { cookie })).status, `${path} for ${refused}`).toBe(403);
      }
    }
    if (acts) {
      const form = { requestId: "0190a000-0000-7000-8000-00000000000f" };
      expect((await app.visit(path, { cookie: neighbour, form })).status, `a form to ${path}`).toBe(404);
      expect((await app.visit(path, { form })).headers.get("location"), `nobody's form to ${path}`).toMatch(
        /^\/sign-in/,
      );
    }
    if (record || foreign) {
      const theirs = addressOf(app.routes, id, beside(own.place), rowId, below, params);
      if (hasPage)
        expect(
          (await app.visit(theirs, { cookie: neighbour })).status,
          `${theirs} carries another's id`,
        ).toBe(404);
    }
  });
});

describe("a route of an office's officer", () => {
  test.each(ofDoor("office"))("%s opens for him and is missing for everybody else", async (id) => {
    const { record } = ROUTE_CASES[id] as Extract<RouteCase, { door: "office" }>;
    const own = await officeDesk();
    const [mine = "none"] = record ? await recordsOfOffice(record) : [];
    const path = deskAddress(id, own, mine);
    expect((await app.visit(path, { cookie: own.cookie })).status, `${path} for its own`).toBe(200);
    expect((await app.visit(path)).headers.get("location"), `${path} for nobody`).toMatch(/^\/sign-in/);
    const others = [
      await officerAt(own.place),
      await cookieOf(own.place, "assistant"),
      await cookieOf(28_000, "representative"),
      await cookieOf(0, "national-officer"),
      await signedInAdministrator(),
    ];
    const form = { requestId: "0190a000-0000-7000-8000-00000000000f", do: "acknowledge" };
    const acts = app.routes[id]?.module.action !== undefined;
    const formsTo = (address: string) => (id.endsWith("._index") ? `${address}?index` : address);
    for (const [who, cookie] of others.entries()) {
      expect((await app.visit(path, { cookie })).status, `${path} for other ${who}`).toBe(404);
      if (acts)
        expect((await app.visit(formsTo(path), { cookie, form })).status, `a form of other ${who}`).toBe(404);
    }
    // His own desk with the office of another, and with what another office owes.
    const [beside = ""] = await recordsIn("office", own.place, 1);
    const elsewhere = deskAddress(id, { ...own, office: beside }, mine);
    expect((await app.visit(elsewhere, { cookie: own.cookie })).status, elsewhere).toBe(404);
    if (!record) return;
    for (const theirs of await recordsOfOffice(record, { others: true })) {
      const foreign = deskAddress(id, own, theirs);
      expect((await app.visit(foreign, { cookie: own.cookie })).status, foreign).toBe(404);
      if (acts)
        expect((await app.visit(foreign, { cookie: own.cookie, form })).status, foreign).not.toBe(200);
    }
  });
});

test.each(ofDoor("nobody"))("%s is missing for everybody, in words that the browser has too", async () => {
  const cookie = await cookieOf(28_005, "assistant");
  const response = await app.visit("/28005/nowhere/at/all", { cookie });
  expect(response.status).toBe(404);
  expect(await response.text()).toMatch(/__peyvand_messages=\{.*?"error\.404\.title"/);
});

test.each(ofDoor("account"))("%s asks an account to sign in", async (id) => {
  const response = await app.visit(addressOf(app.routes, id, 0, "none"));
  expect(response.headers.get("location")).toMatch(/^\/sign-in/);
});

test.each(ofDoor("administrator"))(
  "%s is missing for an assistant and open for the administrator",
  async (id) => {
    const { place = 0, record } = ROUTE_CASES[id] as AdministratorCase;
    const path = addressOf(app.routes, id, place, record ? await recordIn(record, place) : "none");
    expect((await app.visit(path)).headers.get("location")).toMatch(/^\/sign-in/);
    expect((await app.visit(path, { cookie: await cookieOf(28_005, "assistant") })).status).toBe(404);
    if (app.routes[id]?.module.loader) {
      expect((await app.visit(path, { cookie: await signedInAdministrator() })).status).toBe(200);
    }
  },
);

describe("a person's number", () => {
  const READERS = [
    ["the province", 28_000, "representative"],
    ["the nation", 0, "national-officer"],
    ["the county beside", 28_008, "assistant"],
  ] as const;

  test.each(READERS)("reaches %s by no page, search, export or file", async (_who, place, role) => {
    const cookie = await cookieOf(place, role);
    const [person] = await ownerRows<{ fullName: string; mobile: string; id: string }>(
      `select id::text, full_name as "fullName", mobile from person
       where division_id = 28005 and mobile is not null order by id limit 1`,
    );
    if (!person) throw new Error("the sample has no number in 28005");
    const digits = person.mobile.slice(-9);
    const exported = await recordIn("export_log", 28_005);
    const reason = "برای آزمودن راه‌های بسته";
    const asked: [path: string, form?: Record<string, string>][] = [
      [`/${place}/search`, { q: digits }],
      [`/${place}/search/find`, { q: digits }],
      [`/${place}/search/find`, { q: person.fullName }],
      [`/${place}/network`, { q: digits }],
      [`/${place}/network/people/${person.id}`],
      ...["people", "waiting", "actions"].flatMap((list): [string, Record<string, string>?][] => [
        [`/${place}/exports/new/${list}`],
        [`/28005/exports/new/${list}`, { format: "csv", reason }],
        ...(place === 28_008
          ? []
          : [
              [`/${place}/exports/new/${list}`, { format: "csv", reason }] as [
                string,
                Record<string, string>,
              ],
            ]),
      ]),
      [`/${place}/exports`],
      [`/${place}/exports/${exported}`],
      [`/${place}/exports/${exported}/file`],
      [`/28005/exports/${exported}/file`],
    ];
    for (const [path, form] of asked) {
      const answer = await app.visit(path, { cookie, form });
      const text = await answer.text();
      // A page of a search repeats what was typed; nothing else may.
      const answered = form?.q === digits ? text.replaceAll(digits, "") : text;
      expect(answered, path).not.toContain(digits);
      expect(answered, path).not.toContain(person.id);
      if (path.includes("/exports/") && !(place === 28_008 && path.startsWith("/28008/exports/new/")))
        expect([403, 404], path).toContain(answer.status);
    }
  });

  test("leaves its own county in a file that its assistant asked for, with the reason written down", async () => {
    const cookie = await cookieOf(28_005, "assistant");
    const asked = { format: "csv", reason: "دعوت به نشست آب روستایی" };
    const refused = await app.visit("/28005/exports/new/people", { cookie, form: { format: "csv" } });
    expect(refused.status).toBe(422);
    const taken = await app.visit("/28005/exports/new/people", { cookie, form: asked });
    const page = taken.headers.get("location") ?? "";
    expect(page).toMatch(/^\/28005\/exports\/[0-9a-f-]{36}$/);
    const file = await app.visit(`${page}/file`, { cookie });
    expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(await file.text()).toMatch(/\b09\d{9}\b/);
    const governor = await cookieOf(28_005, "governor");
    expect(await (await app.visit("/28005/exports", { cookie: governor })).text()).toContain(asked.reason);
    expect((await app.visit(`${page}/file`, { cookie: governor })).status).toBe(403);
  });
});
