import type { IsoDate } from "~/lib/jalali";
import { AQQALA } from "../actors";
import { type Case, AFTER, BEFORE, FIRST, IN, LAST, at, records } from "./case";

const suggestion = (receivedOn: IsoDate, more = {}) =>
  records.demand(receivedOn, { kind: "suggestion", ...more });

/** Hand-computed examples of the indicators of suggestions and demands. */
export const DEMANDS: readonly Case[] = [
  {
    code: "a9.received",
    example: async () => {
      await records.demand(FIRST);
      await records.demand(LAST);
      await records.demand(BEFORE);
      await records.demand(AFTER);
      await records.demand(IN, { division_id: AQQALA });
    },
    expected: { n: 2, d: null },
    add: () => records.demand(IN),
    table: "demand",
    moveOut: { received_on: BEFORE },
  },
  {
    code: "a9.answered-in-time",
    // In time: the day before the limit and the limit itself until midnight in Iran; late: the day after, never.
    // What the citizen took back is nobody's to answer.
    example: async () => {
      await records.demand(BEFORE, { limit_on: IN, answered_at: at("2026-10-09") });
      await records.demand(IN, { limit_on: LAST, answered_at: "2026-12-21T23:59:00+03:30" });
      await records.demand(IN, { limit_on: LAST, answered_at: "2026-12-22T00:01:00+03:30" });
      await records.demand(IN, { limit_on: LAST });
      await records.demand(IN, { limit_on: LAST, state: "withdrawn" });
      await records.demand(IN, { limit_on: LAST, answered_at: at(IN), state: "withdrawn" });
      await records.demand(IN, { limit_on: AFTER, answered_at: at(IN) });
      await records.demand(IN);
    },
    expected: { n: 2, d: 4 },
    add: () => records.demand(IN, { limit_on: LAST, answered_at: at(IN) }),
    by: { n: 1, d: 1 },
    table: "demand",
    moveOut: { limit_on: AFTER },
  },
  {
    code: "a9.confirmed",
    example: async () => {
      await records.demand(BEFORE, { verdict: "solved", verdict_at: at(FIRST) });
      await records.demand(IN, { verdict: "partly", verdict_at: at(LAST) });
      await records.demand(IN, { verdict: "not-solved", verdict_at: at(IN) });
      await records.demand(IN, { verdict: "solved", verdict_at: at(AFTER) });
      await records.demand(IN, { answered_at: at(IN) });
    },
    expected: { n: 1, d: 3 },
    add: () => records.demand(IN, { verdict: "solved", verdict_at: at(IN) }),
    by: { n: 1, d: 1 },
    table: "demand",
    moveOut: { verdict_at: at(BEFORE) },
  },
  {
    code: "a9.days-to-answer",
    // From 1 October: to the 10th nine days, to midnight of the last day 81; on the day of receipt none.
    example: async () => {
      const of = (answered_at: string, more = {}) => records.demand("2026-10-01", { answered_at, ...more });
      await of(at(IN));
      await of("2026-12-21T23:59:00+03:30");
      await of(at("2026-10-01"));
      await of("2026-12-22T00:01:00+03:30");
      await of(at(IN), { state: "withdrawn" });
      await of(at(IN), { division_id: AQQALA });
      await records.demand(BEFORE, { answered_at: at(BEFORE) });
      await records.demand(IN);
    },
    expected: { n: 3, d: null, values: [0, 9, 81] },
    add: () => records.demand(FIRST, { answered_at: at(IN) }),
    table: "demand",
    moveOut: { answered_at: at(BEFORE) },
  },
  {
    code: "a5.answered",
    // Three suggestions of the quarter, one answered in it; one is answered a day later, one was taken back.
    example: async () => {
      await suggestion(FIRST, { answered_at: "2026-12-21T23:59:00+03:30" });
      await suggestion(IN, { answered_at: at(AFTER) });
      await suggestion(LAST);
      await suggestion(IN, { answered_at: at(IN), state: "withdrawn" });
      await suggestion(BEFORE, { answered_at: at(IN) });
      await records.demand(IN, { answered_at: at(IN) });
      await suggestion(IN, { answered_at: at(IN), division_id: AQQALA });
    },
    expected: { n: 1, d: 3 },
    add: () => suggestion(IN, { answered_at: at(IN) }),
    by: { n: 1, d: 1 },
    table: "demand",
    moveOut: { received_on: BEFORE },
  },
  {
    code: "a5.realised",
    example: async () => {
      const answered = (answer_kind: string, answered_at = at(IN), more = {}) =>
        suggestion(BEFORE, { answer_kind, answered_at, ...more });
      await answered("done");
      await answered("partly", at(FIRST));
      await answered("refused", at(LAST));
      await answered("done", at(AFTER));
      await answered("done", at(IN), { kind: "request" });
      await answered("done", at(IN), { state: "withdrawn" });
      await suggestion(IN);
    },
    expected: { n: 2, d: 3 },
    add: () => suggestion(IN, { answer_kind: "done", answered_at: at(IN) }),
    by: { n: 1, d: 1 },
    table: "demand",
    moveOut: { answered_at: at(BEFORE) },
  },
  {
    code: "a5.days-to-answer",
    example: async () => {
      await suggestion("2026-10-01", { answered_at: at(IN) });
      await suggestion("2026-10-01", { answered_at: at("2026-10-05") });
      await records.demand("2026-10-01", { answered_at: at(IN) });
      await suggestion("2026-10-01", { answered_at: at(AFTER) });
      await suggestion("2026-10-01", { answered_at: at(IN), state: "withdrawn" });
      await suggestion("2026-10-01");
    },
    expected: { n: 2, d: null, values: [4, 9] },
    add: () => suggestion(FIRST, { answered_at: at(IN) }),
    table: "demand",
    moveOut: { answered_at: at(BEFORE) },
  },
  {
    code: "a7.demands-on-the-spot",
    example: async () => {
      await records.demand(FIRST);
      await records.demand(LAST);
      await records.demand(IN, { channel: "phone" });
      await records.demand(BEFORE);
      await records.demand(IN, { division_id: AQQALA });
    },
    expected: { n: 2, d: null },
    add: () => records.demand(IN),
    table: "demand",
    moveOut: { received_on: AFTER },
  },
  {
    code: "a9.voiced",
    // Of three answers with something done one was judged in the quarter; one later, one never. A refusal waits for no word.
    example: async () => {
      const done = (more = {}) =>
        records.demand(BEFORE, { answer_kind: "done", answered_at: at(IN), ...more });
      await done({ verdict: "no", verdict_at: at(LAST) });
      await done({ verdict: "solved", verdict_at: at(AFTER) });
      await done({ answer_kind: "partly" });
      await done({ answer_kind: "refused", verdict: "no", verdict_at: at(IN) });
      await done({ answered_at: at(BEFORE), verdict: "solved", verdict_at: at(IN) });
      await done({ state: "withdrawn" });
    },
    expected: { n: 1, d: 3 },
    add: () =>
      records.demand(IN, { answer_kind: "done", answered_at: at(IN), verdict: "solved", verdict_at: at(IN) }),
    by: { n: 1, d: 1 },
    table: "demand",
    moveOut: { answered_at: at(AFTER) },
  },
  {
    code: "a9.transferred",
    example: async () => {
      await records.demand(FIRST, { transfers: 1 });
      await records.demand(LAST, { transfers: 2 });
      await records.demand(IN);
      await records.demand(IN, { transfers: 1, state: "withdrawn" });
      await records.demand(AFTER, { transfers: 1 });
    },
    expected: { n: 2, d: 3 },
    add: () => records.demand(IN, { transfers: 1 }),
    by: { n: 1, d: 1 },
    table: "demand",
    moveOut: { received_on: BEFORE },
  },
  {
    code: "a9.overdue",
    // On 21 December: a limit of the day before without an answer, and one answered only on the 22nd. The last day itself
    // is no delay.
    example: async () => {
      await records.demand(BEFORE, { limit_on: "2026-12-20" });
      await records.demand(BEFORE, { limit_on: BEFORE, answered_at: "2026-12-22T00:01:00+03:30" });
      await records.demand(BEFORE, { limit_on: IN, answered_at: "2026-12-21T23:59:00+03:30" });
      await records.demand(IN, { limit_on: LAST });
      await records.demand(IN, { limit_on: IN, state: "withdrawn" });
      await records.demand(IN, { limit_on: IN, division_id: AQQALA });
      await records.demand(IN);
    },
    expected: { n: 2, d: null },
    add: () => records.demand(FIRST, { limit_on: IN }),
    table: "demand",
    moveOut: { limit_on: AFTER },
  },
];
