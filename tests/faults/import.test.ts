import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test, vi } from "vitest";
import { beginImport } from "~/areas/network/commands/begin-import.server";
import { mapImportColumns } from "~/areas/network/commands/map-import-columns.server";
import { undoImport } from "~/areas/network/commands/undo-import.server";
import { startImport } from "~/areas/network/commands/start-import.server";
import { actorOf, GORGAN } from "../factories/actors";
import { aCsv } from "../factories/sheets";
import { FAMILY_NAMES, GIVEN_NAMES, LOCALITIES } from "../../scripts/sample/words";
import { ownerRows } from "../setup/owner";

const ROWS = 5_000;
/** Names as they are in a county: many are like each other, and whoever is in is compared while the list goes on. */
const name = (i: number) =>
  `${GIVEN_NAMES[i % GIVEN_NAMES.length]} ${FAMILY_NAMES[Math.floor(i / GIVEN_NAMES.length) % FAMILY_NAMES.length]}`;

const assistant = actorOf(GORGAN, "assistant");
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function worker(): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/faults/import-child.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  children.push(child);
  return child;
}

type Progress = { id: string; state: string; done: number; undone: number; revision: number };
const progress = async (): Promise<Progress> => {
  const [list] = await ownerRows<Progress>(
    "select id, state, rows_done as done, undo_done as undone, revision from person_import",
  );
  if (!list) throw new Error("there is no list");
  return list;
};
const count = async (sql: string) => (await ownerRows<{ n: number }>(sql))[0]?.n ?? -1;

test("a list whose worker is killed at 40 % goes on after the restart, with every row once", async () => {
  await ownerRows(
    "insert into division (id, level, name_fa, name_en, valid_from, successor_ids) values (28005, 'county', 'گرگان', 'Gorgan', '2011-03-21', '{}') on conflict do nothing",
  );
  const rows = Array.from({ length: ROWS }, (_, i) => [
    name(i),
    `0911${String(1_000_000 + i)}`,
    LOCALITIES[i % LOCALITIES.length] ?? "",
  ]);
  const bytes = aCsv([["نام کامل", "همراه", "محل"], ...rows]);
  const { id } = await beginImport(assistant, { name: "list.csv", bytes });
  await mapImportColumns(assistant, id, {
    columns: ["full-name", "mobile", "locality"],
    entry: "active",
    revision: 1,
  });
  await startImport(assistant, id, { revision: 2 });

  const first = worker();
  await vi.waitFor(async () => expect((await progress()).done).toBeGreaterThanOrEqual(ROWS * 0.4), {
    timeout: 120_000,
    interval: 10,
  });
  first.kill("SIGKILL");
  await once(first, "exit");
  const stopped = await progress();
  expect(stopped.state).toBe("running");
  expect(stopped.done).toBeLessThan(ROWS);
  expect(await count("select count(*)::int as n from person")).toBe(stopped.done);

  worker();
  await vi.waitFor(async () => expect((await progress()).state).toBe("done"), {
    timeout: 120_000,
    interval: 100,
  });
  expect(await count("select count(*)::int as n from person")).toBe(ROWS);
  expect(await count("select count(distinct mobile)::int as n from person")).toBe(ROWS);
  expect(await count("select added as n from person_import")).toBe(ROWS);
  expect(await count("select count(*)::int as n from outbox_event where type = 'PeopleImported'")).toBe(
    ROWS / 1000,
  );
  expect(await count("select count(*)::int as n from audit_entry where verb = 'import'")).toBe(ROWS / 1000);
}, 300_000);

test("and taken back: its worker is killed after a part, and the next takes back the rest, everybody once", async () => {
  const { id, revision } = await progress();
  await undoImport(assistant, id, { revision, reason: "پرونده سال پیش بود" });
  const first = worker();
  await vi.waitFor(async () => expect((await progress()).undone).toBeGreaterThan(0), {
    timeout: 120_000,
    interval: 5,
  });
  first.kill("SIGKILL");
  await once(first, "exit");
  const stopped = await progress();
  expect(stopped.state).toBe("undoing");
  const cancelled = "select count(*)::int as n from person where state = 'cancelled'";
  expect(await count(cancelled)).toBe(stopped.undone);

  worker();
  await vi.waitFor(async () => expect((await progress()).state).toBe("undone"), {
    timeout: 120_000,
    interval: 100,
  });
  expect(await count(cancelled)).toBe(ROWS);
  expect(await count("select undo_cancelled as n from person_import")).toBe(ROWS);
  expect(await count("select count(*)::int as n from person_state_change where state = 'cancelled'")).toBe(
    ROWS,
  );
  for (const sql of ["outbox_event where type = 'PeopleImportUndone'", "audit_entry where verb = 'undo'"])
    expect(await count(`select count(*)::int as n from ${sql}`)).toBe(ROWS / 1000);
}, 300_000);
