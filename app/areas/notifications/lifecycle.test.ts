import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterAsking,
  afterReport,
  afterSending,
  GATEWAY_REMEMBERS_MS,
  MOST_ATTEMPTS,
  STATES,
  type MessageState,
  type Sent,
  type Standing,
} from "./lifecycle";

const STANDINGS: Standing[] = ["on-the-way", "delivered", "failed", "undeliverable", "blocked", "cancelled"];

test.each<[Sent, number, boolean, string, string | null]>([
  [{ kind: "accepted", remoteId: "1" }, 1, true, "accepted", null],
  [{ kind: "later", why: "gateway-busy" }, 1, true, "queued", "gateway-busy"],
  [{ kind: "later", why: "gateway-busy" }, MOST_ATTEMPTS, true, "dead", "gateway-busy"],
  [{ kind: "refused", why: "bad-address" }, 1, true, "undeliverable", "bad-address"],
  [{ kind: "refused", why: "too-long" }, 1, true, "dead", "too-long"],
  [{ kind: "unsure" }, 1, true, "unsure", "no-answer"],
  [{ kind: "unsure" }, 1, false, "dead", "may-have-arrived"],
])("%j at the %i. attempt ends in %s", (sent, attempt, canAsk, state, why) => {
  expect(afterSending(sent, attempt, canAsk)).toMatchObject({ state, why });
});

test("only what the gateway certainly does not have is sent again, and only while it remembers", () => {
  expect(afterAsking({ kind: "unknown" }, 1, 1000)).toBe("send");
  expect(afterAsking({ kind: "unknown" }, 1, GATEWAY_REMEMBERS_MS)).toMatchObject({ state: "dead" });
  expect(afterAsking({ kind: "no-answer" }, 1, 1000)).toMatchObject({ state: "unsure" });
  expect(afterAsking({ kind: "no-answer" }, MOST_ATTEMPTS, 1000)).toMatchObject({ state: "dead" });
  for (const standing of STANDINGS)
    expect(afterAsking({ kind: "known", remoteId: "1", standing }, 1, 1000)).not.toBe("send");
});

test("reports that come late, twice or out of order end the same: once delivered, always delivered", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STANDINGS), { maxLength: 12 }), (reports) => {
      let state: MessageState = "accepted";
      for (const standing of reports) {
        const step = afterReport(state, standing);
        if (state === "delivered") expect(step).toBeNull();
        state = step?.state ?? state;
        // The same report again changes nothing.
        expect(afterReport(state, standing)).toBeNull();
      }
      expect(STATES).toContain(state);
      if (reports.includes("delivered")) expect(state).toBe("delivered");
    }),
  );
});

test("no report brings back to life what a person or a rule ended, but that it arrived", () => {
  for (const state of ["withheld", "dead", "queued"] as const)
    for (const standing of STANDINGS.filter((one) => one !== "delivered"))
      expect(afterReport(state, standing)).toBeNull();
  expect(afterReport("dead", "delivered")).toMatchObject({ state: "delivered" });
});
