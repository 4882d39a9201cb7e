import { UNKNOWN } from "./dictionary";
import type { MinutesModel, ResolutionModel } from "./model";
import type { Chance } from "./random";

/** How one clerk's machine writes: the same for a row, another for the next. */
export interface Hand {
  halfSpace: string;
  digits: string;
  arabicLetters: boolean;
  tagged: boolean;
}

const DIGITS = ["۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", "0123456789"];

export function drawHand(chance: Chance): Hand {
  return {
    halfSpace: chance.one(["\u200C", " ", ""]),
    digits: chance.one(DIGITS),
    arabicLetters: chance.happens(0.3),
    tagged: chance.happens(0.4),
  };
}

/** Latin and Persian digits of the model as this hand writes them, half-spaces and letters too. */
export function inHand(hand: Hand, text: string): string {
  const written = text
    .replaceAll("\u200C", hand.halfSpace)
    .replace(/[0-9۰-۹]/g, (digit) =>
      hand.digits.charAt(/[0-9]/.test(digit) ? Number(digit) : digit.charCodeAt(0) & 0xf),
    );
  return hand.arabicLetters ? written.replaceAll("ی", "ي").replaceAll("ک", "ك") : written;
}

const OPENINGS = ["<p>", "<P>", '<p dir="rtl">', '<p class="MsoNormal">'];

/** A cell of paragraphs; `join` stands between them where there are no tags. */
function cell(chance: Chance, hand: Hand, paragraphs: readonly string[], join: string): string {
  const written = paragraphs.map((paragraph) => inHand(hand, paragraph));
  if (!hand.tagged) {
    const pad = chance.one(["", "", " ", "\u00A0", "&nbsp;", "\u200F"]);
    return written.length === 0 ? pad : pad + written.join(join);
  }
  if (written.length === 0) return chance.one(["", "<p></p>", "<p>&nbsp;</p>", "<p><br></p>"]);
  return written.map((paragraph) => `${chance.one(OPENINGS)}${paragraph}</p>`).join(" ");
}

type Column = "number" | "text" | "parties" | "deadline";
const COLUMNS: readonly Column[] = ["number", "text", "parties", "deadline"];

/** Some editors cut what is blank at the end of a line. */
function cut(chance: Chance, written: string): string {
  return chance.happens(0.1) ? written.replace(/[\t ]+$/, "") : written;
}

function row(
  chance: Chance,
  hand: Hand,
  order: readonly Column[],
  contents: Record<Column, readonly string[]>,
): string {
  const glue = chance.one([" ", " و ", "، ", " - "]);
  const cells = order.map((column) =>
    cell(chance, hand, contents[column], column === "parties" ? glue : " "),
  );
  return cells.join("\t");
}

function halves(chance: Chance, text: string): [string, string] {
  const words = text.split(" ");
  const at = chance.between(2, words.length - 2);
  return [words.slice(0, at).join(" "), words.slice(at).join(" ")];
}

export function rowsOf(chance: Chance, resolution: ResolutionModel): string[] {
  const order = chance.happens(0.5) ? COLUMNS : chance.shuffled(COLUMNS);
  const hand = drawHand(chance);
  const number = [chance.one(["", "", "", "("]) === "(" ? `(${resolution.number})` : `${resolution.number}`];
  const parties = resolution.parties.map(({ written }) => written);
  const deadline = resolution.deadline.written === "" ? [] : [resolution.deadline.written];
  const isBroken =
    chance.happens(0.12) &&
    resolution.subItems.length === 0 &&
    resolution.refersTo.length === 0 &&
    resolution.deadline.warning === null &&
    // Half a sentence beside a name that nobody knows: neither cell says which it is.
    resolution.parties.every(({ canonical }) => !UNKNOWN.includes(canonical)) &&
    resolution.text.split(" ").length > 8;
  if (!isBroken) {
    return [cut(chance, row(chance, hand, order, { number, text: [resolution.text], parties, deadline }))];
  }

  const [first, second] = halves(chance, resolution.text);
  const kept = chance.between(1, parties.length);
  const isNameBroken =
    parties.length === 1 && (parties[0]?.split(" ").length ?? 0) > 4 && chance.happens(0.3);
  const [head, tail] = isNameBroken
    ? halves(chance, parties[0] ?? "").map((half) => [half])
    : [parties.slice(0, kept), parties.slice(kept)];
  const other = { ...drawHand(chance), halfSpace: hand.halfSpace };
  return [
    row(chance, hand, order, { number, text: [first], parties: head ?? [], deadline }),
    ...(chance.happens(0.7) ? [""] : []),
    ...(chance.happens(0.2) ? ["صفحه ۲ از ۵"] : []),
    row(chance, other, chance.shuffled(COLUMNS), {
      number: [],
      text: [second],
      parties: tail ?? [],
      deadline: [],
    }),
  ];
}

export const HEADING = "ردیف\tشرح مصوبات\tدستگاه ارائه‌دهنده\tمهلت اقدام";

export const DISCUSSION = [
  "مشروح مذاکرات:",
  "در آغاز، دبیر جلسه گفت: از ۲۳ مصوبه جلسه گذشته ۹ مصوبه مانده است. وی افزود: بند ۲ باید تا ۱۴۰۱/۰۲/۰۳ انجام می‌شد.",
  "یکی از حاضران تاکید کرد: فرمانداران استان و صدا و سیما باید پای کار باشند و تاریخ جلسه بعد ۱۴۰۷/۰۱/۲۰ است.",
];

export function header(chance: Chance, model: MinutesModel, hand: Hand): string[] {
  const two = (number: number) => String(number).padStart(2, "0");
  const date = chance.one([
    `${model.year}/${two(model.month)}/${two(model.day)}`,
    `${model.year}/${model.month}/${model.day}`,
  ]);
  const colon = () => chance.one([": ", " : ", ":"]);
  const title = `عنوان جلسه${colon()}${model.title}`;
  const dated = `تاریخ جلسه ${date}`;
  const fields = [
    ...(model.start === null ? [] : [`ساعت شروع جلسه${colon()}${model.start}`]),
    ...(model.end === null ? [] : [`ساعت خاتمه جلسه${colon()}${model.end}`]),
    ...(model.place === null ? [] : [`محل برگزاری${colon()}${model.place}`]),
    ...(model.invitationNumber === null ? [] : [`شماره دعوت‌نامه${colon()}${model.invitationNumber}`]),
  ];
  const lines = chance.happens(0.6) ? [`${title} ${dated}`] : chance.shuffled([title, `تاریخ جلسه: ${date}`]);
  const joined = chance.one(["\t", "\n"]);
  const agenda = agendaOf(chance, model.agenda);
  return [
    "",
    ...lines,
    ...(chance.happens(0.5) ? ["", `صور ت جلسه مورخ (${date})`] : []),
    "",
    chance.shuffled(fields).join(joined),
    ...agenda,
    ...(chance.happens(0.5) ? ["<p>حاضرین در جلسه :</p> <p>معاونین محترم استاندار، مدیران کل</p>\t\t"] : []),
    "«زمستان ایمن»",
    "",
  ].map((line) => inHand({ ...hand, halfSpace: chance.one(["\u200C", " "]) }, line));
}

function agendaOf(chance: Chance, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const numbered = items.map((item, index) => `${index + 1}. ${item}`);
  return chance.one([
    [`<p>دستور جلسه :</p> ${numbered.map((item) => `<p>${item}</p>`).join(" ")}\t`],
    [`دستور جلسه: ${numbered.join(" ")}`],
    ["دستور جلسه:", ...numbered, ""],
  ]);
}

const WORDS: Readonly<Record<number, string>> = { 3: "سه", 16: "شانزده", 21: "بیست و یک", 33: "سی و سه" };

export function declaration(chance: Chance, count: number): string {
  const number = chance.happens(0.5) ? (WORDS[count] ?? `${count}`) : `${count}`;
  return chance.one([
    `*این صورت‌جلسه در 5 صفحه و ${number} مصوبه تنظیم شده است.`,
    `این صورت‌جلسه مشتمل بر ${number} مصوبه تهیه گردید.`,
    `صورت‌جلسه حاضر در ${number} مصوبه و 3 صفحه تنظیم شد.`,
  ]);
}

/** The model written down as a word processor would paste it. */
export function writeDocument(chance: Chance, model: MinutesModel): string {
  const hand = { ...drawHand(chance), tagged: false };
  const declared =
    model.declaredCount === null ? [] : [inHand(hand, declaration(chance, model.declaredCount)), ""];
  const isDeclaredFirst = chance.happens(0.7);
  const lines = [
    ...header(chance, model, hand),
    ...(chance.happens(0.8) ? DISCUSSION.map((line) => inHand(hand, line)) : []),
    ...(isDeclaredFirst ? declared : []),
    inHand({ ...hand, halfSpace: chance.one(["", " ", "\u200C"]) }, HEADING),
  ];
  for (const resolution of model.resolutions) {
    if (chance.happens(0.08)) lines.push("");
    if (chance.happens(0.04)) lines.push(HEADING);
    lines.push(...rowsOf(chance, resolution));
  }
  if (!isDeclaredFirst) lines.push("", ...declared);
  return lines.join(chance.one(["\n", "\r\n"]));
}
