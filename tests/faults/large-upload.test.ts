import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidv7 } from "~/lib/identifiers";
import { signedIn } from "../factories/sessions";
import { ownerRows } from "../setup/owner";
import { startServer } from "../setup/server";

const GORGAN = 28_005;
const MB = 1024 * 1024;
const SENT = 101;
/**
 * What the process may grow by meanwhile, in MB: the largest list that is read, and what is not collected yet on a busy
 * machine. A process that held what was sent would grow by all of it, and by several times as much as it read it.
 */
const MAY_GROW = 90;
const BOUNDARY = "----end-of-part";

let server: Awaited<ReturnType<typeof startServer>>;
let cookie: string;
let personId: string;
beforeAll(async () => {
  server = await startServer();
  cookie = await signedIn(GORGAN, "assistant");
  personId = uuidv7();
  await ownerRows(
    "insert into person (division_id, id, full_name, state, tier, search_key, created_by_key) values ($1, $2, 'ناهید سعیدی', 'active', 'core', '', 'test')",
    [GORGAN, personId],
  );
});
afterAll(() => server.stop());

/** What the server's process holds in memory, in MB. */
const held = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1]) / 1024;

const opening = (name: string, rest = "") =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${rest}\r\n\r\n`;

/** Whether an answer has come to its end, in one piece or in several. */
function isWhole(heard: Buffer): boolean {
  const head = heard.indexOf("\r\n\r\n") + 4;
  const length = /content-length: (\d+)/i.exec(String(heard.subarray(0, head)))?.[1];
  if (length === undefined) return heard.subarray(-7).equals(Buffer.from("\r\n0\r\n\r\n"));
  return head >= 4 && heard.length >= head + Number(length);
}

/** Sends a form with a file of a hundred megabytes over a connection that stays open, as a browser's; never held here either. */
async function sendLarge(
  path: string,
  { announced = true, type = `multipart/form-data; boundary=${BOUNDARY}` } = {},
) {
  const head = Buffer.from(`${opening("title")}کارت شناسایی\r\n${opening("file", '; filename="a.csv"')}`);
  const tail = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
  const size = head.length + SENT * MB + tail.length;
  const { host, port } = new URL(server.url);
  const socket = connect(Number(port), "127.0.0.1");
  const written = (part: Buffer | string) => socket.write(part) || once(socket, "drain");
  const send = async (part: Buffer) => {
    if (announced) return void (await written(part));
    await written(`${part.length.toString(16)}\r\n`);
    await written(part);
    await written("\r\n");
  };
  let heard = Buffer.alloc(0);
  const answered = new Promise<void>((resolve, reject) => {
    socket.on("data", (part: Buffer) => {
      heard = Buffer.concat([heard, part]);
      if (isWhole(heard)) resolve();
    });
    socket.once("close", () =>
      reject(new Error(`the connection was closed after: ${String(heard).slice(0, 80)}`)),
    );
    socket.once("error", reject);
  });
  answered.catch(() => {});
  const before = held();
  let most = before;
  await written(
    [
      `POST ${path} HTTP/1.1`,
      `host: ${host}`,
      `origin: ${server.url}`,
      `cookie: ${cookie}`,
      `content-type: ${type}`,
      announced ? `content-length: ${size}` : "transfer-encoding: chunked",
      "",
      "",
    ].join("\r\n"),
  );
  await send(head);
  const megabyte = Buffer.alloc(MB, "a");
  for (let sent = 0; sent < SENT; sent += 1) {
    await send(megabyte);
    most = Math.max(most, held());
  }
  await send(tail);
  if (!announced) await written("0\r\n\r\n");
  await answered;
  socket.destroy();
  const grown = Math.max(most, held()) - before;
  const answer = String(heard);
  return { status: Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]), page: answer, grown };
}

test.each([
  ["a list of people", () => "/28005/network/import", "پرونده از ۱۶ مگابایت بزرگ‌تر است"],
  ["a file on a person", () => `/28005/network/people/${personId}/files/new`, "دست بالا ۵ مگابایت"],
])(
  "%s of a hundred megabytes is refused beside its field, and the process never holds it",
  async (_, path, message) => {
    // The first request of a process loads its modules.
    await (await fetch(`${server.url}${path()}`, { headers: { cookie } })).text();
    for (const announced of [true, false]) {
      const { status, page, grown } = await sendLarge(path(), { announced });
      expect(status).toBe(413);
      expect(page).toMatch(new RegExp(`id="[^"]*file-error"[^>]*>(?:(?!</p>).)*${message}`, "s"));
      expect(grown).toBeLessThan(MAY_GROW);
    }
  },
  60_000,
);

test("what was typed before the file that is too large stays in the form", async () => {
  const { page } = await sendLarge(`/28005/network/people/${personId}/files/new`);
  expect(page).toMatch(/<input[^>]*value="کارت شناسایی"/);
});

test("a form that does not say its size is counted as it comes", async () => {
  const type = "application/x-www-form-urlencoded";
  const { status, grown } = await sendLarge("/28005/network/people/new", { announced: false, type });
  expect(status).toBe(422);
  expect(grown).toBeLessThan(MAY_GROW);
});
