import fc from "fast-check";
import { expect, test } from "vitest";
import { begin, next, type AutosaveEvent } from "./autosave-state";

const words = (text: string) => ({ text, blankReason: "" });
const after = (...events: AutosaveEvent[]) => events.reduce(next, begin(words("آغاز"), 1));
const saved = {
  type: "answered",
  answer: { kind: "saved", revision: 2, savedAt: "2026-12-24T06:00:00Z" },
} as const;

test("words typed while a save is under way are saved after it", () => {
  const state = after(
    { type: "typed", written: words("یک") },
    { type: "send" },
    { type: "typed", written: words("یک دو") },
    saved,
  );
  expect(state).toMatchObject({ phase: "changed", revision: 2, written: words("یک دو") });
});

test("a save without an answer is tried again with the same words", () => {
  const state = after(
    { type: "typed", written: words("یک") },
    { type: "send" },
    { type: "lost" },
    { type: "send" },
  );
  expect(state).toMatchObject({ phase: "sending", sent: words("یک"), revision: 1 });
});

test("another's text waits beside one's own until the writer chooses", () => {
  const conflict = after(
    { type: "typed", written: words("من") },
    { type: "send" },
    { type: "answered", answer: { kind: "conflict", theirs: words("همکار"), revision: 5 } },
    { type: "typed", written: words("من و") },
  );
  expect(conflict).toMatchObject({ phase: "conflict", written: words("من و"), theirs: words("همکار") });
  expect(next(conflict, { type: "send" }).phase).toBe("conflict");
  expect(next(conflict, { type: "keep-mine" })).toMatchObject({
    phase: "changed",
    written: words("من و"),
    revision: 5,
  });
  expect(next(conflict, { type: "take-theirs" })).toMatchObject({
    phase: "clean",
    written: words("همکار"),
    revision: 5,
  });
});

test("no sequence of events loses words that were typed and not saved", () => {
  const event = fc.oneof(
    fc.string().map((text): AutosaveEvent => ({ type: "typed", written: words(text) })),
    fc.constantFrom<AutosaveEvent>({ type: "send" }, { type: "lost" }, { type: "keep-mine" }, saved, {
      type: "answered",
      answer: { kind: "conflict", theirs: words("همکار"), revision: 9 },
    }),
  );
  fc.assert(
    fc.property(fc.array(event), (events) => {
      let state = begin(words(""), 0);
      let typed = words("");
      for (const one of events) {
        state = next(state, one);
        if (one.type === "typed") typed = one.written;
        expect(state.written).toEqual(typed);
        if (state.phase === "clean") expect(state.sent).toEqual(typed);
      }
    }),
  );
});
