import { beginningOf } from "~/kernel/sheets/sheet";
import { withoutApostrophe } from "~/kernel/sheets/neutral-cell";
import { beliefWords } from "~/lib/belief-words";
import { formatMobile, parseNationalCode } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import { normalise, searchKey } from "~/lib/persian-text";
import { toLatinDigits, toPersianDigits } from "~/lib/digits";
import { TIERS, type Capacity, type Tier } from "../choices";
import { HIDDEN } from "./code-cell";
import { LEFT_OUT, type ColumnChoice, type ImportField } from "./fields";
import { capacitiesIn, circleIn, NO_NAMES, type KnownNames } from "./known-names";
import { isRefusing, type Problem } from "./problems";
import { readDay } from "./read-day";
import { readNumbers } from "./read-numbers";

/** A person as a row gives him; null is a field that the row does not speak of. */
export type GivenPerson = {
  fullName: string;
  searchKey: string;
  mobile: string | null;
  /** Ten digits. */
  nationalCode: string | null;
  locality: string | null;
  tier: Tier | null;
  /** Codes of the catalogue, to be added to what he has. */
  capacities: Capacity[] | null;
  /** Circles into which he comes. */
  circleIds: string[] | null;
  joinedOn: IsoDate | null;
  source: string | null;
  note: string | null;
  /** Further numbers of his, for his note. */
  numbers: string | null;
};

export type ReadRow = { person: GivenPerson | null; problems: Problem[] };

export const LONGEST_NOTE = 2000;
const LONGEST = { fullName: 120, locality: 100, source: 200 };
/** Further numbers of one person that are kept. */
const MOST_NUMBERS = 12;

const TIER_WORDS = new Map<string, Tier>(
  Object.entries({
    core: "هسته|اصلی|core",
    active: "فعال|active",
    wide: "گسترده|عادی|هوادار|wide",
  }).flatMap(([tier, words]) => words.split("|").map((word) => [searchKey(word), tier as Tier] as const)),
);

/** What stands in a cell where there is nothing to say. */
const FILLERS = new Set(
  "ندارد|ندارم|نامشخص|نامعلوم|فاقد|خالی|بدون شماره|0|00|n/a|na|none|null|nil|nan".split("|").map(searchKey),
);
const isFiller = (text: string) =>
  text.length < 20 && (!/[\p{L}\p{N}]/u.test(text) || FILLERS.has(searchKey(text)));

/** Fields in whose cells a new line parts one thing from another. */
const KEEPS_LINES: ReadonlySet<ColumnChoice> = new Set(["note", "mobile", "capacities"]);

type Cells = { one: Map<ImportField, string>; numbers: string[] };

/** The cell of each field, in one line, without what a spreadsheet put before it; and every cell of numbers. */
function fieldsOf(cells: readonly string[], columns: readonly ColumnChoice[]): Cells {
  const one = new Map<ImportField, string>();
  const phones: string[] = [];
  columns.forEach((choice, index) => {
    const cell = cells[index];
    if (choice === LEFT_OUT || !cell) return;
    const text = normalise(withoutApostrophe(cell));
    if (text === "" || isFiller(text)) return;
    if (choice === "phone") phones.push(text);
    else one.set(choice, KEEPS_LINES.has(choice) ? text : text.replace(/\s+/gu, " "));
  });
  const mobile = one.get("mobile");
  return { one, numbers: mobile === undefined ? phones : [mobile, ...phones] };
}

/** A text cut to the length of its field, on a whole character. */
function cutTo(text: string | undefined, longest: number, say: (problem: Problem) => void): string | null {
  if (text === undefined) return null;
  if (text.length <= longest) return text;
  say("cut");
  return beginningOf(text, longest);
}

/** How a note, which is a record, begins to tell them. */
const FURTHER_NUMBERS = "شماره‌های دیگر:";

/** Further numbers as a line of a note. */
export const furtherNumbers = (numbers: readonly string[]): string =>
  `${FURTHER_NUMBERS} ${toPersianDigits(numbers.join("، "))}`;

/** How a note tells the number that he shares with somebody of another name. */
const SHARED_NUMBER = "شماره مشترک:";

const linesOf = (...lines: (string | null)[]) => lines.filter(Boolean).join("\n") || null;

/** The row without its number, which is somebody's of another name: it stands in the note. */
export function withoutNumber<T extends Pick<GivenPerson, "mobile" | "numbers">>(given: T): T {
  if (!given.mobile) return given;
  const shared = `${SHARED_NUMBER} ${toPersianDigits(formatMobile(given.mobile, "fa"))}`;
  return { ...given, mobile: null, numbers: linesOf(given.numbers, shared) };
}

/** The further numbers of somebody whom two rows name, with the first row's mobile where the second has another. */
export function numbersOfBoth(
  earlier: Pick<GivenPerson, "mobile" | "numbers">,
  later: Pick<GivenPerson, "mobile" | "numbers">,
): string | null {
  const isReplaced = earlier.mobile !== null && later.mobile !== null && earlier.mobile !== later.mobile;
  const replaced = isReplaced ? furtherNumbers([formatMobile(earlier.mobile ?? "", "fa")]) : null;
  const added = later.numbers !== null && earlier.numbers?.includes(later.numbers) ? null : later.numbers;
  return linesOf(earlier.numbers, replaced, added);
}

/** The first mobile of somebody's numbers, and the others as a line for his note. */
function numbersOf(
  cells: readonly string[],
  say: (problem: Problem) => void,
): Pick<GivenPerson, "mobile" | "numbers"> {
  const read = cells.map(readNumbers);
  const [mobile = null, ...more] = [...new Set(read.flatMap(({ mobiles }) => mobiles))];
  const others = [...new Set(read.flatMap((one) => one.others))];
  if (read.some(({ isZeroAdded }) => isZeroAdded)) say("zero");
  if (read.some(({ isUnread }) => isUnread)) say(mobile || others.length > 0 ? "part-unread" : "bad-mobile");
  else if (!mobile) say("no-mobile");
  if (more.length > 0) say("more-mobiles");
  if (others.length > 0) say("other-number");
  const rest = [...more.map((one) => formatMobile(one, "fa")), ...others].slice(0, MOST_NUMBERS);
  if (rest.length === 0) return { mobile, numbers: null };
  return { mobile, numbers: furtherNumbers(rest) };
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

function dayOf(
  text: string | undefined,
  { today, lunarDays }: { today: IsoDate; lunarDays: boolean },
  say: (problem: Problem) => void,
): IsoDate | null {
  if (text === undefined) return null;
  const day = readDay(text, today, lunarDays);
  if (!day || day.iso > today) {
    say("bad-day");
    return null;
  }
  if (day.calendar !== "jalali") say(day.calendar);
  return day.iso;
}

/** Longest cell in which names of the county are looked for. */
const LONGEST_NAMES = 1000;

/** What of the county a row names; a name that nothing has is told and leads to nothing. */
function namedOf(
  given: Map<ImportField, string>,
  names: KnownNames,
  say: (problem: Problem) => void,
): Pick<GivenPerson, "capacities" | "circleIds"> {
  const [skills, circle] = [given.get("capacities"), given.get("circle")];
  const { codes, isUnknown } = capacitiesIn(beginningOf(skills ?? "", LONGEST_NAMES), names.capacities);
  if (isUnknown || (skills?.length ?? 0) > LONGEST_NAMES) say("unknown-capacity");
  const circleId = circle === undefined ? null : circleIn(beginningOf(circle, LONGEST_NAMES), names.circles);
  if (circle !== undefined && circleId === null) say("unknown-circle");
  return { capacities: codes.length > 0 ? codes : null, circleIds: circleId === null ? null : [circleId] };
}

function nameOf(given: Map<ImportField, string>): string {
  const parts = [given.get("first-name"), given.get("last-name")].filter(Boolean);
  return given.get("full-name") ?? parts.join(" ");
}

/** Reads one row of a list of people by what its columns mean, whether its days are lunar ones, and the names that the county knows. A row without a person says why in `problems`. */
export function readRow(
  cells: readonly string[],
  columns: readonly ColumnChoice[],
  today: IsoDate,
  lunarDays = false,
  names: KnownNames = NO_NAMES,
): ReadRow {
  const problems = new Set<Problem>();
  const say = (problem: Problem) => void problems.add(problem);
  const { one: given, numbers: phones } = fieldsOf(cells, columns);

  const fullName = nameOf(given);
  if (!/\p{L}.*\p{L}/u.test(fullName.slice(0, 300))) say("no-name");
  else if (fullName.length > LONGEST.fullName) say("long-name");
  const { mobile, numbers } = numbersOf(phones, say);
  const nationalCode = codeOf(given.get("national-code"), say);
  const tierWord = given.get("tier");
  const tier = tierWord === undefined ? null : (TIER_WORDS.get(searchKey(tierWord.slice(0, 50))) ?? null);
  if (tierWord !== undefined && !tier) say("unknown-tier");
  const rest = {
    ...namedOf(given, names, say),
    locality: cutTo(given.get("locality"), LONGEST.locality, say),
    source: cutTo(given.get("source"), LONGEST.source, say),
    note: cutTo(given.get("note"), LONGEST_NOTE - (numbers?.length ?? -1) - 1, say),
    joinedOn: dayOf(given.get("joined-on"), { today, lunarDays }, say),
  };

  if (beliefWords(`${rest.note ?? ""}\n${rest.source ?? ""}`).length > 0) say("belief");

  const all = [...problems];
  if (all.some(isRefusing)) return { person: null, problems: all };
  const person = { fullName, searchKey: searchKey(fullName), mobile, numbers, nationalCode, tier, ...rest };
  return { person, problems: all };
}

/** The tier of somebody whose row names none. */
export const USUAL_TIER: Tier = TIERS[2];
