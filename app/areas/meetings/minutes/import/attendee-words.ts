import { longestMatch, type PartyIndex } from "~/lib/written-names/dictionary";
import { foldPattern } from "~/lib/written-names/letters";
import { passageOf, piecesBetween, spansOf, textOf, type Passage } from "~/lib/written-names/passage";
import type { Source } from "~/lib/written-names/source";
import { wordSet, wordsOf, type Word } from "~/lib/written-names/words";
import type { Range } from "./layout";
import type { ParsedAttendee, Reading, Standing } from "./types";

const setOf = (words: string) => wordSet(foldPattern(new RegExp(words)).source);

/** What stands before a name and is no part of it. */
const COURTESY = setOf("جناب سرکار آقای آقا خانم آقایان محترم محترمه");
/** What stands before a name and is said with it. */
const TITLE = setOf("دکتر مهندس سید سیده سردار سرهنگ سرتیپ حجت حجه الاسلام والمسلمین آیت الله حاج حاجی امیر");
/** Words with which a post begins. */
const POST = setOf(
  "معاون معاونین معاونان مدیر مدیران مدیرکل مدیرعامل رئیس رییس روسا رؤسای روسای ریاست فرماندار فرمانداران استاندار " +
    "بخشدار بخشداران شهردار شهرداران دهیار دهیاران دبیر کارشناس کارشناسان مسئول مسئولان مسئولین نماینده نمایندگان " +
    "فرمانده دادستان امام سرپرست مشاور عضو اعضای رابط جانشین قائم قایم مدیریت خبرنگار خبرنگاران اصحاب معتمدین سرپرستان",
);
/** Words with which the name of a body begins, where no dictionary knows it. */
const BODY = setOf(
  "اداره ادارات سازمان شرکت بنیاد دانشگاه مرکز دفتر شورای شورا ستاد هیئت هیات کمیته جهاد بسیج سپاه نیروی حوزه " +
    "استانداری فرمانداری بخشداری شهرداری دهیاری دادگستری بانک بیمه صدا آموزش وزارت",
);
const JOINING = setOf("و به از در نمایندگی جای");

const ABSENT = foldPattern(/غایب|غیبت/u);
const GUEST = foldPattern(/مدعو|میهمان|مهمان/u);
const DEPUTY = foldPattern(/به نمایندگی|به جای|به جانشینی|(?:^|[ (])جانشین|\(نماینده\)/u);
/** «(غایب)»: how one was there, behind everything else. */
const REMARK = foldPattern(
  / ?(?:[-–(,] ?(?:غایب|غیبت|مدعو|میهمان|مهمان)[^()]{0,30}\)?|[-–(,] ?(?:نماینده|جانشین)\)?|\((?:به )?(?:نمایندگی|جای|جانشینی|نماینده|جانشین)[^()]{0,40}\)?)$/u,
);

const MOST_NAME_WORDS = 5;

/** How one who is listed so took part; what his own line says goes before its heading. */
export function standingOf(fold: string, headed: Standing): Standing {
  if (ABSENT.test(fold)) return "absent";
  if (GUEST.test(fold)) return "guest";
  return headed === "present" && DEPUTY.test(fold) ? "deputy" : headed;
}

/** One of those present, as a line of a list or a stretch of a sentence says it: name, post, body. */
export function readAttendee(
  source: Source,
  index: PartyIndex,
  range: Range,
  headed: Standing,
): ParsedAttendee | null {
  const passage = passageOf(source, [range]);
  const { fold } = passage;
  const end = REMARK.exec(fold)?.index ?? fold.length;
  const words = wordsOf(fold, 0, end);
  if (words.length === 0) return null;
  const parts = dashedParts(passage, words, index);
  const [[from, to], [post, postEnd], [body, last]] = parts ?? runningParts(passage, words, index);
  const piece = (first: number, last: number): string | null => {
    const start = words[first]?.start;
    const until = words[last - 1]?.end;
    return start === undefined || until === undefined || last <= first
      ? null
      : textOf(source, piecesBetween(passage, start, until));
  };
  const name = piece(from, to);
  const found = { name, post: piece(post, postEnd), organisation: piece(body, last) };
  return {
    ...found,
    standing: standingOf(fold, headed),
    written: textOf(source, [range]),
    spans: spansOf(source, [range]),
    confidence: name !== null && (found.post ?? found.organisation) !== null ? "likely" : "guess",
  };
}

/** Indexes of the first word and of the one after the last. */
type Stretch = readonly [from: number, to: number];
type Parts = readonly [name: Stretch, post: Stretch, organisation: Stretch];

/** «علی رضایی فرماندار بهاران»: nothing but the words themselves part name, post and body. */
function runningParts(passage: Passage, words: readonly Word[], index: PartyIndex): Parts {
  const { from, to } = nameIn(passage, words, index);
  const post = skip(words, to, COURTESY);
  const body = bodyFrom(words, index, post);
  return [
    [from, to],
    [post, body],
    [body, words.length],
  ];
}

/** «علی رضایی - معاون - فرمانداری», in whatever order; null where the dashes part something else. */
function dashedParts(passage: Passage, words: readonly Word[], index: PartyIndex): Parts | null {
  const starts = words.flatMap((_, at) => (at === 0 || isDashed(passage, words, at) ? [at] : []));
  if (starts.length !== 3) return null;
  const stretches = starts.map((from, order): Stretch => [from, starts[order + 1] ?? words.length]);
  const left = new Set(stretches);
  const take = (is: (stretch: Stretch) => boolean): Stretch | undefined => {
    const found = stretches.find((each) => left.has(each) && is(each));
    if (found) left.delete(found);
    return found;
  };
  const isAddressed = ([from]: Stretch) =>
    COURTESY.has(words[from]?.key ?? "") || TITLE.has(words[from]?.key ?? "");
  const isBare = ([from, to]: Stretch) =>
    to - from >= 2 && to - from <= MOST_NAME_WORDS && !isPost(words, from) && !isBody(words, index, from);
  const name = take(isAddressed) ?? take(isBare);
  const post = take(([from]) => isPost(words, from)) ?? take(([from]) => !isBody(words, index, from));
  const [organisation] = left;
  if (!name || !post || !organisation || left.size !== 1) return null;
  return [[skip(words, name[0], COURTESY), name[1]], post, organisation];
}

/** A dash between spaces; one within a word or a number parts nothing. */
function isDashed(passage: Passage, words: readonly Word[], at: number): boolean {
  const gap = passage.fold.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? passage.fold.length);
  return /(?: [-–—]|[-–—] |[–—])/.test(gap);
}

function skip(words: readonly Word[], at: number, set: ReadonlySet<string>): number {
  let next = at;
  while (set.has(words[next]?.key ?? "")) next += 1;
  return next;
}

/** The words of the name; none where a post or a body stands first. */
function nameIn(passage: Passage, words: readonly Word[], index: PartyIndex): { from: number; to: number } {
  const from = skip(words, 0, COURTESY);
  let to = skip(words, from, TITLE);
  const titled = to;
  while (to < words.length && to - titled < MOST_NAME_WORDS && isOfName(passage, words, index, to, from))
    to += 1;
  const isAddressed = titled > 0;
  const ends =
    to === words.length || isPost(words, to) || isParted(passage, words, to) || isBody(words, index, to);
  const isName = isAddressed ? to > titled : to - from >= 2 && to - from <= 4 && ends;
  return isName ? { from, to } : { from: 0, to: 0 };
}

function isOfName(
  passage: Passage,
  words: readonly Word[],
  index: PartyIndex,
  at: number,
  from: number,
): boolean {
  if (at > from && isParted(passage, words, at)) return false;
  const key = words[at]?.key ?? "";
  return (
    /\p{L}/u.test(key) &&
    !COURTESY.has(key) &&
    !JOINING.has(key) &&
    !isPost(words, at) &&
    !isBody(words, index, at)
  );
}

const isPost = (words: readonly Word[], at: number) => POST.has(words[at]?.key ?? "");
const isBody = (words: readonly Word[], index: PartyIndex, at: number) =>
  BODY.has(words[at]?.key ?? "") || longestMatch(index, words, at) !== null;

/** Whether «–», «،» or a bracket stands before a word. */
function isParted(passage: Passage, words: readonly Word[], at: number): boolean {
  const gap = passage.fold.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? passage.fold.length);
  return /[-–—:,;(/]/.test(gap);
}

/** Where the body begins behind the post; the end where none is named. */
function bodyFrom(words: readonly Word[], index: PartyIndex, post: number): number {
  const first = isPost(words, post) ? post + 1 : post;
  for (let at = first; at < words.length; at += 1) if (isBody(words, index, at)) return at;
  return words.length;
}

/**
 * A sentence that lists those present, cut where the next of them begins. A comma inside a name of the dictionary parts
 * nothing; one between somebody's name and his post joins them.
 */
export function partedAttendees(source: Source, index: PartyIndex, range: Range): Range[] {
  const passage = passageOf(source, [range]);
  const words = wordsOf(passage.fold);
  const cuts: number[] = [0];
  let known = 0;
  for (let at = 0; at < words.length; at += 1) {
    const match = at >= known ? longestMatch(index, words, at) : null;
    const isInside = at < known;
    known = Math.max(known, match?.to ?? 0);
    if (at === 0 || isInside) continue;
    const gap = passage.fold.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0);
    const isAnother = /[,;]/.test(gap) && !isOwnPost(words, cuts.at(-1) ?? 0, at);
    const isAnd = words[at - 1]?.key === "و" && beginsAnother(words, at);
    if (isAnother || isAnd) cuts.push(at);
  }
  return cuts.flatMap((from, order) => {
    const next = cuts[order + 1] ?? words.length;
    const last = words[next - 1]?.key === "و" ? next - 2 : next - 1;
    const start = words[from]?.start;
    const end = words[last]?.end;
    return start === undefined || end === undefined || end <= start
      ? []
      : piecesBetween(passage, start, end + closingAt(passage.fold, end)).slice(0, 1);
  });
}

/** A bracket that closes right behind the last word belongs to it. */
function closingAt(fold: string, end: number): number {
  return /^ ?\)/.exec(fold.slice(end, end + 2))?.[0].length ?? 0;
}

function beginsAnother(words: readonly Word[], at: number): boolean {
  const key = words[at]?.key ?? "";
  return COURTESY.has(key) || TITLE.has(key) || POST.has(key);
}

/** «احمد رضایی، فرماندار»: nothing but a name stands before the comma. */
function isOwnPost(words: readonly Word[], from: number, at: number): boolean {
  if (!isPost(words, at) || words[at]?.isPlural || at - from > MOST_NAME_WORDS + 2) return false;
  const before = words.slice(from, at);
  return (
    before.length >= 2 &&
    before.every((_, order) => !isPost(before, order) && !BODY.has(before[order]?.key ?? ""))
  );
}

/** A reading of a cell of the table of those present. */
export function cellReading(source: Source, pieces: readonly Range[]): Reading<string> | null {
  const text = textOf(source, pieces);
  return text === ""
    ? null
    : { value: text, written: text, spans: spansOf(source, pieces), confidence: "clear" };
}
