import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "~/lib/identifiers";
import { fa } from "~/ui/messages";
import { openApplication } from "../setup/application";
import { holdSample } from "../setup/sample";
import { doorOf, FURTHER_DOORS, type Door } from "./bad-input-doors";
import {
  ARABIC,
  asHtmlCarries,
  concerns,
  fill,
  FILLINGS,
  formsOf,
  idsNamedBy,
  typedIn,
  type Filling,
  type FoundForm,
  type Given,
} from "./hostile-forms";
import { ROUTE_CASES } from "./route-cases";
import { errorsBeside, errorsSaid, saysWhy, unshown } from "./said-errors";

await holdSample(0.2);
let answer: unknown;
const app = await openApplication({ hear: (heard) => (answer = heard) });
/** Whether everybody's address carries a code that only its own area can make: a further door leads there. */
const carriesCode = (id: string) => {
  const at = ROUTE_CASES[id];
  return at?.door === "everybody" && !at.link && id.includes("$");
};
/** A route without a case is the concern of the test of routes. */
const withAction = Object.values(app.routes).filter(
  (route) => route?.module.action !== undefined && ROUTE_CASES[route.id],
);
/** Minutes of 200 pages are no bad input: this form takes a million characters, and keeps every letter as it came. */
const TAKES_MINUTES = "/28000/minutes/new";
/** Bytes of a program under the name of a photograph. */
const NO_PHOTOGRAPH = new File([new Uint8Array([0x4d, 0x5a, 0x90, 0x00, 0xff, 0xfe])], "عکس.jpg", {
  type: "image/jpeg",
});

const NO_SUCH_DAY = fa["form.date.no-such-day"];

const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
beforeAll(() => owner.connect());
afterAll(async () => {
  await owner.end();
  await app.close();
});

let counting: string | undefined;
let counted: { changes: string; rows: Record<string, number> } | undefined;
/**
 * Rows of every table but those of sign-in itself, so that a saved trace shows whatever its table. Counted anew only
 * where a statement has touched one of them since.
 */
async function countRows(): Promise<Record<string, number>> {
  counting ??= await watchTables();
  const { rows: at } = await owner.query<{ changes: string }>("select last_value as changes from changes");
  const changes = at[0]?.changes ?? "";
  if (counted?.changes !== changes) {
    const { rows } = await owner.query<Record<string, number>>(counting);
    counted = { changes, rows: rows[0] ?? {} };
  }
  return counted.rows;
}

/** Lets every insertion and deletion tick a sequence, rolled back or not, and gives the statement that counts rows. */
async function watchTables(): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname not in ('session', 'rate_limit')`,
  );
  await owner.query(`
    create sequence changes;
    create function tick() returns trigger language plpgsql security definer as
      $$ begin perform nextval('public.changes'); return null; end $$;
    ${rows.map(({ name }) => `create trigger zz_tick after insert or delete or truncate on "${name}" for each statement execute function tick();`).join("")}`);
  return `select ${rows.map(({ name }) => `(select count(*)::int from "${name}") as "${name}"`).join(", ")}`;
}

let looking: string | undefined;
const foreign = new Map<string, string | undefined>();
/** For every record that a form names, one of the same kind in a place that its filler has no business with. */
async function foreignFor(form: FoundForm): Promise<Map<string, string>> {
  looking ??= (
    await owner.query<{ name: string }>(
      `select table_name as name from information_schema.columns
        where table_schema = 'public' and (column_name = 'division_id' or (column_name = 'id' and data_type = 'uuid'))
        group by table_name having count(*) = 2`,
    )
  ).rows
    .map(
      ({ name }) =>
        `(select o.id from "${name}" mine join "${name}" o on o.division_id / 1000 <> mine.division_id / 1000
           where mine.id = $1 order by o.division_id desc limit 1)`,
    )
    .join(" union all ");
  const ids = idsNamedBy(form);
  for (const id of ids) {
    if (!foreign.has(id)) foreign.set(id, (await owner.query<{ id: string }>(looking, [id])).rows[0]?.id);
  }
  return new Map(
    ids.flatMap((id) => {
      const other = foreign.get(id);
      return other ? [[id, other] as const] : [];
    }),
  );
}

/** The forms of a page as it shows them now; a route without a page gets one of guessed names. */
async function formsAt(path: string, cookie: string | undefined, hasPage: boolean, mayBeGone: boolean) {
  const bare: FoundForm = {
    action: path,
    name: "no page",
    multipart: false,
    isSearch: false,
    fields: ["requestId", "revision", "id", "text", "note"].map((name) => ({
      name,
      kind: name === "requestId" ? "hidden" : "text",
      value: "",
      offered: [],
    })),
  };
  if (!hasPage) return [bare];
  const response = await app.visit(path, { cookie });
  if (response.status === 404 && mayBeGone) return [];
  expect(response.status, path).toBeLessThan(400);
  const [bareAddress] = path.split("?");
  const own = formsOf(await response.text(), path).filter(
    ({ action }) => action.split("?")[0] === bareAddress,
  );
  return own.length > 0 ? own : [bare];
}

/** Letters of a form as it is sent up to which its answer shows it again. */
const READ_WHOLE = 3_900_000;

async function send({ action, multipart }: FoundForm, values: Map<string, string | File>, cookie?: string) {
  const body = multipart ? new FormData() : new URLSearchParams();
  for (const [name, value] of values) {
    if (body instanceof FormData) body.append(name, value);
    else body.append(name, typeof value === "string" ? value : value.name);
  }
  answer = undefined;
  const response = await app.visit(action, { cookie, form: body });
  return { status: response.status, html: await response.text(), next: response.headers.get("location") };
}

/** Posts a form filled with a filling, and holds what must hold whatever the answer is; says whether it was accepted. */
async function post(
  form: FoundForm,
  filling: Filling,
  given: Given,
  path: string,
  cookie: string | undefined,
) {
  const said = `${form.action} (${form.name}) with ${filling}`;
  const values = fill(form, filling, given);
  const before = await countRows();
  const { status, html, next } = await send(form, values, cookie);
  expect(status, `${said}: ${html.slice(0, 300)}`).toBeLessThan(500);

  const after = await countRows();
  if (status >= 400) expect(after, `${said} left a trace`).toEqual(before);
  if ((status === 422 || status === 409) && !form.isSearch) {
    const kept = typedIn(html, form, path);
    const size = [...values.values()].reduce(
      (sum, value) => sum + (typeof value === "string" ? encodeURIComponent(value).length : 0),
      0,
    );
    if (form.name !== "no page" && size < READ_WHOLE)
      expect(kept.size, `${said} is answered without its form`).toBeGreaterThan(0);
    for (const { name, kind } of form.fields) {
      if (!["text", "day", "number"].includes(kind) || !kept.has(name)) continue;
      const typed = asHtmlCarries(String(values.get(name) ?? ""));
      expect(asHtmlCarries(kept.get(name) ?? "") === typed, `${said} lost what was typed into ${name}`).toBe(
        true,
      );
    }
  }
  const errors = errorsSaid(answer);
  if (errors && Object.keys(errors).length > 0 && form.name !== "no page" && !form.isSearch)
    expect.soft(unshown(html, form, errors), said).toEqual([]);
  const hasWords = form.name !== "no page" && form.fields.some(({ kind }) => kind === "text");
  if (hasWords && filling === "a hundred thousand characters" && path !== TAKES_MINUTES)
    expect(status, `${said} was accepted`).toBeGreaterThanOrEqual(400);
  holdsItsOwn(form, filling, { status, html }, said, values);
  expect(html.includes('<script>alert("x")'), `${said} shows a script as it is`).toBe(false);

  if (filling === "a script in Arabic letters" && values.has("requestId")) {
    const again = await send(form, values, cookie);
    expect(await countRows(), `${said}, sent twice, saved twice`).toEqual(after);
    if (status < 400) expect(again.next, `${said}, sent twice, is answered otherwise`).toBe(next);
    if (status < 400 && form.name !== "no page") await sendLate(form, values, cookie, said);
  }
  if (next?.startsWith("/")) {
    const led = await app.visit(next, { cookie });
    const page = await led.text();
    expect(led.status, `${said} leads to ${next}`).toBeLessThan(500);
    const shows = (text: string) => page.includes(text);
    expect(shows('<script>alert("x")'), `${said} leads to a page with a script`).toBe(false);
    expect(shows("\u202e"), `${said} leads to a page that turns its letters round`).toBe(false);
    if (path !== TAKES_MINUTES)
      expect(shows(ARABIC), `${said} leads to a page in Arabic letters`).toBe(false);
  }
  return status < 400;
}

/** Sends what was accepted once more, as somebody does who has had the form open since before: a refusal says why. */
async function sendLate(
  form: FoundForm,
  values: Map<string, string | File>,
  cookie: string | undefined,
  said: string,
) {
  const { status, html } = await send(form, new Map([...values, ["requestId", uuidv7()]]), cookie);
  const errors = errorsSaid(answer) ?? {};
  if (status !== 409 && Object.keys(errors).length === 0) return;
  expect.soft([409, 422], `${said}, sent late`).toContain(status);
  expect.soft(saysWhy(html, form, errors), `${said}, sent late, does not say why not`).toBe(true);
}

/** What a filling must find beside the fields it is meant for. */
function holdsItsOwn(
  form: FoundForm,
  filling: Filling,
  { status, html }: { status: number; html: string },
  said: string,
  values: Map<string, string | File>,
) {
  if (filling === "records of another place")
    expect(status, `${said} was accepted`).toBeGreaterThanOrEqual(400);
  if (form.isSearch || (status !== 422 && status < 300)) return;
  const beside = errorsBeside(html, form);
  const kinds: Partial<Record<Filling, string[]>> = {
    "a day that is none": ["day", "number"],
    "a file that is none": ["file"],
  };
  for (const { name, kind } of form.fields) {
    if (!kinds[filling]?.includes(kind)) continue;
    if (status === 403 || status === 404 || status === 409) continue;
    expect(status, `${said} was accepted`).toBe(422);
    expect(beside.get(name) ?? "", `${said}: nothing beside ${name}`).not.toBe("");
  }
  if (filling !== "the last day of a leap year") return;
  for (const { name, kind } of form.fields)
    if (kind === "day" && values.has(name))
      expect(beside.get(name) ?? "", `${said}: ${name} is refused`).not.toContain(NO_SUCH_DAY);
}

/** Fills every form behind a door with every filling that says something of it. */
async function askBadly({ paths, cookie }: Door, hasPage: boolean) {
  const [first] = paths;
  if (first === undefined) throw new Error("the sample has no record behind this door");
  // With a search in the address the other forms of the page are behind another door.
  const others = first.includes("?") ? await formsAt(first.split("?")[0] ?? "", cookie, hasPage, false) : [];
  const isOther = ({ name }: FoundForm) => others.some((one) => one.name === name);
  const formsOfPath = async (path: string, mayBeGone: boolean) =>
    (await formsAt(path, cookie, hasPage, mayBeGone)).filter((form) => !isOther(form));
  const isNone = (forms: FoundForm[]) => forms.every(({ name }) => name === "no page");
  const names = new Set<string>();
  let at = 0;
  // What another route's forms have ended is gone: the last record at least opens.
  let forms = await formsOfPath(first, paths.length > 1);
  while (isNone(forms) && at + 1 < paths.length) {
    at += 1;
    forms = await formsOfPath(paths[at] ?? "", at + 1 < paths.length);
  }
  if (others.length > 0 && isNone(forms)) throw new Error(`${first} opens no form`);
  for (const filling of Object.keys(FILLINGS) as Filling[]) {
    for (const { name } of forms) names.add(name);
    for (const name of names) {
      let form = forms.find((one) => one.name === name);
      // A form accepted before may have led the record on: the next record offers it still.
      while (!form && at + 1 < paths.length) {
        forms = await formsOfPath(paths[(at += 1)] ?? "", true);
        form = forms.find((one) => one.name === name);
      }
      if (!form) continue;
      const given = { foreign: await foreignFor(form), file: NO_PHOTOGRAPH };
      const path = paths[at] ?? "";
      if (!concerns(filling, form, given)) continue;
      if (await post(form, filling, given, path, cookie)) forms = await formsOfPath(path, true);
    }
  }
}

describe("whatever is typed, a form answers, keeps the words and saves nothing half", () => {
  test.each(withAction.flatMap((route) => (route && !carriesCode(route.id) ? [route.id] : [])))(
    "%s",
    async (id) => {
      await askBadly(await doorOf(app.routes, id), Boolean(app.routes[id]?.module.default));
    },
    120_000,
  );
  test.each(Object.keys(FURTHER_DOORS))(
    "%s",
    async (name) => {
      await askBadly((await FURTHER_DOORS[name]?.()) ?? { paths: [], cookie: undefined }, true);
    },
    120_000,
  );
});
