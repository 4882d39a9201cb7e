import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { isoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../../../../tests/factories/actors";
import { asOwner, openOfficesOfGolestan } from "../../../../tests/factories/offices";
import { issueObligations } from "../door.server";
import { getObligation, summariseLedger } from "../queries.server";
import { getSamplePage } from "../sample.server";
import { Verify, type Which } from "../schema";
import { listTurns } from "../steps/turns.server";
import { acknowledgeObligation } from "./acknowledge-obligation.server";
import { blockObligation } from "./block-obligation.server";
import { drawSample, leastOf } from "./draw-sample.server";
import { endObligation } from "./end-obligation.server";
import { passOnObligation } from "./pass-on-obligation.server";
import { reDateObligation } from "./re-date-obligation.server";
import { reportObligation } from "./report-obligation.server";
import { acceptSample, discardSample } from "./settle-sample.server";
import { verifyObligation } from "./verify-obligation.server";

// 3 Dey 1405, a Thursday.
const NOW = new Date("2026-12-24T06:00:00Z");
const expert = actorOf(GOLESTAN, "provincial-expert");
const representative = actorOf(GOLESTAN, "representative");
const assistant = actorOf(GORGAN, "assistant");
const neighbour = actorOf(AQQALA, "assistant");

let school: string;
beforeAll(async () => {
  school = (await openOfficesOfGolestan()).ids.get(`${GORGAN} education`) ?? "";
}, 60_000);

/** A circle of the network of a county. */
async function aCircle(place: number): Promise<string> {
  const id = uuidv7();
  await asOwner((owner) =>
    owner.query(
      `insert into circle (division_id, id, name, topic, formed_on, created_by_key)
       values ($1, $2, 'حلقه ناظران', 'نظارت', '2026-03-21', 'test')`,
      [place, id],
    ),
  );
  return id;
}

async function issued(deadline: object = { kind: "dated", dueOn: "2027-01-09" }): Promise<Which> {
  const source = uuidv7();
  await within(expert, (db) =>
    issueObligations(
      db,
      expert,
      [
        {
          id: source,
          sourceKind: "resolution",
          recordId: uuidv7(),
          title: "شورای اداری استان",
          number: 4,
          text: "برنامه حضور در روستاها فرستاده شود",
          addressees: "فرمانداران استان",
          deadline: deadline as { kind: "dated"; dueOn: "2027-01-09" },
          lines: [{ partyId: uuidv7(), to: { group: "governors" } }],
        },
      ],
      NOW,
    ),
  );
  const { rows } = await asOwner((owner) =>
    owner.query<{ id: string }>("select id from obligation where source_id = $1 and division_id = $2", [
      source,
      GORGAN,
    ]),
  );
  return { divisionId: GORGAN, id: rows[0]?.id ?? "" };
}

const pageOf = (which: Which) => within(expert, (db) => getObligation(db, which));
const at = (day: string) => new Date(`${day}T08:00:00Z`);

async function reported(which: Which, day = "2026-12-26") {
  await acknowledgeObligation(assistant, which, NOW);
  await reportObligation(assistant, which, { text: "فرستاده شد" }, undefined, at(day));
}

test("what was done after its first day and by its present one counts as late by the one and in time by the other", async () => {
  const today = "2027-03-01";
  const before = await within(expert, (db) => summariseLedger(db, GOLESTAN, "issued", today));
  const which = await issued();
  await reDateObligation(expert, which, { dueOn: "2027-02-01", cause: "budget" }, NOW);
  await reported(which, "2027-01-20");
  await verifyObligation(representative, which, {}, at("2027-01-23"));
  // The thirteen other governors did nothing.
  const summary = await within(expert, (db) => summariseLedger(db, GOLESTAN, "issued", today));
  expect(summary.inFirst - before.inFirst).toBe(0);
  expect(summary.inPresent - before.inPresent).toBe(1);
  expect(summary.dueByFirst - before.dueByFirst).toBe(14);
  expect(summary.dueByPresent - before.dueByPresent).toBe(14);
});

test("another day has a cause that the catalogue offers, and the first day stays", async () => {
  const which = await issued();
  await expect(
    reDateObligation(expert, which, { dueOn: "2027-02-01", cause: "whim" }, NOW),
  ).rejects.toMatchObject({
    kind: "invalid",
    details: { field: "cause" },
  });
  await reDateObligation(expert, which, { dueOn: "2027-02-01", cause: "weather" }, NOW);
  await reDateObligation(expert, which, { dueOn: "2027-02-15", cause: "permit", note: "مجوز نیامد" }, NOW);
  const page = await pageOf(which);
  expect(page).toMatchObject({ firstDueOn: "2027-01-09", dueOn: "2027-02-15", cause: "permit" });
  expect(page.events.map(({ cause, dueFrom, dueTo }) => [cause, dueFrom, dueTo])).toEqual([
    ["weather", "2027-01-09", "2027-02-01"],
    ["permit", "2027-02-01", "2027-02-15"],
  ]);
});

test("a new day on which offices are closed goes to the next on which they work, and says so", async () => {
  const which = await issued();
  // Friday, 16 Bahman 1405.
  await reDateObligation(expert, which, { dueOn: "2027-02-05", cause: "budget" }, NOW);
  expect(await pageOf(which)).toMatchObject({ dueOn: "2027-02-06", askedDueOn: "2027-02-05" });
});

test("the database itself refuses that a reporter verifies, by his own key or another's for whom he acts", async () => {
  const which = await issued();
  await reported(which);
  const verifiedBy = (key: string, forKey: string | null) =>
    asOwner((owner) =>
      owner.query(
        "update obligation set state = 'verified', verified_at = now(), verified_by_key = $2, verified_for_key = $3 where id = $1",
        [which.id, key, forKey],
      ),
    );
  await expect(verifiedBy(assistant.key, null)).rejects.toThrow(/obligation_not_by_own_hand/);
  await expect(verifiedBy("somebody", assistant.key)).rejects.toThrow(/obligation_not_by_own_hand/);
  await verifiedBy("somebody", null);
});

test("it is said who looked whether it is done, and monitors say what they saw", async () => {
  expect(Verify.safeParse({ how: "monitors" }).success).toBe(false);
  const which = await issued();
  await reported(which);
  const saw = (circleId: string, visitedOn = isoDate("2026-12-26")) =>
    verifyObligation(
      expert,
      which,
      { how: "monitors", circleId, visitedOn, note: "در روستا دیده شد" },
      at("2026-12-27"),
    );
  // Who looked is a circle of the network in the place of either end, on a day that has been.
  const [ours, elsewhere] = [await aCircle(GORGAN), await aCircle(AQQALA)];
  await expect(saw(elsewhere)).rejects.toMatchObject({ details: { field: "circleId" } });
  await expect(saw(uuidv7())).rejects.toMatchObject({ details: { field: "circleId" } });
  for (const day of ["2026-12-28", "2026-12-01"])
    await expect(saw(ours, isoDate(day))).rejects.toMatchObject({ details: { field: "visitedOn" } });
  // Nor by a sample in which nobody drew it.
  await expect(verifyObligation(expert, which, { how: "sample" }, at("2026-12-27"))).rejects.toMatchObject({
    details: { field: "how" },
  });
  await saw(ours);
  const page = await pageOf(which);
  expect(page).toMatchObject({ state: "verified", verifiedHow: "monitors" });
  expect(page.events.at(-1)).toMatchObject({ circleName: "حلقه ناظران", visitedOn: "2026-12-26" });
});

test("each turn of a continuous obligation is answered by itself, and its end is a decision", async () => {
  const which = await issued({
    kind: "continuous",
    dueOn: "2027-01-02",
    cadence: "weekly",
    receiver: "دبیرخانه",
  });
  await reported(which, "2026-12-30");
  await verifyObligation(expert, which, {}, at("2026-12-31"));
  await reportObligation(assistant, which, { text: "هفته دوم" }, undefined, at("2027-01-12"));
  await verifyObligation(expert, which, {}, at("2027-01-13"));
  const page = await pageOf(which);
  expect(page).toMatchObject({ state: "in-progress", dueOn: "2027-01-16" });
  const [second, first] = page.evidence.map(({ turnId }) => turnId).reverse();
  expect(first).toBe(which.id);
  expect(second).not.toBe(first);
  const turns = await within(expert, (db) => listTurns(db, which));
  expect(turns.map(({ id, dueOn }) => [id, dueOn])).toEqual([
    [second, "2027-01-09"],
    [first, "2027-01-02"],
  ]);
  // Of a finished turn too the database refuses that its reporter verified it.
  const turnVerifiedBy = (key: string, forKey: string | null) =>
    asOwner((owner) =>
      owner.query(
        "update obligation_turn set verified_by_key = $2, verified_for_key = $3 where obligation_id = $1",
        [which.id, key, forKey],
      ),
    );
  for (const [key, forKey] of [
    [assistant.key, null],
    ["somebody", assistant.key],
  ] as const)
    await expect(turnVerifiedBy(key, forKey)).rejects.toThrow(/obligation_turn_not_by_own_hand/);
  await turnVerifiedBy(expert.key, null);
  await endObligation(expert, which, { how: "withdraw", input: { note: "دیگر لازم نیست" } }, at("2027-01-14"));
  expect(await pageOf(which)).toMatchObject({ state: "withdrawn" });
});

test("the chair himself accepts that something does not concern an office, by the post that he holds; no clerk does", async () => {
  const step = { how: "set-not-applicable", input: { note: "اداره‌ای به این کار ندارد" } } as const;
  const which = await issued();
  for (const other of [expert, assistant, actorOf(GORGAN, "governor")])
    await expect(endObligation(other, which, step, NOW)).rejects.toMatchObject({ kind: "forbidden" });
  await endObligation(representative, which, step, NOW);
  const { events } = await pageOf(which);
  expect(events.at(-1)).toMatchObject({
    kind: "set-not-applicable",
    acceptedBy: representative.name,
    acceptedAppointmentId: representative.appointmentId,
  });
  // What a county passes on or decides itself its governor accepts.
  const [parent, children] = [await issued(), [{ officeId: school, dueOn: isoDate("2027-01-05") }]];
  const { childIds } = await passOnObligation(assistant, parent, { children }, NOW);
  const child = { divisionId: GORGAN, id: childIds[0] ?? "" };
  await expect(endObligation(assistant, child, step, NOW)).rejects.toMatchObject({ kind: "forbidden" });
  await endObligation(actorOf(GORGAN, "governor"), child, step, NOW);
  expect(await pageOf(child)).toMatchObject({ state: "not-applicable" });
});

test("it is blocked by an obstacle of its own place, and by no other's", async () => {
  const raise = async (place: number) => {
    const id = uuidv7();
    await asOwner((owner) =>
      owner.query(
        `insert into obstacle (division_id, id, title, kind, tried_locally, effect, state, raised_on, created_by_key)
         values ($1, $2, 'جاده بسته', 'infrastructure', 'نامه', 'رفت‌وآمد', 'raised', '2026-12-01', 'test')`,
        [place, id],
      ),
    );
    return id;
  };
  const which = await issued();
  await acknowledgeObligation(assistant, which, NOW);
  await expect(
    blockObligation(assistant, which, { note: "x", obstacleId: await raise(AQQALA) }, NOW),
  ).rejects.toMatchObject({ kind: "invalid", details: { field: "obstacleId" } });
  const obstacleId = await raise(GORGAN);
  await blockObligation(assistant, which, { note: "جاده بسته است", obstacleId }, NOW);
  expect(await pageOf(which)).toMatchObject({ state: "blocked", obstacleId });
});

test("a record of the place proves it, another place's does not", async () => {
  const circle = uuidv7();
  await asOwner((owner) =>
    owner.query(
      `insert into circle (division_id, id, name, topic, search_key, formed_on, created_by_key)
       values ($1, $2, 'حلقه آب', 'آب', 'حلقه اب', '2026-01-01', 'test')`,
      [GORGAN, circle],
    ),
  );
  const which = await issued();
  await acknowledgeObligation(assistant, which, NOW);
  const report = (record: string) => reportObligation(assistant, which, { record }, undefined, NOW);
  for (const address of [
    `/${AQQALA}/network/circles/${circle}`,
    `/${GORGAN}/network/circles/${uuidv7()}`,
    `/${GORGAN}/network/people/${circle}`,
    "https://example.org/",
  ]) {
    await expect(report(address)).rejects.toMatchObject({ kind: "invalid", details: { field: "record" } });
  }
  await report(`https://peyvand.example/${GORGAN}/network/circles/${circle}?view=members`);
  const { evidence } = await pageOf(which);
  expect(evidence).toMatchObject([{ kind: "record", recordKind: "circle", recordId: circle }]);
  await expect(within(neighbour, (db) => getObligation(db, which))).rejects.toThrow(/missing/);
});

test("a sample is drawn by chance, frozen, and verifies the rest only once all that was drawn is verified", async () => {
  await asOwner((owner) =>
    owner.query("update obligation set state = 'withdrawn' where state = 'reported-done'"),
  );
  for (let n = 0; n < 5; n++) await reported(await issued());
  const own = await issued();
  await asOwner((owner) =>
    owner.query("update obligation set state = 'reported-done', reported_by_key = $2 where id = $1", [
      own.id,
      expert.key,
    ]),
  );
  // Fewer than say anything of the rest: refused, and nothing is left behind.
  await expect(drawSample(expert, { size: 2 }, NOW)).rejects.toMatchObject({
    kind: "invalid",
    code: "obligations.sample.too-few?least=3&population=5",
  });
  const { id, population, size } = await drawSample(expert, { size: 3 }, NOW);
  expect([population, size]).toEqual([5, 3]);
  await expect(drawSample(representative, { size: 2 }, NOW)).rejects.toMatchObject({ kind: "conflict" });
  await expect(acceptSample(expert, id, NOW)).rejects.toMatchObject({ kind: "conflict" });
  const { drawn } = await within(expert, (db) => getSamplePage(db, GOLESTAN));
  expect(drawn).toHaveLength(3);
  // Whoever knows the lot draws the same once more.
  const { rows: all } = await asOwner((owner) =>
    owner.query<{ id: string }>(
      "select obligation_id::text as id from verification_sample_item where sample_id = $1",
      [id],
    ),
  );
  const lot = (one: string) => createHash("md5").update(`${id}${one}`).digest("hex");
  const again = all.map((row) => row.id).sort((a, b) => (lot(a) < lot(b) ? -1 : 1));
  expect(drawn.map((row) => row.id).sort()).toEqual(again.slice(0, 3).sort());
  const [gone, ...others] = drawn.map(({ id: one }) => ({ divisionId: GORGAN, id: one }));
  if (!gone) throw new Error("One was drawn.");
  await endObligation(expert, gone, { how: "withdraw", input: { note: "مصوبه لغو شد" } }, NOW);
  await expect(acceptSample(expert, id, NOW)).rejects.toMatchObject({
    details: { params: { count: 2 } },
  });
  for (const one of others) await verifyObligation(expert, one, { how: "sample" }, NOW);
  // One of the rest changed since the draw: it is not verified by it.
  const { rows } = await asOwner((owner) =>
    owner.query<{ id: string }>(
      "update obligation set revision = revision + 1 where id = (select obligation_id from verification_sample_item where sample_id = $1 and not is_drawn limit 1) returning id",
      [id],
    ),
  );
  expect(await acceptSample(expert, id, NOW)).toEqual({ count: 1 });
  expect([2, 30, 31, 2000].map(leastOf)).toEqual([2, 3, 4, 200]);
  const states = async (ids: string[]) =>
    (
      await asOwner((owner) =>
        owner.query<{ state: string }>("select state from obligation where id = any($1)", [ids]),
      )
    ).rows.map(({ state }) => state);
  expect(await states([rows[0]?.id ?? "", own.id])).toEqual(["reported-done", "reported-done"]);
  await expect(acceptSample(expert, id, NOW)).rejects.toMatchObject({ kind: "missing" });
  const next = await drawSample(representative, { size: 5 }, NOW);
  expect(next.population).toBe(2);
  await discardSample(representative, next.id, NOW);
  await expect(drawSample(actorOf(GOLESTAN, "governor"), { size: 1 }, NOW)).rejects.toMatchObject({
    kind: "forbidden",
  });
});
