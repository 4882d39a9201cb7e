import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "~/actor.server";
import { exportedListNamed, sayIn } from "~/exported-lists.server";
import { registerPerson } from "~/areas/network/commands/register-person.server";
import { tellOfPaper } from "~/areas/notifications/commands/tell-of-paper.server";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { sweepOwnFiles } from "~/kernel/files.server";
import { exportedList, type ExportedList } from "~/kernel/sheets/exported-list";
import { openArchive } from "~/kernel/sheets/zip-entries.server";
import { uuidv7 } from "~/lib/identifiers";
import { AQQALA, GOLESTAN, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { aPerson } from "../../../../tests/factories/network";
import { textOfPdf } from "../../../../tests/factories/pdf-text";
import { ownerRows } from "../../../../tests/setup/owner";
import { FRESH_MINUTES, MOST_PAPER_ROWS } from "../choices";
import { getExport } from "../queries.server";
import { writtenPaper } from "../written-paper.server";
import { handOutFile } from "./hand-out-file.server";
import { takeExport } from "./take-export.server";
import { writePaper, type Spoken } from "./write-paper.server";

const now = new Date("2026-12-24T05:30:00Z");
const REASON = "دعوت به نشست آب روستایی";
const assistant = actorOf(GORGAN, "assistant");
let system: PlacedActor;

/** A list of so many numbers, as long as its reading is let go on. */
const numbers = (count: number, reading: (from: number) => void = () => undefined): ExportedList =>
  exportedList({
    name: "numbers",
    title: "network.people",
    page: "/network",
    isPersonal: false,
    levels: ["county"],
    narrowedBy: [],
    filterOf: () => null,
    told: () => [],
    columns: () => [{ header: "network.col.name", width: 30, cell: (row: number) => `سطر ${row}` }],
    read: (_db, _at, _filter, after, size) => {
      const from = Number(after ?? 0);
      reading(from);
      const rows = Array.from({ length: Math.min(size, count - from) }, (_, n) => from + n + 1);
      return Promise.resolve({ rows, next: from + size < count ? String(from + size) : null });
    },
  });

const listNamed = (name: string) => {
  const list = exportedListNamed(name);
  if (!list) throw new Error(`no list ${name}`);
  return list;
};
const wanted = (list: ExportedList) => ({
  list,
  asked: new URLSearchParams(),
  say: sayIn("fa"),
  post: "دستیار فرماندار",
});
const spoken =
  (list: ExportedList): Spoken =>
  ({ paper }) =>
    Promise.resolve({ list, say: sayIn(paper?.locale ?? "fa") });
const take = (list: ExportedList, format: "pdf" | "docx", by = assistant) =>
  takeExport(by, wanted(list), { format, reason: REASON }, now);
const exportOf = (id: string) => within(assistant, (db) => getExport(db, GORGAN, id));
async function fileOf(id: string): Promise<Buffer> {
  const row = await handOutFile(assistant, id, now);
  if (!row) throw new Error("the file is not handed out");
  return Buffer.from(await (await writtenPaper({ ...row, format: "pdf" })).arrayBuffer());
}
const eventsOf = async (id: string) =>
  (
    await ownerRows<{ n: number }>(
      `select count(*)::int as n from outbox_event where type = 'PaperWritten' and payload->>'exportId' = $1`,
      [id],
    )
  )[0]?.n;

beforeAll(async () => {
  await ownerRows(
    "insert into division (id, level, name_fa, name_en, valid_from, successor_ids) values (28005, 'county', 'گرگان', 'Gorgan', '2011-03-21', '{}') on conflict do nothing",
  );
  system = await systemActor(GORGAN);
  await registerPerson(assistant, aPerson({ fullName: "ناهید سعیدی" }), now);
});

describe("an export as an office page", () => {
  test("is there when its job has written it, with its hash and its pages, for its taker", async () => {
    const list = listNamed("people");
    const { id, number } = await take(list, "pdf");
    expect(await handOutFile(assistant, id, now)).toBeNull();
    await writePaper(system, { exportId: id, eventId: uuidv7() }, spoken(list), now);
    const { paper } = await exportOf(id);
    expect(paper).toMatchObject({ state: "ready", pages: 1, rowsDone: 1 });
    const bytes = await fileOf(id);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(paper?.fileHash);
    const [text = ""] = textOfPdf(bytes);
    const persian = (written: string) =>
      written.replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹".charAt(Number(digit)));
    for (const words of ["ناهید سعیدی", "دستیار فرماندار", REASON, "فرمانداری گرگان"])
      expect(text).toContain(words);
    expect(text).toContain(persian(`${GORGAN}-${number}`));
    expect(await handOutFile(actorOf(GORGAN, "expert"), id, now)).toBeNull();
    const late = new Date(now.getTime() + (FRESH_MINUTES + 1) * 60_000);
    expect(await handOutFile(assistant, id, late)).toBeNull();
    await expect(handOutFile(actorOf(AQQALA, "assistant"), id, now)).rejects.toMatchObject({
      kind: "missing",
    });
  });

  test("of a list with persons is made for a reason, and never above their county", async () => {
    const people = listNamed("people");
    await expect(takeExport(assistant, wanted(people), { format: "pdf" }, now)).rejects.toMatchObject({
      kind: "invalid",
    });
    await expect(take(people, "pdf", actorOf(GOLESTAN, "representative"))).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  test("is refused in words where it would be a book", async () => {
    await expect(take(numbers(MOST_PAPER_ROWS + 1), "docx")).rejects.toMatchObject({
      code: `exports.too-many-for-paper?most=${MOST_PAPER_ROWS}`,
    });
  });

  test("whose job is killed halfway is written by the next one, once, and told once", async () => {
    let isKilled = true;
    const list = numbers(600, (from) => {
      if (from > 250 && isKilled) throw new Error("killed");
    });
    isKilled = false;
    const { id } = await take(list, "docx");
    isKilled = true;
    const job = { exportId: id, eventId: uuidv7() };
    await expect(writePaper(system, job, spoken(list), now)).rejects.toThrow("killed");
    expect((await exportOf(id)).paper).toMatchObject({ state: "failed", rowsDone: 500 });
    expect(await eventsOf(id)).toBe(0);

    isKilled = false;
    await writePaper(system, job, spoken(list), now);
    await writePaper(system, job, spoken(list), now);
    expect((await exportOf(id)).paper).toMatchObject({ state: "ready", failure: null, rowsDone: 600 });
    expect(await eventsOf(id)).toBe(1);
    const written = await ownerRows("select 1 from audit_entry where subject_id = $1 and verb = 'write'", [
      id,
    ]);
    expect(written).toHaveLength(1);
    const row = await handOutFile(assistant, id, now);
    if (!row) throw new Error("the file is not handed out");
    const archive = await openArchive(
      Buffer.from(await (await writtenPaper({ ...row, format: "docx" })).arrayBuffer()),
    );
    expect((await archive.text("word/document.xml"))?.match(/سطر/g)).toHaveLength(600);
  });

  test("that two workers write at once becomes ready once", async () => {
    const list = numbers(3);
    const { id } = await take(list, "pdf");
    const job = { exportId: id, eventId: uuidv7() };
    await Promise.all([1, 2].map(() => writePaper(system, job, spoken(list), now)));
    expect(await eventsOf(id)).toBe(1);
  });

  test("of a list that is no more says so and is not tried again", async () => {
    const { id } = await take(numbers(1), "pdf");
    await writePaper(system, { exportId: id, eventId: uuidv7() }, () => Promise.resolve(undefined), now);
    expect((await exportOf(id)).paper).toMatchObject({
      state: "failed",
      failure: "exports.paper.failed.no-list",
    });
  });

  test("is written by nobody but the system", async () => {
    const { id } = await take(numbers(1), "pdf");
    await expect(
      writePaper(assistant, { exportId: id, eventId: uuidv7() }, spoken(numbers(1)), now),
    ).rejects.toMatchObject({ kind: "forbidden" });
    expect((await exportOf(id)).paper?.state).toBe("waiting");
  });

  test("is told to its taker alone", async () => {
    const [account, post] = [uuidv7(), uuidv7()];
    const taker = actorOf(GORGAN, "assistant", account);
    await ownerRows("insert into account (id, full_name) values ($1, 'نرگس شکیبا')", [account]);
    await ownerRows(
      `insert into post (division_id, id, role, title_fa, title_en, opened_on) values ($1, $2, 'assistant', 'د', 'a', '2022-09-11')`,
      [GORGAN, post],
    );
    await ownerRows(
      `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, created_by_key)
       values ($1, $2, $3, $4, 'نرگس شکیبا', '1', '2023-01-01', 'test')`,
      [GORGAN, uuidv7(), post, account],
    );
    const list = numbers(1);
    const [own, other] = [await take(list, "pdf", taker), await take(list, "pdf")];
    for (const { id } of [own, other]) {
      await writePaper(system, { exportId: id, eventId: uuidv7() }, spoken(list), now);
      await tellOfPaper(system, uuidv7(), id, now);
    }
    const told = await ownerRows<{ href: string }>(
      "select href from notification where key = 'paper-written'",
    );
    expect(told).toEqual([{ href: `/${GORGAN}/exports/${own.id}` }]);
  });

  test("leaves no content behind after a day, and keeps its hash", async () => {
    const list = numbers(1);
    const { id } = await take(list, "pdf");
    await writePaper(system, { exportId: id, eventId: uuidv7() }, spoken(list), now);
    await sweepOwnFiles(() => Promise.resolve([]), new Date(Date.now() + 2 * 86_400_000));
    await expect(fileOf(id)).rejects.toMatchObject({ init: { status: 404 } });
    expect((await exportOf(id)).paper?.fileHash).toMatch(/^[0-9a-f]{64}$/);
  });
});
