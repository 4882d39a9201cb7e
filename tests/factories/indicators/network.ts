import type { IsoDate } from "~/lib/jalali";
import { uuidv7 } from "~/lib/identifiers";
import { AQQALA, GORGAN } from "../actors";
import { type Case, AFTER, BEFORE, FIRST, IN, LAST, at, records } from "./case";

const someone = (joined: IsoDate = BEFORE, more = {}) => records.person(joined, more);
/** He became a member of this county by coming over from another one. */
const cameOver = (id: string, on: IsoDate) =>
  records.add("person_state_change", {
    person_id: id,
    state: "active",
    happened_on: on,
    reason: "relocated",
    created_by_key: "test",
  });
/** A request of 1 October by a join form; accepted unless said otherwise. */
const asked = async ({ division_id = GORGAN, ...more }: Record<string, unknown>) => {
  const link_id = await records.add("join_link", {
    division_id,
    token: uuidv7(),
    until: "2027-01-01",
    created_by_key: "test",
    created_by_name: "test",
  });
  return records.add("join_request", {
    division_id,
    link_id,
    state: "accepted",
    full_name: "مریم یوسفی",
    consented_at: at("2026-10-01"),
    received_at: at("2026-10-01"),
    ...more,
  });
};
const EVENT = {
  source_division_id: 28_000,
  office_id: "00000000-0000-7000-8000-000000000001",
  kind: "verify",
  by_name: "test",
  by_key: "test",
};
/** A circle looked at an obligation on the spot. */
const seen = async (visited_on: IsoDate, { obligation_id, ...more }: Record<string, unknown>) =>
  records.add("obligation_event", {
    ...EVENT,
    obligation_id: obligation_id ?? (await records.obligation(LAST)),
    circle_division_id: GORGAN,
    circle_name: "حلقه آب",
    visited_on,
    ...more,
  });

/** Hand-computed examples of the indicators of the network. */
export const NETWORK: readonly Case[] = [
  {
    code: "a1.active-members",
    // Three joined by the last day; one after it, one archived, one invited, one of a neighbour do not count.
    example: async () => {
      await someone("2020-01-01");
      await someone(BEFORE);
      await someone(LAST);
      await someone(AFTER);
      await someone(BEFORE, { state: "archived" });
      await someone(BEFORE, { state: "invited" });
      await someone(BEFORE, { division_id: AQQALA });
    },
    expected: { n: 3, d: null },
    add: () => someone(IN),
    table: "person",
    moveOut: { joined_on: AFTER },
  },
  {
    code: "a1.circles",
    example: async () => {
      await records.circle("2020-01-01");
      await records.circle(LAST);
      await records.circle(BEFORE, { closed_on: AFTER });
      await records.circle(BEFORE, { closed_on: LAST });
      await records.circle(AFTER);
      await records.circle(IN, { division_id: AQQALA });
    },
    expected: { n: 3, d: null },
    add: () => records.circle(IN),
    table: "circle",
    moveOut: { formed_on: AFTER },
  },
  {
    code: "a1.new-members",
    example: async () => {
      await someone(FIRST);
      await someone(LAST, { state: "archived" });
      await someone(LAST, { state: "cancelled" });
      await cameOver(await someone(IN), IN);
      await cameOver(await someone(FIRST), AFTER);
      await someone(BEFORE);
      await someone(AFTER);
      await someone(IN, { division_id: AQQALA });
    },
    expected: { n: 3, d: null },
    add: () => someone(IN),
    table: "person",
    moveOut: { joined_on: BEFORE },
  },
  {
    code: "a2.contacts",
    example: async () => {
      const id = await someone();
      await records.contact(id, FIRST);
      await records.contact(id, LAST, { outcome: "no-answer" });
      await records.contact(id, BEFORE);
      await records.contact(id, AFTER);
      await records.contact(await someone(BEFORE, { state: "cancelled" }), IN);
    },
    expected: { n: 2, d: null },
    add: async () => records.contact(await someone(), IN),
    table: "contact",
    moveOut: { happened_on: BEFORE },
  },
  {
    code: "a2.reach-rate",
    example: async () => {
      const id = await someone();
      for (const outcome of ["reached", "reached", "no-answer", "left-message", "wrong-number"])
        await records.contact(id, IN, { outcome });
      await records.contact(id, BEFORE);
      await records.contact(await someone(BEFORE, { state: "cancelled" }), IN);
    },
    expected: { n: 2, d: 5 },
    add: async () => records.contact(await someone(), IN),
    by: { n: 1, d: 1 },
    table: "contact",
    moveOut: { happened_on: AFTER },
  },
  {
    code: "a2.within-cadence",
    // The quarter ends on 21 December: 30 days before it is 21 November, 60 days before it 22 October.
    example: async () => {
      const reached = async (tier: string, day: IsoDate, more = {}) =>
        records.contact(await someone(BEFORE, { tier }), day, more);
      await reached("core", "2026-11-21");
      await reached("core", "2026-11-20");
      await reached("active", "2026-10-22");
      await reached("active", "2026-10-21");
      await reached("core", "2026-12-01", { outcome: "no-answer" });
      await reached("core", AFTER);
      await someone();
      await someone(BEFORE, { no_contact: true });
    },
    expected: { n: 2, d: 7 },
    add: async () => {
      const id = await someone();
      await records.contact(id, LAST);
      return id;
    },
    by: { n: 1, d: 1 },
    table: "person",
    moveOut: { joined_on: AFTER },
    clear: ["contact where person_id = $1"],
  },
  {
    code: "a1.fields-covered",
    // Water (two circles) and roads; what closed by the last day, what is formed later and what names no field is none.
    example: async () => {
      await records.circle("2020-01-01", { field: "water" });
      await records.circle(LAST, { field: "water" });
      await records.circle(BEFORE, { field: "roads", closed_on: AFTER });
      await records.circle(BEFORE, { field: "health", closed_on: LAST });
      await records.circle(AFTER, { field: "education" });
      await records.circle(BEFORE);
      await records.circle(IN, { field: "other", division_id: AQQALA });
    },
    expected: { n: 2, d: null },
    add: () => records.circle(IN, { field: "environment" }),
    table: "circle",
    moveOut: { formed_on: AFTER },
  },
  {
    code: "a1.in-circles",
    // Five members on the last day; two sit in a circle then: one left before, one sits from the day after, one never sat.
    example: async () => {
      const circle_id = await records.circle("2020-01-01");
      const sits = async (from_on: IsoDate, to_on: IsoDate | null = null, person = {}) =>
        records.add("membership", {
          circle_id,
          person_id: await someone(BEFORE, person),
          role: "member",
          from_on,
          to_on,
        });
      await sits(BEFORE);
      await sits(LAST, AFTER);
      await sits(BEFORE, LAST);
      await sits(AFTER);
      await sits(BEFORE, null, { state: "archived" });
      await someone();
      await someone(AFTER);
    },
    expected: { n: 2, d: 5 },
    add: async () => {
      const person_id = await someone();
      const circle_id = await records.circle(BEFORE);
      await records.add("membership", { circle_id, person_id, role: "member", from_on: IN });
      return person_id;
    },
    by: { n: 1, d: 1 },
    table: "person",
    moveOut: { joined_on: AFTER },
    clear: ["membership where person_id = $1"],
  },
  {
    code: "a1.join-days",
    // Received on 1 October: decided the same day, on the 10th, and at the last minute of the quarter; not the waiting
    // one, the one decided after midnight, the forgotten one, the neighbour's.
    example: async () => {
      await asked({ decided_at: at("2026-10-01") });
      await asked({ decided_at: at(IN), state: "declined" });
      await asked({ decided_at: "2026-12-21T23:59:00+03:30" });
      await asked({ decided_at: "2026-12-22T00:01:00+03:30" });
      await asked({ state: "waiting" });
      await asked({ state: "forgotten", decided_at: at(IN), full_name: null });
      await asked({ decided_at: at(IN), division_id: AQQALA });
    },
    expected: { n: 3, d: null, values: [0, 9, 81] },
    add: () => asked({ decided_at: at(IN) }),
    table: "join_request",
    moveOut: { decided_at: at(AFTER) },
  },
  {
    code: "a2.yield",
    example: async () => {
      const id = await someone();
      await records.contact(id, FIRST, { action_needed: true });
      await records.contact(id, LAST, { action_needed: true });
      await records.contact(id, IN);
      await records.contact(id, IN, { outcome: "no-answer", action_needed: true });
      await records.contact(id, BEFORE, { action_needed: true });
      await records.contact(await someone(BEFORE, { state: "cancelled" }), IN, { action_needed: true });
    },
    expected: { n: 2, d: 3 },
    add: async () => records.contact(await someone(), IN, { action_needed: true }),
    by: { n: 1, d: 1 },
    table: "contact",
    moveOut: { happened_on: AFTER },
  },
  {
    code: "a2.actions-closed",
    // Done within the quarter: two of four; one was done a day after it, one never, one asked for nothing.
    example: async () => {
      const id = await someone();
      const needed = (day: IsoDate, more = {}) => records.contact(id, day, { action_needed: true, ...more });
      await needed(FIRST, { action_taken_at: at(IN) });
      await needed(IN, { action_taken_at: "2026-12-21T23:59:00+03:30" });
      await needed(IN, { action_taken_at: at(AFTER) });
      await needed(LAST);
      await records.contact(id, IN);
      await needed(BEFORE, { action_taken_at: at(IN) });
      await needed(IN, { division_id: AQQALA, person_id: await someone(BEFORE, { division_id: AQQALA }) });
    },
    expected: { n: 2, d: 4 },
    add: async () => records.contact(await someone(), IN, { action_needed: true, action_taken_at: at(IN) }),
    by: { n: 1, d: 1 },
    table: "contact",
    moveOut: { happened_on: BEFORE },
  },
  {
    code: "a2.silence",
    // The quarter ends on 21 December: reached on the 1st is 20 days, on the last day none; never reached counts from the
    // day of joining, 22 September, as does a call that nobody took: 90 days.
    example: async () => {
      await records.contact(await someone(), "2026-12-01");
      const late = await someone();
      await records.contact(late, IN);
      await records.contact(late, LAST);
      await records.contact(late, AFTER);
      await records.contact(await someone(), "2026-12-01", { outcome: "no-answer" });
      await someone();
      await someone(BEFORE, { no_contact: true });
      await someone(AFTER);
      await someone(BEFORE, { division_id: AQQALA });
    },
    expected: { n: 4, d: null, values: [0, 20, 90, 90] },
    add: () => someone(IN),
    table: "person",
    moveOut: { joined_on: AFTER },
  },
  {
    code: "a3.monitored",
    // Two obligations, one of them seen twice; not what the secretariat saw, what was seen earlier, a neighbour's.
    example: async () => {
      const circle_id = await records.circle("2020-01-01");
      const twice = await records.obligation(LAST);
      await seen(FIRST, { circle_id, obligation_id: twice });
      await seen(IN, { circle_id, obligation_id: twice });
      await seen(LAST, { circle_id });
      await seen(BEFORE, { circle_id });
      await seen(AFTER, { circle_id });
      const obligation_id = await records.obligation(LAST);
      await records.add("obligation_event", { ...EVENT, obligation_id, at: at(IN) });
    },
    expected: { n: 2, d: null },
    add: async () => {
      const obligation_id = await records.obligation(LAST);
      await seen(IN, { circle_id: await records.circle(BEFORE), obligation_id });
      return obligation_id;
    },
    table: "obligation",
    child: "obligation_event.obligation_id",
    clear: ["obligation_event where obligation_id = $1"],
    moveOut: { visited_on: BEFORE },
  },
];
