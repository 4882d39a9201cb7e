import type { Standing } from "~/areas/meetings/minutes/import/types";
import { ACTORS, canonicalOf } from "./dictionary";
import { declaration, drawHand, header, HEADING, inHand, rowsOf } from "./document";
import { makeModel, SUBJECTS, type MinutesModel, type ResolutionModel } from "./model";
import { item, tell, type Way } from "./prose-layouts";
import type { Chance } from "./random";

type Drawn = { model: MinutesModel; text: string };

const LIMITS = ["ظرف یک ماه", "تا جلسه بعد", "هرچه سریع‌تر"];
const VERBS = ["اقدام نمایند", "بررسی لازم را انجام دهند", "گزارش خود را آماده کنند"];

function clause(chance: Chance, number: number): ResolutionModel {
  const parties = chance.some(ACTORS, chance.between(1, 2)).map((code) => {
    const canonical = canonicalOf(code);
    return { canonical, written: canonical };
  });
  const when = chance.happens(0.4) ? chance.one(LIMITS) : "";
  const names = parties.map(({ written }) => written).join(" و ");
  return {
    number,
    text: `${names}${when && ` ${when}`} نسبت به ${chance.one(SUBJECTS)} ${chance.one(VERBS)}`,
    parties,
    deadline: { written: when, expected: when ? { kind: "relative", date: null } : null, warning: null },
    subItems: [],
    refersTo: [],
  };
}

/** Decisions that nothing counts: lines that «،» or «؛» closes, or clauses of one paragraph. */
export function closedByCommas(chance: Chance): Drawn {
  const drawn = makeModel(chance);
  const resolutions = Array.from({ length: chance.between(2, 9) }, (_, at) => clause(chance, at + 1));
  const isOneParagraph = chance.happens(0.5);
  const mark = chance.one(["، ", "؛ "]);
  const last = `${resolutions.at(-1)?.text ?? ""}.`;
  const texts = resolutions.slice(0, -1).map(({ text }) => text);
  const lines = isOneParagraph
    ? [
        `${chance.one(["مصوبات جلسه: ", "تصمیمات متخذه : "])}${texts.join(mark)}${texts.length > 1 ? chance.one([mark, " و "]) : mark}${last}`,
      ]
    : [
        chance.one(["مصوبات جلسه:", "پس از بحث و تبادل نظر موارد زیر به تصویب رسید:"]),
        ...texts.map((text) => `${text}${mark.trim()}`),
        last,
      ];
  const model = {
    ...drawn,
    resolutions: [...resolutions.slice(0, -1), { ...resolutions.at(-1)!, text: last }],
  };
  return { model, text: written(chance, model, lines) };
}

function written(chance: Chance, model: MinutesModel, lines: readonly string[]): string {
  const hand = { ...drawHand(chance), tagged: false, halfSpace: chance.one(["\u200C", " "]) };
  const declared = model.declaredCount === null ? [] : [declaration(chance, model.declaredCount)];
  return [...header(chance, model, hand), ...[...lines, ...declared].map((line) => inHand(hand, line))].join(
    "\n",
  );
}

const QUALIFIERS = [
  "اصلاحیه مصوبه ۱۴ جلسه قبل",
  "الحاقی به مصوبه ۹ جلسه گذشته",
  "تمدید مصوبه ۳ صورت‌جلسه قبل",
  "پیشنهاد دبیرخانه",
];

/** «مصوبه شماره ۲ (اصلاحیه مصوبه ۱۴ جلسه قبل):» */
export function amended(chance: Chance): Drawn {
  const drawn = makeModel(chance);
  const isOnItsOwn = chance.happens(0.4);
  const told = drawn.resolutions.map((resolution) => {
    const { resolution: own, way } = tell(chance, resolution, ACTORS);
    return { own, way, qualifier: chance.happens(0.4) ? `(${chance.one(QUALIFIERS)})` : "" };
  });
  const label = chance.one(["مصوبه شماره", "مصوبه", "تصمیم"]);
  const lines = told.flatMap(({ own, way, qualifier }) =>
    item(
      chance,
      own,
      way,
      `${label} ${own.number}${qualifier && ` ${qualifier}`}:${isOnItsOwn ? "\n" : " "}`,
    ),
  );
  const resolutions = told.map(({ own, qualifier }) => ({ ...own, text: `${qualifier} ${own.text}`.trim() }));
  const model = { ...drawn, resolutions };
  return { model, text: written(chance, model, lines) };
}

/** A table, and behind it a list that goes on with its numbers. */
export function tableAndList(chance: Chance): Drawn {
  const drawn = makeModel(chance);
  const at = chance.between(1, drawn.resolutions.length - 1);
  const listed = drawn.resolutions.slice(at).map((resolution) => tell(chance, resolution, ACTORS));
  const begin: (way: Way, resolution: ResolutionModel) => string[] = (way, resolution) =>
    item(chance, resolution, way, `${resolution.number}- `);
  const heading = chance.one([[], ["سایر مصوبات:"], ["", "ادامه مصوبات جلسه"], ["مصوبات خارج از دستور:"]]);
  const hand = { ...drawHand(chance), tagged: false, halfSpace: chance.one(["\u200C", " "]) };
  const model = {
    ...drawn,
    resolutions: [...drawn.resolutions.slice(0, at), ...listed.map(({ resolution }) => resolution)],
  };
  const lines = [
    ...heading,
    ...listed.flatMap(({ resolution, way }) => begin(way, resolution)),
    ...(model.declaredCount === null ? [] : [declaration(chance, model.declaredCount)]),
    ...(chance.happens(0.5) ? ["امضای حاضران", "۱- فرماندار", "۲- دبیر جلسه"] : []),
  ];
  return {
    model,
    text: [
      ...header(chance, model, hand),
      inHand(hand, HEADING),
      ...model.resolutions.slice(0, at).flatMap((resolution) => rowsOf(chance, resolution)),
      ...lines.map((line) => inHand(hand, line)),
    ].join("\n"),
  };
}

export type AttendeeModel = { name: string; post: string; organisation: string; standing: Standing };

const NAMES = ["کاوه نیک‌پی", "سارا مهرجو", "رضا کوهستانی", "الهام ساحلی", "مهدی آذرنوش", "زهرا بهرامی مقدم"];
const POSTS = ["رئیس", "معاون", "مدیر", "کارشناس ایمنی", "دبیر", "رئیس اداره بهره‌برداری"];
const BODIES = ACTORS.filter((code) => !["all-bodies", "governors", "concerned"].includes(code));
const HEADED: readonly (readonly [string, Standing])[] = [
  ["حاضرین در جلسه", "present"],
  ["غایبین", "absent"],
  ["مدعوین", "guest"],
];
const REMARKS: readonly (readonly [string, Standing])[] = [
  [" (غایب)", "absent"],
  [" - مدعو", "guest"],
  [" (به نمایندگی)", "deputy"],
];

/** Names, posts and bodies with dashes between, in one line or below one another. */
export function dashedAttendees(chance: Chance): { attendees: AttendeeModel[]; text: string } {
  const names = chance.shuffled(NAMES);
  const attendees: AttendeeModel[] = [];
  const lines: string[] = [];
  for (const [heading, headed] of HEADED.slice(0, chance.between(1, 3))) {
    const dash = chance.one([" - ", " – ", " — ", "- "]);
    const isListed = chance.happens(0.6);
    const isNumbered = isListed && chance.happens(0.5);
    const order = chance.one([
      [0, 1, 2],
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ]);
    const own = names.splice(0, 2).map((name, at) => {
      const [post, organisation] = [chance.one(POSTS), canonicalOf(chance.one(BODIES))];
      const [remark, standing] =
        headed === "present" && chance.happens(0.2) ? chance.one(REMARKS) : (["", headed] as const);
      attendees.push({ name, post, organisation, standing });
      const title = chance.one(["", "", "آقای ", "جناب "]);
      const parts = [`${title}${name}`, post, organisation];
      return `${isNumbered ? `${at + 1}- ` : ""}${order.map((part) => parts[part]).join(dash)}${remark}`;
    });
    lines.push(...(isListed ? [`${heading}:`, ...own] : [`${heading}: ${own.join(" ، ")}`]));
  }
  return { attendees, text: [...lines, "", "مصوبات:", "۱- مقرر گردید راه باز شود."].join("\n") };
}
