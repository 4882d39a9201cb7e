import { ARCHIVE_REASONS, CAPACITIES, FIELDS, OUTCOMES, TIERS } from "~/areas/network/choices";
import { en, fa } from "~/areas/network/messages";
import { CAUSES } from "~/areas/obligations/choices";
import * as ledger from "~/areas/obligations/messages/ledger";

/** An entry of the national base; `back` is how a relationship reads from its other end, where it reads otherwise. */
export type CatalogueFact = { code: string; fa: string; en: string; back?: { fa: string; en: string } };

/** Entries whose words the application brings along as messages. */
const worded = <C extends string>(
  codes: readonly C[],
  keyOf: (code: C) => keyof typeof fa,
): CatalogueFact[] => codes.map((code) => ({ code, fa: fa[keyOf(code)], en: en[keyOf(code)] }));

/** The national base of the catalogues, by kind, in the order in which forms offer it. */
export const catalogueEntries: Record<string, readonly CatalogueFact[]> = {
  tier: worded(TIERS, (code) => `network.tier.${code}`),
  outcome: worded(OUTCOMES, (code) => `network.outcome.${code}`),
  field: worded(FIELDS, (code) => `network.field.${code}`),
  capacity: worded(CAPACITIES, (code) => `network.capacity.${code}`),
  "archive-reason": worded(ARCHIVE_REASONS, (code) => `network.reason.${code}`),
  "re-date-cause": CAUSES.map((code) => ({
    code,
    fa: ledger.fa[`obligations.cause.${code}`],
    en: ledger.en[`obligations.cause.${code}`],
  })),
  "visit-division": [
    {
      code: "post-filled",
      fa: "پست دستیار مردمی‌سازی دارنده دارد و سر کار است",
      en: "The assistant's post is held, and the holder is at work",
    },
    {
      code: "network-alive",
      fa: "با اعضای شبکه در سه ماه گذشته تماس گرفته شده است",
      en: "Members of the network were contacted in the last three months",
    },
    {
      code: "meetings-held",
      fa: "جلسه‌های موضوعی و حضور مسئولان در میان مردم طبق برنامه برگزار شده است",
      en: "Thematic meetings and officials' hours among people took place as planned",
    },
    {
      code: "resolutions-followed",
      fa: "مصوبه‌های پیشین پیگیری شده و مدرک انجام دارد",
      en: "Earlier resolutions are followed up and have evidence",
    },
    {
      code: "demands-answered",
      fa: "مطالبه‌های مردم در مهلت پاسخ گرفته است",
      en: "People's demands are answered within their limits",
    },
    {
      code: "obstacles-reported",
      fa: "مانع‌هایی که در شهرستان حل نشده، به استان گزارش شده است",
      en: "Obstacles not solved in the county are reported to the province",
    },
    {
      code: "report-true",
      fa: "آنچه در گزارش دوره آمده با آنچه دیده شد می‌خواند",
      en: "What the report of the period says agrees with what was seen",
    },
    {
      code: "people-heard",
      fa: "با مردم و اعضای شبکه بی‌واسطه گفت‌وگو شد",
      en: "People and members of the network were spoken to directly",
    },
  ],
  "visit-locality": [
    {
      code: "promises-kept",
      fa: "قول‌های بازدید پیشین انجام شده است",
      en: "Promises of the earlier visit were kept",
    },
    { code: "water-power", fa: "آب و برق بی‌قطعی می‌رسد", en: "Water and power come without cuts" },
    { code: "road-safe", fa: "راه دسترسی ایمن است", en: "The road there is safe" },
    {
      code: "health-served",
      fa: "خانه بهداشت یا پایگاه سلامت کار می‌کند",
      en: "The health house or post works",
    },
    { code: "school-open", fa: "مدرسه فضا و معلم کافی دارد", en: "The school has rooms and teachers enough" },
    {
      code: "council-there",
      fa: "شورا و دهیار در بازدید بودند",
      en: "The council and the village manager were there",
    },
    { code: "people-heard", fa: "با مردم بی‌واسطه گفت‌وگو شد", en: "People were spoken to directly" },
  ],
  "visit-office": [
    {
      code: "hours-posted",
      fa: "ساعت و روز ملاقات مردمی در دید است و رعایت می‌شود",
      en: "Public hours are in sight and kept",
    },
    {
      code: "counter-serves",
      fa: "میز خدمت کار می‌کند و نوبت‌دهی دارد",
      en: "The service counter works and gives turns",
    },
    {
      code: "wait-short",
      fa: "زمان انتظار مراجعان پذیرفتنی است",
      en: "Visitors wait no longer than they should",
    },
    {
      code: "demands-answered",
      fa: "مطالبه‌های ارجاع‌شده در مهلت پاسخ گرفته است",
      en: "Demands referred to it are answered within their limits",
    },
    {
      code: "obligations-done",
      fa: "تعهدهای اداره به‌روز است و مدرک دارد",
      en: "Its obligations are up to date and have evidence",
    },
    {
      code: "access",
      fa: "دسترسی سالمندان و معلولان فراهم است",
      en: "Old people and people with disabilities can get in",
    },
    { code: "visitors-heard", fa: "با مراجعان بی‌واسطه گفت‌وگو شد", en: "Visitors were spoken to directly" },
  ],
  topic: [
    { code: "water", fa: "آب", en: "Water" },
    { code: "roads", fa: "ایمنی راه", en: "Road safety" },
    { code: "health", fa: "سلامت محله", en: "Health of the neighbourhood" },
    { code: "library", fa: "کتابخانه", en: "Library" },
    { code: "school", fa: "مدرسه", en: "School" },
    { code: "work", fa: "کار و کارآفرینی", en: "Work and enterprise" },
    { code: "environment", fa: "محیط زیست", en: "Environment" },
    { code: "youth", fa: "جوانان", en: "Youth" },
  ],
  "tie-person-person": [
    {
      code: "introduced",
      fa: "معرفی کرده است",
      en: "introduced",
      back: { fa: "معرفی‌شده از سوی", en: "introduced by" },
    },
    { code: "relative", fa: "خویشاوند", en: "relative of" },
    { code: "neighbour", fa: "همسایه", en: "neighbour of" },
    { code: "colleague", fa: "همکار", en: "works together with" },
    {
      code: "guides",
      fa: "راهنمایی می‌کند",
      en: "guides",
      back: { fa: "راهنمایی می‌گیرد از", en: "guided by" },
    },
  ],
  "tie-person-circle": [
    { code: "adviser", fa: "مشاور حلقه", en: "adviser of", back: { fa: "مشاور", en: "advised by" } },
    {
      code: "host",
      fa: "میزبان گردهمایی حلقه",
      en: "hosts the gatherings of",
      back: { fa: "میزبان گردهمایی", en: "gathers at the place of" },
    },
    {
      code: "founder",
      fa: "بنیان‌گذار حلقه",
      en: "founder of",
      back: { fa: "بنیان‌گذار", en: "founded by" },
    },
  ],
  "tie-person-office": [
    { code: "works-at", fa: "شاغل در", en: "works at", back: { fa: "کارمند", en: "employs" } },
    {
      code: "retired-from",
      fa: "بازنشسته از",
      en: "retired from",
      back: { fa: "بازنشسته", en: "retired here" },
    },
    { code: "liaison", fa: "رابط با", en: "liaison with", back: { fa: "رابط مردمی", en: "liaison" } },
  ],
  "tie-circle-circle": [
    { code: "neighbour-circle", fa: "حلقه همسایه", en: "neighbour circle of" },
    {
      code: "grew-from",
      fa: "برآمده از",
      en: "grew out of",
      back: { fa: "حلقه برآمده از این", en: "gave rise to" },
    },
    { code: "works-with", fa: "همکاری با", en: "works with" },
  ],
  "tie-circle-office": [
    {
      code: "cooperates",
      fa: "همکاری با",
      en: "cooperates with",
      back: { fa: "حلقه همکار", en: "works with" },
    },
    {
      code: "gathers-at",
      fa: "گردهمایی در محل",
      en: "gathers at",
      back: { fa: "میزبان گردهمایی", en: "hosts" },
    },
  ],
};
