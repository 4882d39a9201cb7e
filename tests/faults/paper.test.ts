import { createHash } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { exportedListNamed, sayIn } from "~/exported-lists.server";
import { handOutFile } from "~/areas/exports/commands/hand-out-file.server";
import { takeExport } from "~/areas/exports/commands/take-export.server";
import { writtenPaper } from "~/areas/exports/written-paper.server";
import { actorOf, GORGAN } from "../factories/actors";
import { asOwner } from "../factories/offices";
import { textOfPdf } from "../factories/pdf-text";
import { plantPlaces } from "../factories/posts";
import { ownerRows } from "../setup/owner";
import { killedWorkers } from "./killed-workers";

const assistant = actorOf(GORGAN, "assistant");

const worker = killedWorkers();
beforeAll(() => plantPlaces());

const count = async (sql: string, id: string) => (await ownerRows<{ n: number }>(sql, [id]))[0]?.n;
const paperOf = async (id: string) =>
  (
    await ownerRows<{ state: string; hash: string | null; pages: number | null }>(
      "select state, file_hash as hash, pages from export_paper where id = $1",
      [id],
    )
  )[0];
const said = (id: string) =>
  count(
    `select count(*)::int as n from outbox_event where type = 'PaperWritten' and payload->>'exportId' = $1`,
    id,
  );

test("a worker killed within a paper hands out nothing half, and one killed after it writes it no second time", async () => {
  const list = exportedListNamed("obligations");
  if (!list) throw new Error("The ledger has a paper.");
  const wanted = {
    list,
    asked: new URLSearchParams({ end: "owed" }),
    say: sayIn("fa"),
    post: "دستیار فرماندار",
  };
  const { id } = await takeExport(assistant, wanted, { format: "pdf", reason: "برای نشست" }, new Date());

  // The first has set its pages and put them down, and cannot say so: somebody else holds the marks.
  await asOwner(async (holder) => {
    await holder.query("begin");
    await holder.query("lock table handled_reaction in access exclusive mode");
    const first = worker({});
    await vi.waitFor(
      async () => {
        const [waiting] = await ownerRows<{ n: number }>(
          "select count(*)::int as n from pg_locks where relation = 'handled_reaction'::regclass and not granted",
        );
        expect(waiting?.n).toBeGreaterThan(0);
      },
      { timeout: 60_000, interval: 50 },
    );
    await first.kill();
    await holder.query("rollback");
  });
  expect(await paperOf(id)).toMatchObject({ state: "writing", hash: null, pages: null });
  expect(await handOutFile(assistant, id)).toBeNull();
  expect(await said(id)).toBe(0);

  // The second dies when all is written, before the queue hears of it.
  const second = worker({ AFTER: "write-paper" });
  await second.says("paused");
  await second.kill();
  const written = await paperOf(id);
  expect(written).toMatchObject({ state: "ready", pages: 1 });
  expect(await said(id)).toBe(1);

  // The third takes the job again, and its taker hears of it.
  const third = worker({});
  await vi.waitFor(
    async () =>
      expect(
        await count(
          `select count(*)::int as n from handled_reaction h join outbox_event e on e.id = h.event_id
           where e.type = 'PaperWritten' and e.payload->>'exportId' = $1`,
          id,
        ),
      ).toBe(1),
    { timeout: 60_000, interval: 100 },
  );
  await third.kill();
  expect(await paperOf(id)).toEqual(written);
  expect(await said(id)).toBe(1);
  const row = await handOutFile(assistant, id);
  if (!row) throw new Error("the paper is not handed out");
  const bytes = Buffer.from(await (await writtenPaper({ ...row, format: "pdf" })).arrayBuffer());
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(written?.hash);
  expect(textOfPdf(bytes).join(" ")).toContain("تعهدها");
}, 200_000);
