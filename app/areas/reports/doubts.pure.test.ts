import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aboutOf, doubtsOfDuty, doubtsOfFigures, historyDoubts, isAnswered, isCopied } from "./doubts";
import type { Figure } from "./figure";

const count = (numerator: number): Figure => ({ numerator, denominator: null });
const rate = (numerator: number, denominator: number): Figure => ({ numerator, denominator });
const ask = (figures: Record<string, Figure>, population: number | null = 100_000, history = {}) =>
  Object.fromEntries(
    doubtsOfFigures(new Map(Object.entries(figures)), new Map(Object.entries(history)), population),
  );

describe("the parts of a whole", () => {
  test("make it up, or are asked about", () => {
    const inCircles = rate(30, 40);
    expect(ask({ "a1.active-members": count(40), "a1.in-circles": inCircles })).toEqual({});
    expect(ask({ "a1.active-members": count(41), "a1.in-circles": inCircles })).toEqual({
      "a1.active-members": [{ kind: "parts", other: "a1.in-circles", whole: 41, parts: 40 }],
    });
  });

  test("are at most as many where they are not all there is", () => {
    expect(ask({ "a9.received": count(12), "a9.transferred": rate(2, 10) })).toEqual({});
    expect(ask({ "a9.received": count(9), "a9.transferred": rate(2, 10) })).toEqual({
      "a9.received": [{ kind: "parts", other: "a9.transferred", whole: 9, parts: 10 }],
    });
    expect(ask({ "a7.visits-made": rate(8, 10), "a7.no-shows": count(3) })).toEqual({
      "a7.visits-made": [{ kind: "parts", other: "a7.no-shows", whole: 2, parts: 3 }],
    });
  });

  test("that sum up are never asked about, whatever they are", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (sat, rest) => {
        const asked = ask(
          { "a1.active-members": count(sat + rest), "a1.in-circles": rate(sat, sat + rest) },
          null,
        );
        expect(asked).toEqual({});
      }),
    );
  });
});

describe("against the population", () => {
  test("more people than live there, or a share of them that is hard to believe, is asked about", () => {
    expect(ask({ "a1.active-members": count(2_000) }, 8_000)).toEqual({});
    expect(ask({ "a1.active-members": count(2_001) }, 8_000)).toEqual({
      "a1.active-members": [{ kind: "population", population: 8_000 }],
    });
    expect(ask({ "a6.attendance": count(8_000) }, 8_000)).toEqual({});
    expect(ask({ "a6.attendance": count(8_001) }, 8_000)).not.toEqual({});
  });

  test("nothing is compared where it is unknown", () => {
    expect(ask({ "a1.active-members": count(90_000_000) }, null)).toEqual({});
  });

  test("a place without people has no members: nothing is divided", () => {
    expect(ask({ "a1.active-members": count(1) }, 0)).toEqual({
      "a1.active-members": [{ kind: "population", population: 0 }],
    });
  });
});

describe("a zero", () => {
  test("is asked about where another figure of the quarter says more, once", () => {
    expect(
      ask({
        "a6.thematic-held": count(0),
        "a6.asks-of-people": count(5),
        "a6.asks-of-bodies": count(2),
        "a6.attendance": count(0),
      }),
    ).toEqual({ "a6.thematic-held": [{ kind: "zero-evidence", other: "a6.asks-of-people", count: 5 }] });
  });

  test("is asked about where there never was one, and not where there was", () => {
    expect(historyDoubts("a2.contacts", count(0), [count(1), count(2), count(1)])).toEqual([
      { kind: "zero-history", least: 1 },
    ]);
    expect(historyDoubts("a2.contacts", count(0), [count(1), count(0), count(1)])).toEqual([]);
    expect(historyDoubts("a2.contacts", count(0), [count(1), null, count(1)])).toEqual([]);
  });

  test("of what is hoped to be none is no question", () => {
    expect(historyDoubts("a9.overdue", count(0), [count(1), count(2), count(1)])).toEqual([]);
  });

  test("of a rate counts from ten cases, and of none there is nothing to say", () => {
    const earlier = [rate(5, 10), rate(5, 10), rate(6, 10)];
    expect(historyDoubts("a2.reach-rate", rate(0, 10), earlier)).toEqual([
      { kind: "zero-history", least: 0.5 },
    ]);
    expect(historyDoubts("a2.reach-rate", rate(0, 9), earlier)).toEqual([]);
    expect(historyDoubts("a2.reach-rate", rate(0, 0), earlier)).toEqual([]);
  });

  test("or any other figure is asked about by its history at most once", () => {
    const figures = fc.array(fc.option(fc.nat(500).map(count)), { maxLength: 7 });
    fc.assert(
      fc.property(fc.nat(500).map(count), figures, (figure, earlier) => {
        expect(historyDoubts("a2.contacts", figure, earlier).length).toBeLessThanOrEqual(1);
        if (earlier.filter(Boolean).length < 3)
          expect(historyDoubts("a2.contacts", figure, earlier)).toEqual([]);
      }),
    );
  });
});

describe("a duty", () => {
  const told = { text: "نشست‌ها برگزار شد.", blankReason: null };
  const idle = { text: "", blankReason: "کاری نبود." };
  test("is asked where its words and its records disagree", () => {
    expect(doubtsOfDuty(told, "", 0)).toEqual([{ kind: "no-evidence" }]);
    expect(doubtsOfDuty(told, "", 3)).toEqual([]);
    expect(doubtsOfDuty(idle, "", 3)).toEqual([{ kind: "evidence", count: 3 }]);
    expect(doubtsOfDuty(idle, "", 0)).toEqual([]);
    for (const one of [told, idle]) expect(doubtsOfDuty(one, "", null)).toEqual([]);
  });

  test("is a copy with other marks, spaces and lines too, and a short sentence is none", () => {
    const text = "در این فصل نشست‌ها در هشت محله شهر برگزار شد.";
    expect(isCopied(`${text.replaceAll(" ", "\n  ")}!`, text)).toBe(true);
    expect(isCopied(text.replace("هشت", "نه"), text)).toBe(false);
    expect(isCopied("کاری نبود.", "کاری نبود.")).toBe(false);
    expect(isCopied(text, "")).toBe(false);
  });
});

describe("an answer", () => {
  const seen = { text: "", about: "14/", byName: "نرگس شکیبا", at: null, revision: 1 };
  test("by a press stands for what was seen alone, a sentence for what comes too", () => {
    expect(isAnswered(seen, aboutOf([], count(14)))).toBe(true);
    expect(isAnswered(seen, aboutOf([], count(15)))).toBe(false);
    expect(isAnswered(seen, aboutOf([], rate(14, 20)))).toBe(false);
    expect(isAnswered({ ...seen, text: "سیل آمد.", about: null }, aboutOf([], count(15)))).toBe(true);
    expect(isAnswered(null, "")).toBe(false);
  });
});
