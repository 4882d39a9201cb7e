import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOf, GOLESTAN, GORGAN } from "../../../../tests/factories/actors";
import { Records } from "../../../../tests/factories/records";
import type { PlacedActor } from "~/kernel/actor";
import type { FormResult } from "~/kernel/http.server";
import { submitStep } from "./step-form.server";

const expert = actorOf(GOLESTAN, "provincial-expert");
const assistant = actorOf(GORGAN, "assistant");
/** After every clock that the command could read. */
const DAY = "1440/01/20";
const OTHER_DAY = "1440/02/20";

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());

/** Sends the form of a step; answers its HTTP status and, where it was refused, what the page gets. */
async function send(actor: PlacedActor, id: string, fields: Record<string, string>) {
  const request = new Request("http://localhost/", { method: "POST", body: new URLSearchParams(fields) });
  const answer: unknown = await submitStep(request, actor, { divisionId: GORGAN, id }, "/back");
  if (answer instanceof Response) return { status: answer.status };
  const { data, init } = answer as { data: FormResult | null; init: { status: number } };
  return { status: init.status, ...data };
}

const kept = async (id: string) => {
  const { rows } = await records.query(
    "select state, due_on::text as due, revision from obligation where id = $1",
    [id],
  );
  return (rows as { state: string; due: string; revision: number }[])[0];
};

test("a second day over one that was never seen is refused with both shown, and then taken knowingly", async () => {
  const id = await records.obligation("2026-12-30");
  const reDate = (fields: Record<string, string>) => send(expert, id, { do: "re-date", ...fields });
  expect(await reDate({ dueOn: DAY, cause: "budget", note: "نبود اعتبار", revision: "1" })).toMatchObject({
    status: 302,
  });
  const first = await kept(id);
  const stale = await reDate({ dueOn: OTHER_DAY, cause: "weather", note: "برف", revision: "1" });
  expect(stale).toMatchObject({
    status: 409,
    result: { initialValue: { dueOn: OTHER_DAY, note: "برف" } },
    refusal: {
      code: "obligations.refusal.changed",
      theirs: { dueOn: first?.due, note: `نبود اعتبار · ${expert.name}` },
      revision: 2,
    },
  });
  expect(await kept(id)).toEqual(first);
  expect(await reDate({ dueOn: OTHER_DAY, cause: "weather", note: "برف", revision: "2" })).toMatchObject({
    status: 302,
  });
  expect(await kept(id)).toMatchObject({ revision: 3 });
});

test("nobody verifies what was reported anew after he opened the page", async () => {
  const id = await records.obligation("2026-12-30", { state: "reported-done", reported_at: new Date() });
  await send(expert, id, { do: "reject", note: "ناقص", revision: "1" });
  await send(assistant, id, { do: "report-done", text: "کامل شد", revision: "2" });
  expect(await send(actorOf(GOLESTAN, "representative"), id, { do: "verify", revision: "1" })).toMatchObject({
    status: 409,
    refusal: { theirs: { state: "reported-done" }, revision: 3 },
  });
  expect(await kept(id)).toMatchObject({ state: "reported-done" });
});

test("a chosen file that is empty is refused beside its field and is not taken for none", async () => {
  const id = await records.obligation("2026-12-30", { state: "in-progress" });
  const report = async (file: File) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ do: "report-done", text: "انجام شد", revision: "1" }))
      form.set(name, value);
    form.set("file", file);
    const request = new Request("http://localhost/", { method: "POST", body: form });
    return submitStep(request, assistant, { divisionId: GORGAN, id }, "/back");
  };
  expect(await report(new File([], "visit.png", { type: "image/png" }))).toMatchObject({
    init: { status: 422 },
    data: { result: { initialValue: { text: "انجام شد" }, error: { file: ["refusal.file-empty"] } } },
  });
  expect(await kept(id)).toMatchObject({ state: "in-progress" });
  expect(await report(new File([], ""))).toMatchObject({ status: 302 });
  expect(await kept(id)).toMatchObject({ state: "reported-done" });
});

test.each(["acknowledge", "withdraw", "re-date", "pass-on"])(
  "the form of %s says which version it saw",
  async (act) => {
    const id = await records.obligation("2026-12-30");
    const actor = act === "acknowledge" || act === "pass-on" ? assistant : expert;
    const answer = await send(actor, id, { do: act, note: "علت", dueOn: DAY });
    expect(answer).toMatchObject({ status: 422, result: { error: { revision: ["form.out-of-date"] } } });
    expect(await kept(id)).toMatchObject({ state: "issued", due: "2026-12-30", revision: 1 });
  },
);
