import { afterEach, expect, test, vi } from "vitest";
import { actorOf, GORGAN } from "../../tests/factories/actors";
import { handleError } from "~/entry.server";
import { uuidv7 } from "~/lib/identifiers";
import { within } from "./db.server";
import { faultOf } from "./fault.server";
import { log } from "./log.server";
import { embeddedQueue } from "./queue-embedded.server";

const NAME = "پروین آزمایشی";
const MOBILE = "+989120000017";
const listeners: { mockRestore: () => void }[] = [];
afterEach(() => {
  for (const one of listeners.splice(0)) one.mockRestore();
});

/** A statement that fails: the database names the value that it could not take. */
async function failing(): Promise<void> {
  const typed = `${NAME} ${MOBILE}`;
  await within(actorOf(GORGAN, "assistant"), (db) => db.$executeRaw`select ${typed}::text::date`);
}
const thrown = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing failed");
};
/** Everything that would stand in the log. */
function listening() {
  const lines: string[] = [];
  for (const level of ["error", "warn"] as const)
    listeners.push(
      vi
        .spyOn(log, level)
        .mockImplementation((...words: unknown[]) => void lines.push(JSON.stringify(words))),
    );
  return lines;
}
const expectNobody = (line: string) => {
  for (const personal of [NAME, MOBILE, MOBILE.slice(3)]) expect(line).not.toContain(personal);
};

test("a failed statement tells the log what failed and where, and nothing of the row", async () => {
  const error = await thrown(failing);
  expect(String((error as Error).stack)).toContain(NAME);
  const lines = listening();
  const request = new Request(`http://peyvand.test/28005/network/people?q=${NAME}`);
  handleError(error, { request, context: {}, params: {} } as unknown as Parameters<typeof handleError>[1]);
  expect(lines).toHaveLength(1);
  expectNobody(lines[0] ?? "");
  expect(lines[0]).toContain('"code":"22007"');
  expect(lines[0]).toContain("fault.test.ts");
});

test("a job that fails on a row leaves nothing of it in the log", async () => {
  const lines = listening();
  const queue = embeddedQueue();
  const eventId = uuidv7();
  queue.process(failing);
  await queue.add([
    { id: `${eventId}.told`, name: "told", data: { eventId, divisionId: GORGAN, payload: {} } },
  ]);
  // Tried again on a slow machine, it stands there twice.
  await vi.waitFor(() => expect(lines).not.toEqual([]), { timeout: 15_000 });
  await queue.close();
  lines.forEach(expectNobody);
  expect(lines[0]).toContain('"name":"told"');
});

test("no message passes, not even one that looks like a place in the code, nor one of a cause", () => {
  const inner = new Error(`Key (mobile)=(${MOBILE})\n    at ${NAME} (person.ts:1:1)`);
  const outer = Object.assign(new TypeError(`in ${NAME}`, { cause: inner }), { code: `of ${NAME}` });
  const fault = faultOf(outer);
  expectNobody(JSON.stringify(fault));
  expect(fault).toMatchObject({ fault: "TypeError", cause: { fault: "Error" } });
  expect(fault.at?.length).toBeGreaterThan(0);
  expect(faultOf(MOBILE)).toEqual({ fault: "string" });
});
