import { expect, test } from "vitest";
import { z } from "zod";
import { actorOf, AQQALA, GORGAN } from "../../tests/factories/actors";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { submit } from "./http.server";
import { Refusal, tooLate } from "./refusal";

const Found = z.object({ name: z.string() });
const assistant = actorOf(GORGAN, "assistant");

/** Sends a form that founds a circle. */
function send(fields: Record<string, string | File>, { path = "/28005/found", actor = assistant } = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const request = new Request(`http://peyvand.test${path}`, { method: "POST", body });
  return submit(request, Found, ({ name }) =>
    within(actor, async (db) => {
      const id = uuidv7();
      const about = { name, topic: "اجتماعی", formedOn: new Date("2026-09-23"), createdByKey: "test" };
      await db.circle.create({ data: { divisionId: actor.place.id, id, ...about } });
      return { id };
    }),
  );
}
const circles = async (actor = assistant) =>
  (await within(actor, (db) => db.circle.findMany({ where: { divisionId: actor.place.id } })))
    .map(({ name }) => name)
    .sort();

test("the same form sent twice has one effect, also when both come at once", async () => {
  const actor = actorOf(AQQALA, "assistant");
  const form = { requestId: uuidv7(), name: "حلقه آب" };
  const [first, second] = await Promise.all([send(form, { actor }), send(form, { actor })]);
  expect(second).toEqual(first);
  expect(await send(form, { actor })).toEqual(first);
  expect(await circles(actor)).toEqual(["حلقه آب"]);
});

test("two different forms of one page both have their effect, also when both come at once", async () => {
  const requestId = uuidv7();
  const names = ["حلقه الف", "حلقه ب", "حلقه پ"];
  await Promise.all(names.map((name) => send({ requestId, name })));
  expect(await circles()).toEqual(names);
});

test("the intent, the address and the file of a form tell it from another", async () => {
  const requestId = uuidv7();
  const before = (await circles()).length;
  const form = { requestId, name: "حلقه" };
  await send(form);
  await send({ ...form, intent: "other" });
  await send(form, { path: "/28005/found/other" });
  await send({ ...form, file: new File(["one"], "a.txt") });
  await send({ ...form, file: new File(["two"], "a.txt") });
  await send({ ...form, file: new File(["two"], "a.txt") });
  // A field's end is no letter of it: ("ab", "c") is not ("a", "bc").
  await send({ ...form, ab: "c" });
  await send({ ...form, a: "bc" });
  expect(await circles()).toHaveLength(before + 7);
});

test("a form that was opened in another post is a conflict that keeps what was typed; sent from the present one it is taken", async () => {
  const before = await circles();
  const [present, former] = [uuidv7(), uuidv7()];
  const actor = { ...assistant, postId: present };
  const form = { requestId: uuidv7(), name: "حلقه دو پست" };
  expect(await send({ ...form, fromPost: former }, { actor })).toMatchObject({
    init: { status: 409 },
    data: { refusal: { code: "refusal.other-post" }, result: { initialValue: { name: "حلقه دو پست" } } },
  });
  expect(await circles()).toEqual(before);
  await send({ ...form, fromPost: present }, { actor });
  await send({ name: "حلقه بی‌شناسه", fromPost: former }, { actor });
  expect(await circles()).toEqual([...before, "حلقه دو پست"].sort());
});

test("what comes too late is answered by a page of its own, with the words that were typed and no secret", async () => {
  const body = new FormData();
  const typed = {
    name: "حلقه آب",
    note: "سه خانوار چشم به راه‌اند",
    state: "open",
    password: "رمز من",
    requestId: uuidv7(),
  };
  for (const [name, value] of Object.entries(typed)) body.append(name, value);
  const request = new Request("http://peyvand.test/28005/found", { method: "POST", body });
  const late = submit(request, Found, async () => {
    throw tooLate("network.circle.closed");
  });
  await expect(late).rejects.toMatchObject({
    data: { code: "network.circle.closed", kept: { typed: [typed.note, typed.name], instead: [] } },
    init: { status: 409 },
  });
});

test.each(["missing", "forbidden"] as const)(
  "a form refused as %s keeps the words that were typed",
  async (kind) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ name: "حلقه آب", password: "رمز من", circleId: uuidv7() }))
      body.append(name, value);
    const request = new Request("http://peyvand.test/28005/found", { method: "POST", body });
    const refused = submit(request, Found, async () => {
      throw new Refusal(kind, `refusal.${kind}`);
    });
    await expect(refused).rejects.toMatchObject({
      data: { code: `refusal.${kind}`, kept: { typed: ["حلقه آب"], instead: [] } },
      init: { status: kind === "missing" ? 404 : 403 },
    });
  },
);
