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
