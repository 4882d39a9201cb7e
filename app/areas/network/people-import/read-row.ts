import { beginningOf } from "~/kernel/sheets/sheet";
import { withoutApostrophe } from "~/kernel/sheets/neutral-cell";
import { beliefWords } from "~/lib/belief-words";
import { parseMobile, parseNationalCode } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import { normalise, searchKey } from "~/lib/persian-text";
import { toLatinDigits } from "~/lib/digits";
import { TIERS, type Tier } from "../choices";
import { HIDDEN } from "./code-cell";
import type { ColumnChoice, ImportField } from "./fields";
import { isRefusing, type Problem } from "./problems";
import { readDay } from "./read-day";

/** A person as a row gives him; null is a field that the row does not speak of. */
export type GivenPerson = {
  fullName: string;
  searchKey: string;
  mobile: string | null;
  /** Ten digits. */
  nationalCode: string | null;
  locality: string | null;
  tier: Tier | null;
  joinedOn: IsoDate | null;
  source: string | null;
  note: string | null;
};

export type ReadRow = { person: GivenPerson | null; problems: Problem[] };

const LONGEST = { fullName: 120, locality: 100, source: 200, note: 2000 };

const TIER_WORDS = new Map<string, Tier>(
  Object.entries({
    core: "هسته|اصلی|core",
    active: "فعال|active",
    wide: "گسترده|عادی|هوادار|wide",
  }).flatMap(([tier, words]) => words.split("|").map((word) => [searchKey(word), tier as Tier] as const)),
);

/** The cell of each field, in one line and without what a spreadsheet put before it. */
function fieldsOf(cells: readonly string[], columns: readonly ColumnChoice[]): Map<ImportField, string> {
  const given = new Map<ImportField, string>();
  columns.forEach((choice, index) => {
    const cell = cells[index];
    if (choice === "none" || !cell) return;
    const text = normalise(withoutApostrophe(cell));
    if (text !== "") given.set(choice, choice === "note" ? text : text.replace(/\s+/gu, " "));
  });
  return given;
}

/** A text cut to the length of its field, on a whole character. */
function cutTo(text: string | undefined, longest: number, say: (problem: Problem) => void): string | null {
  if (text === undefined) return null;
  if (text.length <= longest) return text;
  say("cut");
  return beginningOf(text, longest);
}

function mobileOf(text: string | undefined, say: (problem: Problem) => void): string | null {
  if (text === undefined) {
    say("no-mobile");
    return null;
  }
  const mobile = parseMobile(text);
  if (!mobile) say("bad-mobile");
  else if (/^9\d{9}$/.test(toLatinDigits(text).replace(/\D/g, ""))) say("zero");
  return mobile;
}

function codeOf(text: string | undefined, say: (problem: Problem) => void): string | null {
  if (text === undefined) return null;
  if (text.includes(HIDDEN)) {
    say("hidden-code");
    return null;
  }
  const code = parseNationalCode(text.replace(/^'/, ""));
  if (!code) say("bad-code");
  else if (toLatinDigits(text).replace(/\D/g, "").length < code.length) say("code-zeros");
  return code;
}

function dayOf(text: string | undefined, today: IsoDate, say: (problem: Problem) => void): IsoDate | null {
  if (text === undefined) return null;
  const day = readDay(text, today);
  if (!day || day.iso > today) {
    say("bad-day");
    return null;
  }
  if (day.calendar !== "jalali") say(day.calendar);
  return day.iso;
}

function nameOf(given: Map<ImportField, string>): string {
  const parts = [given.get("first-name"), given.get("last-name")].filter(Boolean);
  return given.get("full-name") ?? parts.join(" ");
}

/** Reads one row of a list of people by what its columns mean. A row without a person says why in `problems`. */
export function readRow(cells: readonly string[], columns: readonly ColumnChoice[], today: IsoDate): ReadRow {
  const problems = new Set<Problem>();
  const say = (problem: Problem) => void problems.add(problem);
  const given = fieldsOf(cells, columns);

  const fullName = nameOf(given);
  if (!/\p{L}.*\p{L}/u.test(fullName.slice(0, 300))) say("no-name");
  else if (fullName.length > LONGEST.fullName) say("long-name");
  const mobile = mobileOf(given.get("mobile"), say);
  const nationalCode = codeOf(given.get("national-code"), say);
  const tierWord = given.get("tier");
  const tier = tierWord === undefined ? null : (TIER_WORDS.get(searchKey(tierWord.slice(0, 50))) ?? null);
  if (tierWord !== undefined && !tier) say("unknown-tier");
  const rest = {
    locality: cutTo(given.get("locality"), LONGEST.locality, say),
    source: cutTo(given.get("source"), LONGEST.source, say),
    note: cutTo(given.get("note"), LONGEST.note, say),
    joinedOn: dayOf(given.get("joined-on"), today, say),
  };

  if (beliefWords(`${rest.note ?? ""}\n${rest.source ?? ""}`).length > 0) say("belief");

  const all = [...problems];
  if (all.some(isRefusing)) return { person: null, problems: all };
  const person = { fullName, searchKey: searchKey(fullName), mobile, nationalCode, tier, ...rest };
  return { person, problems: all };
}

/** The tier of somebody whose row names none. */
export const USUAL_TIER: Tier = TIERS[2];
