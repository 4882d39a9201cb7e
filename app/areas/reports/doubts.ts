import { jumpOf, valueOf, type Jump } from "./checks";
import type { Figure } from "./figure";

/** What is asked about a figure or a duty. It asks for a word and never changes or holds back anything. */
export type Doubt =
  | ({ kind: "jump" } & Jump)
  /** A whole that is not the sum of its parts, or is less than a part of it. */
  | { kind: "parts"; other: string; whole: number; parts: number }
  | { kind: "population"; population: number }
  | { kind: "zero-evidence"; other: string; count: number }
  | { kind: "zero-history"; least: number }
  /** Of a duty: told, and no record of the quarter stands behind it. */
  | { kind: "no-evidence" }
  /** Of a duty: called idle, and records of the quarter stand behind it. */
  | { kind: "evidence"; count: number }
  /** Of a duty: word for word the narrative of the quarter before. */
  | { kind: "copied" };

/** An answer: a sentence, or without one that what is `about` was seen and is right. */
export type Answer = {
  text: string;
  about: string | null;
  byName: string;
  at: Date | null;
  revision: number;
};

type Figures = ReadonlyMap<string, Figure>;
type Side = "numerator" | "denominator" | "rest";

const sideOf = ({ numerator, denominator }: Figure, side: Side): number =>
  side === "numerator"
    ? numerator
    : side === "denominator"
      ? (denominator ?? 0)
      : (denominator ?? 0) - numerator;

/** Wholes that another indicator takes apart: `exact` where its parts are all there is. */
const PARTS: readonly { whole: string; side: Side; other: string; of: readonly Side[]; exact: boolean }[] = [
  {
    whole: "a1.active-members",
    side: "numerator",
    other: "a1.in-circles",
    of: ["numerator", "rest"],
    exact: true,
  },
  { whole: "a2.contacts", side: "numerator", other: "a2.reach-rate", of: ["numerator", "rest"], exact: true },
  {
    whole: "a8.joint-held",
    side: "numerator",
    other: "a8.three-sides",
    of: ["numerator", "rest"],
    exact: true,
  },
  { whole: "a9.received", side: "numerator", other: "a9.transferred", of: ["denominator"], exact: false },
  { whole: "a9.received", side: "numerator", other: "a5.answered", of: ["denominator"], exact: false },
  {
    whole: "a9.received",
    side: "numerator",
    other: "a7.demands-on-the-spot",
    of: ["numerator"],
    exact: false,
  },
  { whole: "a7.visits-made", side: "rest", other: "a7.no-shows", of: ["numerator"], exact: false },
];

/** Figures that count people, and the share of all who live there above which they are asked about. */
const OF_POPULATION: Readonly<Record<string, number>> = {
  "a1.active-members": 0.25,
  "a1.new-members": 0.25,
  "a6.attendance": 1,
};

/** Zeros that another figure of the same quarter belies. */
const BELIED: readonly { zero: string; by: string }[] = [
  { zero: "a1.active-members", by: "a1.new-members" },
  { zero: "a1.circles", by: "a1.in-circles" },
  { zero: "a6.thematic-held", by: "a6.attendance" },
  { zero: "a6.thematic-held", by: "a6.asks-of-people" },
  { zero: "a6.thematic-held", by: "a6.asks-of-bodies" },
];

/** Where nothing is what is hoped for. */
const GOOD_ZEROS: ReadonlySet<string> = new Set(["a7.no-shows", "a9.overdue", "a16.obstacles-open"]);

/** Earlier quarters, none of them without, below which a zero is not called unusual. */
const LEAST_HISTORY = 3;
const LEAST_DENOMINATOR = 10;

/** Against its earlier quarters, oldest first: a zero where there never was one, else a figure far from them. */
export function historyDoubts(code: string, figure: Figure, earlier: readonly (Figure | null)[]): Doubt[] {
  const known = earlier.map((one) => one && valueOf(one)).filter((one): one is number => one !== null);
  const isZero =
    figure.values === undefined &&
    figure.numerator === 0 &&
    (figure.denominator === null || figure.denominator >= LEAST_DENOMINATOR);
  if (isZero && !GOOD_ZEROS.has(code) && known.length >= LEAST_HISTORY && known.every((one) => one > 0))
    return [{ kind: "zero-history", least: Math.min(...known) }];
  const jump = jumpOf(figure, earlier);
  return jump ? [{ kind: "jump", ...jump }] : [];
}

function partsDoubts(code: string, figure: Figure, figures: Figures): Doubt[] {
  return PARTS.flatMap(({ whole: of, side, other, of: sides, exact }): Doubt[] => {
    const taken = figures.get(other);
    if (of !== code || !taken) return [];
    const whole = sideOf(figure, side);
    const parts = sides.reduce((sum, one) => sum + sideOf(taken, one), 0);
    return (exact ? whole === parts : whole >= parts) ? [] : [{ kind: "parts", other, whole, parts }];
  });
}

/**
 * What is asked about each figure of a report. Where the population is unknown nothing is compared with it.
 * @param history earlier quarters of each figure, oldest first; none of a province, whose figures are sums.
 */
export function doubtsOfFigures(
  figures: Figures,
  history: ReadonlyMap<string, readonly (Figure | null)[]>,
  population: number | null,
): Map<string, Doubt[]> {
  const found = new Map<string, Doubt[]>();
  for (const [code, figure] of figures) {
    const share = OF_POPULATION[code];
    const belied = BELIED.flatMap(({ zero, by }): Doubt[] => {
      const count = figures.get(by)?.numerator ?? 0;
      return zero === code && figure.numerator === 0 && count > 0
        ? [{ kind: "zero-evidence", other: by, count }]
        : [];
    });
    const doubts: Doubt[] = [
      ...partsDoubts(code, figure, figures),
      ...(share !== undefined && population !== null && figure.numerator > population * share
        ? [{ kind: "population" as const, population }]
        : []),
      ...belied.slice(0, 1),
      ...(belied.length > 0 ? [] : historyDoubts(code, figure, history.get(code) ?? [])),
    ];
    if (doubts.length > 0) found.set(code, doubts);
  }
  return found;
}

/** The words of a text alone, so that a copy with other marks and spaces is a copy still. */
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words below which a sentence may be the same in every quarter. */
const LEAST_WORDS = 8;

/** Whether a narrative is word for word that of the quarter before. */
export function isCopied(text: string, before: string): boolean {
  const words = wordsOf(text);
  return words.length >= LEAST_WORDS && words.join(" ") === wordsOf(before).join(" ");
}

/** What is asked about the narrative of one duty; `evidence` are its records of the quarter, null where none are kept. */
export function doubtsOfDuty(
  { text, blankReason }: { text: string; blankReason: string | null },
  before: string,
  evidence: number | null,
): Doubt[] {
  return [
    ...(text && evidence === 0 ? [{ kind: "no-evidence" as const }] : []),
    ...(!text && blankReason && evidence ? [{ kind: "evidence" as const, count: evidence }] : []),
    ...(isCopied(text, before) ? [{ kind: "copied" as const }] : []),
  ];
}

/** What somebody saw who calls it right: of a figure its two parts, of a duty what was asked. */
export const aboutOf = (doubts: readonly Doubt[], figure?: Figure): string =>
  figure ? `${figure.numerator}/${figure.denominator ?? ""}` : doubts.map(({ kind }) => kind).join("+");

/** Whether what is asked now has its answer: a sentence, or that this very thing was seen. */
export const isAnswered = (answer: Answer | null | undefined, about: string): boolean =>
  answer !== null && answer !== undefined && (answer.text !== "" || answer.about === about);
