import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AQQALA, actorOf, GOLESTAN, GORGAN, NATION } from "../../../../tests/factories/actors";
import { Records } from "../../../../tests/factories/records";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { STATES, TRANSITIONS, type Act, type State } from "../lifecycle";
import type { Which } from "../schema";
import { blockObligation } from "./block-obligation.server";
import { endObligation } from "./end-obligation.server";
import { startObligation, unblockObligation } from "./start-obligation.server";

const NOW = new Date("2026-12-24T06:00:00Z");
const assistant = actorOf(GORGAN, "assistant");
const expert = actorOf(GOLESTAN, "provincial-expert");

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());

/** An obligation that Golestan issued to Gorgan. */
const owed = async (state: State): Promise<Which> => ({
  divisionId: GORGAN,
  id: await records.obligation("2027-01-09", { state }),
});
const read = async ({ divisionId, id }: Which) => {
  const row = await within(expert, (db) =>
    db.obligation.findUniqueOrThrow({
      where: { divisionId_id: { divisionId, id } },
      include: { events: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
    }),
  );
  return { state: row.state, events: row.events.map(({ kind, note, byKey }) => [kind, note, byKey]) };
};
const eventsOf = async ({ id }: Which) =>
  (
    await records.query("select type from outbox_event where payload->>'obligationId' = $1 order by id", [id])
  ).rows.map((row: { type: string }) => row.type);

type Step = {
  act: Act;
  take: (actor: PlacedActor, which: Which) => Promise<unknown>;
  by: PlacedActor;
  others: [PlacedActor, "missing" | "forbidden"][];
  event: string | null;
};

const note = "برف راه را بسته است";
const DEBTOR: Pick<Step, "by" | "others"> = {
  by: assistant,
  // The province sees it and is not its debtor; a governor reads; a neighbour sees nothing.
  others: [
    [expert, "forbidden"],
    [actorOf(GORGAN, "governor"), "forbidden"],
    [actorOf(NATION, "national-officer"), "forbidden"],
    [actorOf(AQQALA, "assistant"), "missing"],
  ],
};
const ISSUER: Pick<Step, "by" | "others"> = {
  by: expert,
  others: [
    [assistant, "forbidden"],
    [actorOf(NATION, "national-officer"), "forbidden"],
    [actorOf(AQQALA, "assistant"), "missing"],
  ],
};

const CHAIR: Pick<Step, "by" | "others"> = {
  by: actorOf(GOLESTAN, "representative"),
  // The secretariat of the same place takes every other step of the issuer, and this one is its chair's.
  others: [[expert, "forbidden"], [actorOf(GORGAN, "governor"), "forbidden"], ...ISSUER.others],
};

const STEPS: Step[] = [
  { act: "start", take: (a, w) => startObligation(a, w, { note }, NOW), ...DEBTOR, event: null },
  {
    act: "block",
    take: (a, w) => blockObligation(a, w, { note }, NOW),
    ...DEBTOR,
    event: "ObligationBlocked",
  },
  { act: "unblock", take: (a, w) => unblockObligation(a, w, { note }, NOW), ...DEBTOR, event: null },
  {
    act: "withdraw",
    take: (a, w) => endObligation(a, w, { how: "withdraw", input: { note } }, NOW),
    ...ISSUER,
    event: "ObligationEnded",
  },
  {
    act: "set-not-applicable",
    take: (a, w) => endObligation(a, w, { how: "set-not-applicable", input: { note } }, NOW),
    ...CHAIR,
    event: "ObligationEnded",
  },
];

/** Where one press takes the step before it along. */
const BEFORE: Partial<Record<Act, { state: State; step: Act }>> = {
  block: { state: "acknowledged", step: "start" },
};

describe.each(STEPS)("$act", ({ act, take, by, others, event }) => {
  const { from, to } = TRANSITIONS[act];

  test.each(from)("is taken from %s, with its word in the timeline", async (state) => {
    const which = await owed(state);
    await take(by, which);
    expect(await read(which)).toEqual({ state: to, events: [[act, note, by.key]] });
    expect(await eventsOf(which)).toEqual(event ? [event] : []);
  });

  const before = BEFORE[act];
  test.each(before ? [before] : [])("is taken from $state along with $step", async ({ state, step }) => {
    const which = await owed(state);
    await take(by, which);
    expect(await read(which)).toEqual({
      state: to,
      events: [
        [step, null, by.key],
        [act, note, by.key],
      ],
    });
    expect(await eventsOf(which)).toEqual(event ? [event] : []);
  });

  test.each(STATES.filter((state) => !from.includes(state) && state !== before?.state))(
    "is refused in %s without a trace",
    async (state) => {
      const which = await owed(state);
      await expect(take(by, which)).rejects.toMatchObject({
        kind: "conflict",
        code: "obligations.refusal.step",
      });
      expect(await read(which)).toEqual({ state, events: [] });
      expect(await eventsOf(which)).toEqual([]);
    },
  );

  test("is nobody else's, and no step on what stands in another place", async () => {
    const [state = "issued"] = from;
    const which = await owed(state);
    for (const [actor, kind] of others)
      await expect(take(actor, which), actor.role).rejects.toMatchObject({ kind });
    await expect(take(by, { divisionId: AQQALA, id: which.id })).rejects.toMatchObject({ kind: "missing" });
    expect(await read(which)).toEqual({ state, events: [] });
  });

  test("twice at once is taken once", async () => {
    const [state = "issued"] = from;
    const which = await owed(state);
    const taken = await Promise.allSettled([take(by, which), take(by, which)]);
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await read(which)).events).toHaveLength(1);
  });
});

test("what is blocked is reported done only when it goes on", async () => {
  const which = await owed("acknowledged");
  await blockObligation(assistant, which, { note }, NOW);
  await expect(startObligation(assistant, which, {}, NOW)).rejects.toMatchObject({ kind: "conflict" });
  await unblockObligation(assistant, which, {}, NOW);
  expect((await read(which)).state).toBe("in-progress");
});
