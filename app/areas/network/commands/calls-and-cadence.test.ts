import { beforeEach, describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import {
  AQQALA,
  GOLESTAN,
  GORGAN,
  MAZANDARAN,
  NATION,
  SARI,
  actorOf,
} from "../../../../tests/factories/actors";
import { aContact, aPerson } from "../../../../tests/factories/network";
import { aHolder } from "../../../../tests/factories/posts";
import { ownerRows } from "../../../../tests/setup/owner";
import { TIERS, type Tier } from "../choices";
import { USUAL_CADENCE } from "../lifecycle";
import { assignmentsOf, listCallers } from "../queries.server/assignments";
import { cadenceOf, cadenceSettings } from "../queries.server/cadence";
import { listBand, listWaiting } from "../queries.server/people";
import { waitingMatrix } from "../queries.server/waiting";
import { SILENCE_BANDS } from "../contacts/silence-bands";
import { assignCalls } from "./assign-calls.server";
import { recordContact } from "./record-contact.server";
import { registerPerson } from "./register-person.server";
import { setCadence } from "./set-cadence.server";

const now = new Date("2026-12-24T05:30:00Z");
const today = todayIn(now);
const assistant = actorOf(GORGAN, "assistant");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

describe("the cadence of a place", () => {
  beforeEach(() => ownerRows("delete from tier_cadence"));
  const cadenceAt = (actor: typeof assistant) => within(actor, (db) => cadenceOf(db, actor.place));

  test("is the nation's until the county writes its own, tier by tier, and the nation's again when it is emptied", async () => {
    await setCadence(actorOf(NATION, "national-officer"), { coreDays: 21, wideDays: 90, revision: 1 }, now);
    expect(await cadenceAt(assistant)).toEqual({ ...USUAL_CADENCE, core: 21, wide: 90 });
    await setCadence(assistant, { coreDays: 10, revision: 1 }, now);
    expect(await cadenceAt(assistant)).toEqual({ ...USUAL_CADENCE, core: 10, wide: 90 });
    expect(await cadenceAt(actorOf(AQQALA, "assistant"))).toMatchObject({ core: 21 });
    const { own, above, revision } = await within(assistant, (db) => cadenceSettings(db, assistant.place));
    expect(own).toEqual({ core: 10, active: null, wide: null });
    expect(above).toMatchObject({ core: 21, wide: 90 });
    await setCadence(assistant, { revision }, now);
    expect(await cadenceAt(assistant)).toMatchObject({ core: 21 });
  });

  test("of a province holds for its counties and for no other", async () => {
    await setCadence(actorOf(GOLESTAN, "representative"), { activeDays: 45, revision: 1 }, now);
    expect(await cadenceAt(assistant)).toMatchObject({ active: 45 });
    expect(await cadenceAt(actorOf(SARI, "assistant"))).toMatchObject({ active: USUAL_CADENCE.active });
    expect(await cadenceAt(actorOf(MAZANDARAN, "representative"))).toMatchObject({
      active: USUAL_CADENCE.active,
    });
  });

  test("written by two at once is refused to the second, who sees what the first wrote", async () => {
    const answers = await Promise.allSettled([
      setCadence(assistant, { coreDays: 12, revision: 1 }, now),
      setCadence(assistant, { coreDays: 12, wideDays: 99, revision: 1 }, now),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = answers.find((answer) => answer.status === "rejected");
    expect(refused?.reason).toMatchObject({ kind: "conflict", details: { theirs: { coreDays: "12" } } });
  });

  test("is set by the assistant, the representative and the national officer, by nobody beside them", async () => {
    for (const actor of [
      actorOf(GORGAN, "expert"),
      actorOf(GORGAN, "governor"),
      actorOf(GOLESTAN, "provincial-expert"),
      actorOf(NATION, "national-expert"),
    ]) {
      await expect(setCadence(actor, { coreDays: 5, revision: 1 }, now)).rejects.toMatchObject({
        kind: "forbidden",
      });
    }
  });
});

describe("silence by tier", () => {
  test("counts in every cell as many members as its list holds", async () => {
    const here = actorOf(AQQALA, "assistant");
    await ownerRows("delete from tier_cadence");
    const silent: [Tier, number][] = [
      ["core", 30],
      ["core", 31],
      ["core", 60],
      ["core", 61],
      ["active", 60],
      ["active", 119],
      ["active", 121],
      ["wide", 0],
      ["wide", 241],
    ];
    for (const [tier, days] of silent) {
      const { id } = await registerPerson(here, aPerson({ tier }), daysAgo(400));
      await recordContact(here, id, aContact({ outcome: "reached" }), daysAgo(days));
    }
    // Whom nobody has reached stands apart, whenever he joined.
    await registerPerson(here, aPerson({ tier: "core" }), daysAgo(0));
    const tried = await registerPerson(here, aPerson({ tier: "core" }), daysAgo(200));
    await recordContact(here, tried.id, aContact({ outcome: "no-answer" }), daysAgo(1));
    await within(here, async (db) => {
      const matrix = await waitingMatrix(db, AQQALA, USUAL_CADENCE, today);
      expect(matrix).toEqual({
        core: { within: 1, past: 2, long: 1, never: 2 },
        active: { within: 1, past: 1, long: 1, never: 0 },
        wide: { within: 1, past: 0, long: 1, never: 0 },
      });
      for (const tier of TIERS) {
        for (const band of SILENCE_BANDS) {
          const { rows } = await listBand(db, { divisionId: AQQALA, tier, band }, USUAL_CADENCE, today);
          expect(rows.length, `${tier} ${band}`).toBe(matrix[tier][band]);
        }
      }
    });
  });
});

describe("the call of a silent member", () => {
  const queue = (actor: typeof assistant, mineOnly = false) =>
    within(actor, async (db) => {
      const reader = { keys: [actor.key], mineOnly };
      const { rows } = await listWaiting(db, { divisionId: SARI, reader }, USUAL_CADENCE, today, 50);
      return rows.map(({ fullName }) => fullName);
    });

  test("is in the queue of calls where he has a number, and apart where he has none", async () => {
    const here = actorOf(GORGAN, "assistant");
    await registerPerson(here, aPerson({ fullName: "با شماره", mobile: "+989117770001" }), daysAgo(90));
    await registerPerson(here, aPerson({ fullName: "بی شماره", mobile: undefined }), daysAgo(200));
    const queueOf = (hasNumber?: boolean) =>
      within(here, async (db) => {
        const asked = { divisionId: GORGAN, hasNumber };
        return (await listWaiting(db, asked, USUAL_CADENCE, today, 50)).rows.map(({ fullName }) => fullName);
      });
    expect(await queueOf(true)).not.toContain("بی شماره");
    expect(await queueOf(true)).toContain("با شماره");
    expect(await queueOf(false)).toEqual(["بی شماره"]);
    expect(await queueOf()).toEqual(expect.arrayContaining(["بی شماره", "با شماره"]));
  });

  test("given to an expert is in her queue and in nobody else's, until the member is reached", async () => {
    const expertAccount = await aHolder(SARI, "expert");
    const assistantAccount = await aHolder(SARI, "assistant");
    const expert = actorOf(SARI, "expert", expertAccount);
    const here = actorOf(SARI, "assistant", assistantAccount);
    const one = await registerPerson(here, aPerson({ fullName: "عضو یکم" }), daysAgo(90));
    const two = await registerPerson(here, aPerson({ fullName: "عضو دوم" }), daysAgo(91));
    expect(await queue(here)).toEqual(["عضو دوم", "عضو یکم"]);

    await assignCalls(here, { personIds: [one.id], to: `account:${expertAccount}` }, now);
    expect(await queue(here)).toEqual(["عضو دوم"]);
    expect(await queue(expert)).toEqual(["عضو دوم", "عضو یکم"]);
    expect(await queue(expert, true)).toEqual(["عضو یکم"]);
    expect(await queue(here, true)).toEqual([]);
    expect(Object.keys(await within(here, (db) => assignmentsOf(db, SARI, [one.id, two.id])))).toEqual([
      one.id,
    ]);

    // Tried in vain the call stays hers; reached, it is over by itself.
    await recordContact(expert, one.id, aContact({ outcome: "no-answer" }), now);
    expect(await within(here, (db) => assignmentsOf(db, SARI, [one.id]))).not.toEqual({});
    await recordContact(expert, one.id, aContact(), now);
    expect(await within(here, (db) => assignmentsOf(db, SARI, [one.id]))).toEqual({});

    // A trusted member has no queue here: his call is in nobody's, and comes back when it is taken back.
    const trusted = await registerPerson(here, aPerson({ tier: "core", fullName: "معتمد محله" }), now);
    await assignCalls(here, { personIds: [two.id], to: `person:${trusted.id}` }, now);
    expect(await queue(here)).toEqual([]);
    expect(await within(here, (db) => assignmentsOf(db, SARI, [two.id]))).toEqual({ [two.id]: "معتمد محله" });
    await assignCalls(here, { personIds: [two.id], to: "nobody" }, now);
    expect(await queue(here)).toEqual(["عضو دوم"]);
  });

  test("is given to nobody outside the county, to no member of a wider tier, and to no member himself", async () => {
    const holder = await aHolder(GORGAN, "expert");
    const foreign = await aHolder(AQQALA, "expert");
    const silent = await registerPerson(assistant, aPerson({ tier: "core" }), daysAgo(90));
    const wide = await registerPerson(assistant, aPerson({ tier: "wide" }), now);
    const elsewhere = await registerPerson(actorOf(AQQALA, "assistant"), aPerson({ tier: "core" }), now);
    expect((await within(assistant, (db) => listCallers(db, GORGAN, today))).map(({ id }) => id)).toContain(
      holder,
    );
    for (const to of [
      `account:${foreign}`,
      `person:${wide.id}`,
      `person:${elsewhere.id}`,
      `person:${silent.id}`,
    ]) {
      await expect(assignCalls(assistant, { personIds: [silent.id], to }, now)).rejects.toMatchObject({
        kind: "invalid",
        details: { field: "to" },
      });
    }
    await expect(
      assignCalls(assistant, { personIds: [elsewhere.id], to: `account:${holder}` }, now),
    ).rejects.toMatchObject({ kind: "invalid", details: { field: "personIds" } });
    await expect(
      assignCalls(actorOf(GORGAN, "governor"), { personIds: [silent.id], to: "nobody" }, now),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});
