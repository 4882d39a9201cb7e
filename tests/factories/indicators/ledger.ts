import { AQQALA } from "../actors";
import { type Case, AFTER, BEFORE, FIRST, IN, LAST, at, records } from "./case";

/** Hand-computed examples of the indicators of obstacles and obligations. */
export const LEDGER: readonly Case[] = [
  {
    code: "a16.obstacles-raised",
    example: async () => {
      await records.obstacle(FIRST);
      await records.obstacle(BEFORE);
      await records.obstacle(AFTER);
    },
    expected: { n: 1, d: null },
    add: () => records.obstacle(IN),
    table: "obstacle",
    moveOut: { raised_on: BEFORE },
  },
  {
    code: "a16.obligations-verified",
    example: async () => {
      await records.obligation(IN, { state: "verified", verified_at: at(IN) });
      await records.obligation(FIRST, { state: "verified", verified_at: at(LAST) });
      await records.obligation(LAST, { state: "verified", verified_at: at(AFTER) });
      await records.obligation(IN, { state: "reported-done", reported_at: at(IN) });
      await records.obligation(IN, { state: "withdrawn" });
      await records.obligation(BEFORE, { state: "verified", verified_at: at(BEFORE) });
      await records.obligation(BEFORE, { due_on: IN });
    },
    expected: { n: 2, d: 5 },
    add: () => records.obligation(IN, { state: "verified", verified_at: at(IN) }),
    by: { n: 1, d: 1 },
    table: "obligation",
    moveOut: { due_on: AFTER },
  },
  {
    code: "a16.obligations-verified",
    of: "turns",
    // Each finished turn by itself and the running one beside them; one verified after the quarter is not verified yet.
    example: async () => {
      const obligation = await records.continuous(LAST);
      await records.turn(BEFORE, { obligation });
      await records.turn(FIRST, { obligation });
      await records.turn(IN, { obligation });
      await records.turn("2026-11-10", { obligation, verified_at: at(AFTER) });
      const next = await records.continuous(AFTER);
      await records.turn(LAST, { obligation: next, first_due_on: IN });
      await records.turn(IN, { obligation: await records.continuous(AFTER, { state: "withdrawn" }) });
      await records.continuous(IN, { state: "withdrawn" });
      const division_id = AQQALA;
      await records.turn(IN, { division_id, obligation: await records.continuous(AFTER, { division_id }) });
    },
    expected: { n: 4, d: 6 },
    add: () => records.turn(IN),
    by: { n: 1, d: 1 },
    table: "obligation_turn",
    moveOut: { due_on: BEFORE },
  },
  {
    code: "a16.on-time-first-limit",
    example: async () => {
      await records.obligation(IN, { state: "verified", reported_at: at(IN), verified_at: at(LAST) });
      await records.obligation(IN, { state: "reported-done", reported_at: at("2026-10-11") });
      await records.obligation(IN, { state: "in-progress", reported_at: at("2026-10-01") });
      await records.obligation(IN, { due_on: LAST, state: "verified", reported_at: at("2026-11-01") });
      await records.obligation(BEFORE, { due_on: IN, state: "verified", reported_at: at(BEFORE) });
      await records.obligation(IN, { state: "not-applicable" });
    },
    expected: { n: 1, d: 4 },
    add: () => records.obligation(IN, { state: "reported-done", reported_at: at(FIRST) }),
    by: { n: 1, d: 1 },
    table: "obligation",
    moveOut: { first_due_on: AFTER },
  },
  {
    code: "a16.on-time-first-limit",
    of: "turns",
    // In time: two turns reported by their first day. Late: one by its second day, one that runs and was sent back.
    example: async () => {
      const obligation = await records.continuous(LAST, { reported_at: at(IN) });
      await records.turn(FIRST, { obligation, reported_at: at(BEFORE) });
      await records.turn(IN, { obligation });
      await records.turn(LAST, { obligation, first_due_on: IN, reported_at: at("2026-10-11") });
      await records.turn(AFTER, { obligation });
      await records.turn(IN, { obligation, first_due_on: BEFORE });
    },
    expected: { n: 2, d: 4 },
    add: () => records.turn(IN),
    by: { n: 1, d: 1 },
    table: "obligation_turn",
    moveOut: { first_due_on: AFTER },
  },
  {
    code: "a16.obstacles-open",
    example: async () => {
      await records.obstacle("2020-01-01");
      await records.obstacle(LAST);
      await records.obstacle(IN, { state: "verified", settled_on: AFTER });
      await records.obstacle(IN, { state: "verified", settled_on: LAST });
      await records.obstacle(IN, { state: "withdrawn" });
      await records.obstacle(AFTER);
      await records.obstacle(IN, { division_id: AQQALA });
    },
    expected: { n: 3, d: null },
    add: () => records.obstacle(IN),
    table: "obstacle",
    moveOut: { raised_on: AFTER },
  },
  {
    code: "a16.days-to-clear",
    example: async () => {
      await records.obstacle("2026-10-01", { state: "verified", settled_on: IN });
      await records.obstacle("2026-10-01", { state: "verified", settled_on: LAST });
      await records.obstacle("2026-10-01", { state: "verified", settled_on: AFTER });
      await records.obstacle("2026-10-01", { state: "withdrawn", settled_on: IN });
      await records.obstacle("2026-10-01");
      await records.obstacle("2026-10-01", { state: "verified", settled_on: IN, division_id: AQQALA });
    },
    expected: { n: 2, d: null, values: [9, 81] },
    add: () => records.obstacle(FIRST, { state: "verified", settled_on: IN }),
    table: "obstacle",
    moveOut: { settled_on: BEFORE },
  },
  {
    code: "a16.re-dated",
    // Of three first limits two moved: an obligation's and a finished turn's; what moved into the quarter was first earlier.
    example: async () => {
      await records.obligation(IN, { due_on: LAST });
      await records.obligation(FIRST);
      await records.turn(LAST, { first_due_on: IN });
      await records.obligation(BEFORE, { due_on: IN });
      await records.obligation(IN, { due_on: LAST, state: "withdrawn" });
      await records.obligation(IN, { due_on: LAST, division_id: AQQALA });
    },
    expected: { n: 2, d: 3 },
    add: () => records.obligation(IN, { due_on: LAST }),
    by: { n: 1, d: 1 },
    table: "obligation",
    moveOut: { first_due_on: AFTER },
  },
  {
    code: "a16.days-to-acknowledge",
    // Issued on 1 September in the morning: 39 days to 10 October, 111 to the last minute of the quarter.
    example: async () => {
      const known = (acknowledged_at: string, more = {}) =>
        records.obligation(LAST, { acknowledged_at, ...more });
      await known(at(IN));
      await known("2026-12-21T23:59:00+03:30");
      await known("2026-12-22T00:01:00+03:30");
      await known(at(BEFORE));
      await known(at(IN), { state: "withdrawn" });
      await known(at(IN), { division_id: AQQALA });
      await records.obligation(IN);
    },
    expected: { n: 2, d: null, values: [39, 111] },
    add: () => records.obligation(IN, { acknowledged_at: at(IN) }),
    table: "obligation",
    moveOut: { acknowledged_at: at(AFTER) },
  },
];
