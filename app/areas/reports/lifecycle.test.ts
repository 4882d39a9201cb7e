import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACTS, after, STATES, type Act, type ReportLevel, type State } from "./lifecycle";

const ALLOWED: Record<ReportLevel, Partial<Record<State, Partial<Record<Act, State>>>>> = {
  county: {
    open: { write: "draft" },
    draft: { write: "draft", submit: "submitted" },
    submitted: { "take-up": "under-review", return: "returned", approve: "approved" },
    "under-review": { return: "returned", approve: "approved" },
    returned: { write: "returned", submit: "submitted" },
    approved: { return: "returned", accept: "accepted" },
    accepted: { reopen: "accepted" },
  },
  province: {
    open: { write: "draft" },
    draft: { write: "draft", submit: "submitted" },
    submitted: {
      "take-up": "under-review",
      return: "returned",
      accept: "accepted",
      "un-approve": "returned",
    },
    "under-review": { return: "returned", accept: "accepted", "un-approve": "returned" },
    returned: { write: "returned", submit: "submitted" },
    accepted: { reopen: "accepted" },
  },
};

describe.each(["county", "province"] as const)("a report of a %s", (level) => {
  test.each(STATES.flatMap((state) => ACTS.map((act) => [state, act] as const)))(
    "that is %s, on %s",
    (state, act) => {
      expect(after(level, state, act)).toBe(ALLOWED[level][state]?.[act] ?? null);
    },
  );
});

test("no sequence of acts reaches approval without a submission since it was last in its place's hands, nor leaves acceptance", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<ReportLevel>("county", "province"),
      fc.array(fc.constantFrom(...ACTS), { maxLength: 60 }),
      (level, acts) => {
        let state: State = "open";
        let wasSubmitted = false;
        let wasWritten = false;
        for (const act of acts) {
          const next = after(level, state, act);
          if (state === "accepted") expect(next).toBe(act === "reopen" ? "accepted" : null);
          if (!next) continue;
          expect(STATES).toContain(next);
          if (act === "write") wasWritten = true;
          if (act === "submit") {
            expect(wasWritten).toBe(true);
            wasSubmitted = true;
          }
          if (next === "returned" || next === "draft") wasSubmitted = false;
          if (next === "approved" || next === "accepted") expect(wasSubmitted).toBe(true);
          if (level === "province") expect(next).not.toBe("approved");
          state = next;
        }
      },
    ),
  );
});
