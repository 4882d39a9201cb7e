import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { officeByToken, systemActor } from "~/actor.server";
import { makeOfficeLink } from "~/areas/bodies/commands/make-office-link.server";
import { revokeOfficeLink } from "~/areas/bodies/commands/revoke-office-link.server";
import type { Actor } from "~/kernel/actor";
import { storeFile, storeOwnFile } from "~/kernel/files.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../../../../tests/factories/actors";
import { asOwner, openOfficesOfGolestan } from "../../../../tests/factories/offices";
import { issueObligations } from "../door.server";
import { evidenceResponse } from "../evidence/response.server";
import { getEvidence, getObligation, listOfOffice, summariseLedger } from "../queries.server";
import { Withdraw, type Which } from "../schema";
import { ownerRows } from "../../../../tests/setup/owner";
import { acknowledgeObligation } from "./acknowledge-obligation.server";
import { endChildren } from "./end-children.server";
import { endObligation } from "./end-obligation.server";
import { passOnObligation } from "./pass-on-obligation.server";
import { reDateObligation } from "./re-date-obligation.server";
import { rejectObligation } from "./reject-obligation.server";
import { reportObligation } from "./report-obligation.server";
import { verifyObligation } from "./verify-obligation.server";

// 3 Dey 1405.
const NOW = new Date("2026-12-24T06:00:00Z");
const expert = actorOf(GOLESTAN, "provincial-expert");
const assistant = actorOf(GORGAN, "assistant");
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

/** A picture that its sender called so, kept as evidence will be. */
async function kept(name: string) {
  const id = uuidv7();
  return { id, ...(await storeOwnFile(id, png, name)) };
}

let offices: Awaited<ReturnType<typeof openOfficesOfGolestan>>;
const office = (place: number, code: string) => offices.ids.get(`${place} ${code}`) ?? "";

beforeAll(async () => {
  offices = await openOfficesOfGolestan();
}, 60_000);

/** A text issued by the province to its governors; answers Gorgan's obligation. */
async function issuedToGorgan(deadline: object = { kind: "dated", dueOn: "2027-01-09" }): Promise<Which> {
  const source = uuidv7();
  const text = {
    id: source,
    sourceKind: "resolution" as const,
    recordId: uuidv7(),
    title: "شورای اداری استان",
    number: 4,
    text: "برنامه حضور رؤسای ادارات در روستاها ارسال شود",
    addressees: "فرمانداران استان",
    deadline: deadline as { kind: "dated"; dueOn: "2027-01-09" },
    lines: [{ partyId: uuidv7(), to: { group: "governors" } }],
  };
  await within(expert, (db) => issueObligations(db, expert, [text], NOW));
  return asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      "select id from obligation where source_id = $1 and division_id = $2",
      [source, GORGAN],
    );
    return { divisionId: GORGAN, id: rows[0]?.id ?? "" };
  });
}

async function officer(
  place: number,
  code: string,
  by = assistant,
): Promise<Actor & { token: string; linkId: string }> {
  const { token, id } = await makeOfficeLink(by, office(place, code), { days: "30" }, NOW);
  const opened = await officeByToken(token, NOW);
  if (!opened) throw new Error("The link opens its office.");
  return { ...opened.actor, token, linkId: id };
}

const stateOf = async (which: Which) => (await within(assistant, (db) => getObligation(db, which))).state;

async function passedOn(parent: Which) {
  const { childIds } = await passOnObligation(
    assistant,
    parent,
    {
      children: [
        { officeId: office(GORGAN, "education"), dueOn: "2027-01-04" },
        { officeId: office(GORGAN, "power-distribution"), dueOn: "2027-01-05" },
      ],
    },
    NOW,
  );
  return childIds.map((id) => ({ divisionId: GORGAN, id }));
}

test("an obligation goes from the province through two county offices and back, each end verified by its issuer", async () => {
  const parent = await issuedToGorgan();
  await acknowledgeObligation(assistant, parent, NOW);
  const [school, power] = await passedOn(parent);
  if (!school || !power) throw new Error("Two children.");

  const head = await officer(GORGAN, "education");
  const seen = await within(head, (db) =>
    listOfOffice(db, { divisionId: GORGAN, officeId: office(GORGAN, "education") }, { part: "open" }),
  );
  expect(seen.rows.map((row) => row.id)).toContain(school.id);
  expect(seen.rows.map((row) => row.id)).not.toContain(power.id);
  await acknowledgeObligation(head, school, NOW);
  const file = await kept("نامه.png");
  await reportObligation(
    head,
    school,
    { text: "برنامه فرستاده شد", letterNumber: "۲۰۶/۹۳/۱۱۸۵۲" },
    file,
    NOW,
  );
  expect(await stateOf(school)).toBe("reported-done");
  await verifyObligation(assistant, school, {}, NOW);

  // The second office is still at work: done only with a word.
  await expect(
    reportObligation(assistant, parent, { text: "انجام شد" }, undefined, NOW),
  ).rejects.toMatchObject({
    code: "obligations.report.children-open",
  });
  await reportObligation(
    assistant,
    parent,
    { text: "انجام شد", word: "برق برنامه روستایی ندارد" },
    undefined,
    NOW,
  );
  await expect(verifyObligation(assistant, parent, {}, NOW)).rejects.toMatchObject({ kind: "forbidden" });
  await verifyObligation(expert, parent, {}, NOW);

  const page = await within(expert, (db) => getObligation(db, parent));
  expect(page.state).toBe("verified");
  expect(page.events.map((event) => event.kind)).toEqual(["acknowledge", "pass-on", "report-done", "verify"]);
  expect(page.children.map((child) => child.state)).toEqual(["verified", "issued"]);
  const audited = await asOwner((owner) =>
    owner.query("select verb, division_id from audit_entry where actor_key = $1 order by at, id", [head.key]),
  );
  expect(audited.rows).toEqual([
    { verb: "acknowledge", division_id: GORGAN },
    { verb: "start", division_id: GORGAN },
    { verb: "report-done", division_id: GORGAN },
  ]);
});

test("nobody verifies what he reported himself; a colleague of the same place does", async () => {
  const [child] = await passedOn(await issuedToGorgan());
  if (!child) throw new Error("A child.");
  await acknowledgeObligation(assistant, child, NOW);
  await reportObligation(assistant, child, { letterNumber: "۱۴۰۵/۱۲" }, undefined, NOW);
  await expect(verifyObligation(assistant, child, {}, NOW)).rejects.toMatchObject({ kind: "forbidden" });
  expect(await stateOf(child)).toBe("reported-done");
  await verifyObligation(actorOf(GORGAN, "expert"), child, {}, NOW);
  expect(await stateOf(child)).toBe("verified");
});

test("an office that reports has begun: both stand in the timeline, and a place that passes on has received", async () => {
  const parent = await issuedToGorgan();
  const [child] = await passedOn(parent);
  if (!child) throw new Error("A child.");
  const head = await officer(GORGAN, "education");
  await acknowledgeObligation(head, child, NOW);
  await reportObligation(head, child, { text: "شد" }, undefined, NOW);
  const kinds = async (which: Which) =>
    (await within(assistant, (db) => getObligation(db, which))).events.map(({ kind }) => kind);
  expect(await kinds(child)).toEqual(["acknowledge", "start", "report-done"]);
  expect(await kinds(parent)).toEqual(["acknowledge", "pass-on"]);
  const { acknowledgedAt } = await within(expert, (db) => getObligation(db, parent));
  expect(acknowledgedAt).toEqual(NOW);
});

test("what is reported can still be given another day, and be accepted as not applicable", async () => {
  const which = await issuedToGorgan();
  await acknowledgeObligation(assistant, which, NOW);
  await reportObligation(assistant, which, { text: "شد" }, undefined, NOW);
  await reDateObligation(expert, which, { dueOn: "2027-02-01", cause: "budget" }, NOW);
  const page = await within(expert, (db) => getObligation(db, which));
  expect([page.state, page.firstDueOn, page.dueOn]).toEqual(["reported-done", "2027-01-09", "2027-02-01"]);
  const input = { note: "در این شهرستان روستایی ندارد" };
  await endObligation(actorOf(GOLESTAN, "representative"), which, { how: "set-not-applicable", input }, NOW);
  expect(await stateOf(which)).toBe("not-applicable");
});

test("what is rejected goes on, with the reason in its timeline", async () => {
  const [child] = await passedOn(await issuedToGorgan());
  if (!child) throw new Error("A child.");
  const head = await officer(GORGAN, "education");
  await acknowledgeObligation(head, child, NOW);
  await reportObligation(head, child, { text: "شد" }, undefined, NOW);
  await rejectObligation(assistant, child, { note: "فهرست روستاها پیوست نیست" }, NOW);
  const page = await within(assistant, (db) => getObligation(db, child));
  expect(page.state).toBe("in-progress");
  expect(page.events.at(-1)).toMatchObject({ kind: "reject", note: "فهرست روستاها پیوست نیست" });
});

test("evidence is asked for, and a step out of order is refused without a trace", async () => {
  const which = await issuedToGorgan();
  await expect(reportObligation(assistant, which, { text: "شد" }, undefined, NOW)).rejects.toMatchObject({
    kind: "conflict",
  });
  await acknowledgeObligation(assistant, which, NOW);
  await expect(reportObligation(assistant, which, {}, undefined, NOW)).rejects.toMatchObject({
    code: "obligations.report.evidence-missing",
  });
  const page = await within(assistant, (db) => getObligation(db, which));
  expect(page.events.map((event) => event.kind)).toEqual(["acknowledge"]);
  expect(page.evidence).toEqual([]);
});

test("a child is not due after its parent without a word, nor given to the debtor itself or twice", async () => {
  const parent = await issuedToGorgan();
  const school = office(GORGAN, "education");
  const pass = (children: { officeId: string; dueOn: "2027-01-30" | "2027-01-05" }[], word?: string) =>
    passOnObligation(assistant, parent, { children, word }, NOW);
  await expect(pass([{ officeId: school, dueOn: "2027-01-30" }])).rejects.toMatchObject({
    code: "obligations.pass-on.later",
  });
  await expect(
    pass([{ officeId: office(GORGAN, "county-governorate"), dueOn: "2027-01-05" }]),
  ).rejects.toMatchObject({
    code: "obligations.pass-on.twice",
  });
  await expect(pass([{ officeId: office(AQQALA, "education"), dueOn: "2027-01-05" }])).rejects.toMatchObject({
    code: "obligations.pass-on.unknown-office",
  });
  await pass([{ officeId: school, dueOn: "2027-01-30" }], "مدرسه‌ها تا پایان ترم بسته‌اند");
  await expect(pass([{ officeId: school, dueOn: "2027-01-05" }])).rejects.toMatchObject({
    code: "obligations.pass-on.twice",
  });
  expect(await stateOf(parent)).toBe("in-progress");
});

test("another day keeps the first one and its cause", async () => {
  const which = await issuedToGorgan();
  await expect(
    reDateObligation(assistant, which, { dueOn: "2027-02-01", cause: "budget" }, NOW),
  ).rejects.toMatchObject({
    kind: "forbidden",
  });
  await reDateObligation(expert, which, { dueOn: "2027-02-01", cause: "budget", note: "نبود اعتبار" }, NOW);
  const page = await within(expert, (db) => getObligation(db, which));
  expect([page.firstDueOn, page.dueOn]).toEqual(["2027-01-09", "2027-02-01"]);
  expect(page.events.at(-1)).toMatchObject({
    dueFrom: "2027-01-09",
    dueTo: "2027-02-01",
    note: "نبود اعتبار",
  });
});

test("a verified turn of a continuous obligation makes the next one due", async () => {
  const which = await issuedToGorgan({
    kind: "continuous",
    dueOn: "2027-01-23",
    cadence: "monthly",
    receiver: "دبیرخانه",
  });
  await acknowledgeObligation(assistant, which, NOW);
  await reportObligation(assistant, which, { text: "گزارش دی" }, undefined, NOW);
  await verifyObligation(expert, which, {}, NOW);
  const page = await within(expert, (db) => getObligation(db, which));
  expect([page.state, page.dueOn]).toEqual(["in-progress", "2027-02-22"]);
});

test("a neighbour, a governor and another office change nothing", async () => {
  const which = await issuedToGorgan();
  const [child] = await passedOn(which);
  if (!child) throw new Error("A child.");
  await expect(acknowledgeObligation(actorOf(AQQALA, "assistant"), which, NOW)).rejects.toMatchObject({
    kind: "missing",
  });
  await expect(acknowledgeObligation(actorOf(GORGAN, "governor"), child, NOW)).rejects.toMatchObject({
    kind: "forbidden",
  });
  const other = await officer(GORGAN, "power-distribution");
  await expect(acknowledgeObligation(other, child, NOW)).rejects.toMatchObject({ kind: "missing" });
  // The province sees the county's own child but is neither its debtor nor its issuer.
  await expect(rejectObligation(expert, child, { note: "x" }, NOW)).rejects.toMatchObject({
    kind: "forbidden",
  });
});

test("a personal link opens nothing when it is over, taken back, made up or its office closed", async () => {
  const { token, linkId } = await officer(GORGAN, "education");
  const later = new Date(NOW.getTime() + 31 * 24 * 3600 * 1000);
  expect(await officeByToken(token, later)).toBeNull();
  expect(await officeByToken(`${token}x`, NOW)).toBeNull();
  expect(await officeByToken("", NOW)).toBeNull();
  const id = office(GORGAN, "education");
  await asOwner((owner) => owner.query("update office set closed_on = '2026-12-01' where id = $1", [id]));
  expect(await officeByToken(token, NOW)).toBeNull();
  await asOwner((owner) => owner.query("update office set closed_on = null where id = $1", [id]));
  expect(await officeByToken(token, NOW)).not.toBeNull();
  await expect(revokeOfficeLink(actorOf(AQQALA, "assistant"), id, linkId, NOW)).rejects.toMatchObject({
    kind: "missing",
  });
  await revokeOfficeLink(assistant, id, linkId, NOW);
  expect(await officeByToken(token, NOW)).toBeNull();
});

test("only clerks of its own place make a link for an office, and the token is kept nowhere", async () => {
  const id = office(GORGAN, "education");
  await expect(makeOfficeLink(actorOf(AQQALA, "assistant"), id, { days: "7" }, NOW)).rejects.toMatchObject({
    kind: "missing",
  });
  await expect(makeOfficeLink(actorOf(GORGAN, "governor"), id, { days: "7" }, NOW)).rejects.toMatchObject({
    kind: "forbidden",
  });
  const { token, id: link } = await makeOfficeLink(assistant, id, { days: "7" }, NOW);
  const kept = await asOwner((owner) =>
    owner.query("select row_to_json(l)::text as all from personal_link l where id = $1", [link]),
  );
  expect(JSON.stringify(kept.rows)).not.toContain(token);
});

test("a file is handed to whoever sees its obligation and to nobody else", async () => {
  const [child] = await passedOn(await issuedToGorgan());
  if (!child) throw new Error("A child.");
  const head = await officer(GORGAN, "education");
  await acknowledgeObligation(head, child, NOW);
  await reportObligation(head, child, {}, await kept("../../../etc/passwd"), NOW);
  const { evidence } = await within(head, (db) => getObligation(db, child));
  const piece = evidence[0];
  expect(piece).toMatchObject({ fileName: "passwd", fileType: "image/png" });
  const gorgan = { lo: GORGAN, hi: GORGAN };
  const file = await within(head, (db) => getEvidence(db, gorgan, piece?.id ?? ""));
  expect(file.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(new Uint8Array(await (await evidenceResponse(file)).arrayBuffer())).toEqual(png);
  // It lies sealed: its bytes are nowhere on the disk.
  const lying = path.resolve(process.env.DATA_DIR ?? "", "files", "own-sealed", file.id.slice(-2), file.id);
  expect((await readFile(lying)).includes(Buffer.from(png))).toBe(false);
  const other = await officer(GORGAN, "power-distribution");
  await expect(within(other, (db) => getEvidence(db, gorgan, piece?.id ?? ""))).rejects.toThrow(/missing/);
  await expect(
    within(actorOf(AQQALA, "assistant"), (db) => getEvidence(db, gorgan, piece?.id ?? "")),
  ).rejects.toThrow(/missing/);
});

test.each([
  ["an empty one", new Uint8Array(), "refusal.file-empty"],
  ["a page of script", new TextEncoder().encode("<html><script>alert(1)</script>"), "refusal.file-type"],
  ["one of more than five megabytes", new Uint8Array(5 * 1024 * 1024 + 1), "refusal.file-large"],
])("of files %s is refused", async (_, bytes, code) => {
  await expect(storeFile(bytes, "x.png")).rejects.toMatchObject({ kind: "invalid", code });
});

test("the ledger's figures are those of its rows", async () => {
  const today = "2027-03-01";
  const summary = await within(expert, (db) => summariseLedger(db, GOLESTAN, "issued", today));
  const { rows } = await asOwner((owner) =>
    owner.query<{ state: string; due_on: string | null }>(
      "select state, to_char(due_on, 'YYYY-MM-DD') as due_on from obligation where source_division_id = $1",
      [GOLESTAN],
    ),
  );
  const open = rows.filter((row) => !["verified", "withdrawn", "not-applicable"].includes(row.state));
  expect(summary.open).toBe(open.length);
  const late = open.filter((row) => row.state !== "reported-done" && (row.due_on ?? "9") < today);
  expect(summary.overdue).toBe(late.length);
  expect(summary.bands.reduce((sum, band) => sum + band, 0)).toBe(late.length);
});

/** What the worker does after an obligation ended, down to the last to whom it was passed on. */
async function endedBelow(parent: Which): Promise<void> {
  const events = await ownerRows<{ id: string; withChildren: boolean }>(
    `select id::text, (payload->>'withChildren')::boolean as "withChildren" from outbox_event
     where type = 'ObligationEnded' and payload->>'obligationId' = $1`,
    [parent.id],
  );
  for (const { id, withChildren } of events)
    if (withChildren) await endChildren(await systemActor(GORGAN), id, parent.id, NOW);
}

test("what is withdrawn is no longer asked of those to whom it was passed on, and each says why", async () => {
  const parent = await issuedToGorgan();
  await acknowledgeObligation(assistant, parent, NOW);
  const [school, power] = await passedOn(parent);
  if (!school || !power) throw new Error("Two children.");
  await acknowledgeObligation(assistant, power, NOW);
  await endObligation(expert, parent, { how: "withdraw", input: { note: "مصوبه لغو شد" } }, NOW);
  await endedBelow(parent);
  await endedBelow(parent);
  for (const child of [school, power]) {
    const page = await within(assistant, (db) => getObligation(db, child));
    expect(page.state).toBe("withdrawn");
    expect(page.events.at(-1)).toMatchObject({ kind: "withdraw", note: "مصوبه لغو شد" });
    expect(page.events.filter(({ kind }) => kind === "withdraw")).toHaveLength(1);
  }
});

test("those to whom it was passed on go on only where a word says why", async () => {
  const parent = await issuedToGorgan();
  await acknowledgeObligation(assistant, parent, NOW);
  const [school] = await passedOn(parent);
  if (!school) throw new Error("A child.");
  const kept = { note: "برای استان بس است", children: "keep" };
  expect(Withdraw.safeParse(kept).success).toBe(false);
  const input = Withdraw.parse({ ...kept, childrenWord: "شهرستان به آن نیاز دارد" });
  await endObligation(expert, parent, { how: "withdraw", input }, NOW);
  await endedBelow(parent);
  expect(await stateOf(school)).toBe("issued");
  const page = await within(expert, (db) => getObligation(db, parent));
  expect(page.events.at(-1)?.note).toContain("شهرستان به آن نیاز دارد");
});
