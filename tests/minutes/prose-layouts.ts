import { canonicalOf, WRITTEN } from "./dictionary";
import { DISCUSSION, declaration, drawHand, header, inHand, type Hand } from "./document";
import { makeModel, SUBJECTS, type DeadlineModel, type MinutesModel, type ResolutionModel } from "./model";
import type { Chance } from "./random";

/** Minutes without a table: paragraphs that carry a number. */
export type ProseLayout = "numbered" | "labelled";

const FINAL = "؛";
/** A point that asks for a report by its rhythm: in running text that is the deadline. */
const RHYTHM = { point: "گزارش هفتگی", expected: { kind: "continuous", date: null } } as const;

const IN_SENTENCE: readonly (readonly [string, DeadlineModel["expected"]])[] = [
  ["ظرف یک ماه", { kind: "relative", date: null }],
  ["حداکثر ظرف مدت ۱۵ روز", { kind: "relative", date: null }],
  ["تا جلسه بعد", { kind: "relative", date: null }],
  ["هرچه سریع‌تر", { kind: "relative", date: null }],
  ["به صورت مستمر", { kind: "continuous", date: null }],
  ["تا ۱۴۰۶/۰۲/۳۱", { kind: "dated", date: "2027-05-21" }],
];

/** A model as running text can carry it, and for every resolution the way in which who and when are told. */
export function makeProseModel(
  chance: Chance,
  actors: readonly string[] = Object.keys(WRITTEN),
): { model: MinutesModel; ways: Way[] } {
  const model = makeModel(chance);
  const told = model.resolutions.map((resolution) => tell(chance, resolution, actors));
  return {
    model: { ...model, resolutions: told.map(({ resolution }) => resolution) },
    ways: told.map(({ way }) => way),
  };
}

/** `sentence`: the names stand in the sentence; the others behind a label. */
export type Way = "sentence" | "lines" | "brackets" | "behind";

export function tell(
  chance: Chance,
  drawn: ResolutionModel,
  actors: readonly string[],
): { resolution: ResolutionModel; way: Way } {
  const text = drawn.text.replaceAll(FINAL, ".");
  const [first] =
    drawn.subItems.length > 0 ? [] : [chance.one<Way>(["sentence", "lines", "brackets", "behind"])];
  const way = first ?? chance.one<Way>(["lines", "brackets"]);
  if (way !== "sentence") {
    const asksForReport = drawn.deadline.written.trim().length < 2 && text.includes(RHYTHM.point);
    const deadline = asksForReport
      ? { written: RHYTHM.point, expected: RHYTHM.expected, warning: null }
      : drawn.deadline;
    return { resolution: { ...drawn, text, deadline }, way };
  }
  const parties = chance.some(actors, chance.between(1, 2)).map((code) => {
    const canonical = canonicalOf(code);
    return { canonical, written: canonical };
  });
  const [when, expected] = chance.happens(0.6) ? chance.one(IN_SENTENCE) : ["", null];
  const names = parties.map(({ written }) => written).join(" و ");
  const verb = chance.one(["اقدام نمایند.", "اهتمام ورزند.", "پیگیری لازم را معمول دارند."]);
  return {
    way,
    resolution: {
      ...drawn,
      text: `مقرر گردید${chance.one([" ", ": "])}${names}${when && ` ${when}`} نسبت به ${chance.one(SUBJECTS)} ${verb}`,
      parties,
      deadline: { written: when, expected, warning: null },
      refersTo: [],
    },
  };
}

const WHO = ["مسئول پیگیری", "مسئول اجرا", "دستگاه مجری", "مسئول", "اقدام‌کننده", "پیگیری"];
const WHEN = ["مهلت", "مهلت اجرا", "زمان اجرا", "موعد"];

export function item(chance: Chance, resolution: ResolutionModel, way: Way, begin: string): string[] {
  const { deadline, parties } = resolution;
  const lines = broken(chance, resolution, begin);
  if (way === "sentence") return lines;
  const isSaid = deadline.written.trim().length > 1 && deadline.written !== RHYTHM.point;
  const who = `${chance.one(WHO)}: ${parties.map(({ written }) => written).join(chance.one([" و ", "، ", " - "]))}`;
  const when = isSaid ? [`${chance.one(WHEN)}: ${deadline.written}`] : [];
  if (way === "lines") return [...lines, ...chance.shuffled([who, ...when])];
  const last = lines.pop() ?? "";
  if (way === "brackets") return [...lines, `${last} (${[who, ...when].join("؛ ")})`];
  return [...lines, `${last} ${[who, ...when].join(" ")}`];
}

/** The sentence, now and then over two lines or with its points below one another. */
function broken(chance: Chance, { text, subItems }: ResolutionModel, begin: string): string[] {
  if (subItems.length > 0 && /الف[:)-]/.test(text) && chance.happens(0.5)) {
    return `${begin}${text}`.split(/ (?=(?:الف|ب|ج|د|ه|پ|ت|ث)[:)-] )/);
  }
  const words = subItems.length > 0 ? [] : text.split(" ");
  if (!chance.happens(0.25) || words.length < 10) return `${begin}${text}`.split("\n");
  const at = chance.between(4, words.length - 4);
  return [`${begin}${words.slice(0, at).join(" ")}`, words.slice(at).join(" ")];
}

const ORDINALS = ["اول", "دوم", "سوم", "چهارم", "پنجم"];

function beginOf(chance: Chance, layout: ProseLayout, mark: string): (number: number) => string {
  if (layout === "numbered") return (number) => `${number}${mark}`;
  const label = chance.one(["مصوبه شماره", "مصوبه", "تصمیم"]);
  const isOnItsOwn = chance.happens(0.3);
  return (number) => {
    const ordinal = ORDINALS[number - 1];
    const said = label === "مصوبه" && ordinal && chance.happens(0.3) ? ordinal : String(number);
    return isOnItsOwn ? `${label} ${said}\n` : `${label} ${said}: `;
  };
}

/** The model written down in running text. */
export function writeProse(
  chance: Chance,
  layout: ProseLayout,
  { model, ways }: { model: MinutesModel; ways: readonly Way[] },
): string {
  const hand: Hand = { ...drawHand(chance), tagged: false, halfSpace: chance.one(["\u200C", " "]) };
  const begin = beginOf(chance, layout, chance.one(["- ", "-", ". ", ") "]));
  const declared = model.declaredCount === null ? [] : [declaration(chance, model.declaredCount)];
  const hasEarlier = chance.happens(0.4);
  const heading =
    layout === "numbered" || hasEarlier || chance.happens(0.5)
      ? [chance.one(["مصوبات:", "تصمیمات متخذه", "مصوبات جلسه :"])]
      : [];
  const items = model.resolutions.flatMap((resolution, index) => [
    ...item(chance, resolution, ways[index] ?? "lines", begin(resolution.number)),
    ...(chance.happens(0.3) ? [""] : []),
  ]);
  const lines = [
    ...(chance.happens(0.5) ? DISCUSSION : []),
    ...(hasEarlier
      ? ["پیگیری مصوبات جلسه قبل:", "1- مقرر گردید راه روستا باز شود. انجام شد.", "2- گزارش داده شد."]
      : []),
    ...heading,
    ...items,
    ...declared,
    ...(chance.happens(0.5) ? ["امضای حاضران", "1- فرماندار", "2- دبیر جلسه"] : []),
  ];
  return [...header(chance, model, hand), ...lines.map((line) => inHand(hand, line))].join("\n");
}
