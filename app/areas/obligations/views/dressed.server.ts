import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { Dressing, Say, Standpoint } from "~/kernel/sheets/exported-list";
import { todayIn } from "~/lib/jalali";
import type { LedgerView } from "../filters";
import type { ObligationsKey } from "../messages";
import { figuresOf, type Figures } from "./breakdown.server";
import { namesOfNarrowing } from "./narrowed-names.server";
import { conditionOfView, turnsOfView } from "./narrowed.server";
import { narrowedWords } from "./narrowed-words";

type Words = Say<ObligationsKey>;

/** An office of this very place, open or closed. Refuses `missing`. */
export async function officeNamed(db: Db, placeId: number, id: string) {
  const [row] = await db.$queryRaw<{ nameFa: string; nameEn: string }[]>`
    select name_fa as "nameFa", name_en as "nameEn" from office where division_id = ${placeId} and id = ${id}::uuid`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

const share = (part: number, whole: number, { t }: Words) =>
  whole > 0 && t("obligations.paper.share", { part, whole });

/** How it stands, and both rates, as facts of an office page. */
const standing = (figures: Figures, say: Words): NonNullable<Dressing["facts"]> => [
  [
    say.t("obligations.paper.figures"),
    say.t("obligations.paper.figures.text", {
      total: figures.total,
      open: figures.open,
      overdue: figures.overdue,
    }),
  ],
  [
    say.t("obligations.paper.turns"),
    figures.turns > 0 && say.t("obligations.paper.turns.text", { count: figures.turns }),
  ],
  [say.t("obligations.paper.first"), share(figures.inFirst, figures.dueByFirst, say)],
  [say.t("obligations.paper.present"), share(figures.inPresent, figures.dueByPresent, say)],
];

async function ofSource(db: Db, { place, today }: Standpoint, view: LedgerView, source: string, say: Words) {
  const [row] = await db.$queryRaw<
    { title: string; number: number | null; text: string; addressees: string; issuedAt: Date }[]
  >`select i.title, i.number, i.text, i.addressees, i.issued_at as "issuedAt" from issuance i
    where i.division_id = ${place.id} and i.id = ${source}::uuid
    union all
    (select b.source_title, b.source_number, b.text, '', b.issued_at from obligation b
      where b.division_id = ${place.id} and b.source_id = ${source}::uuid limit 1)
    limit 1`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  const condition = await conditionOfView(db, place.id, view, today);
  const figures = await figuresOf(db, place.id, view.end, condition, today);
  const { t, day } = say;
  const dressing: Dressing = {
    title: t("obligations.paper.source"),
    lead:
      row.number === null
        ? row.title
        : t("obligations.source.resolution", { number: row.number, title: row.title }),
    facts: [
      [t("obligations.paper.text"), row.text],
      [t("obligations.column.who"), row.addressees],
      [t("obligations.paper.issued"), day(todayIn(row.issuedAt))],
      [
        t("obligations.paper.answers"),
        t("obligations.views.answered-of", { part: figures.answered, whole: figures.total }),
      ],
      ...standing(figures, say),
    ],
    without: [t("obligations.paper.text"), t("obligations.page.source")],
    signers: [t("obligations.paper.secretary")],
  };
  return dressing;
}

/** What stands around the rows of a ledger on an office page: whose it is, how it stands, who signs. */
export async function dressedLedger(db: Db, at: Standpoint, view: LedgerView, say: Words): Promise<Dressing> {
  const { place, today } = at;
  const { t, named, locale } = say;
  if (view.source) return ofSource(db, at, view, view.source, say);
  const condition = await conditionOfView(db, place.id, view, today);
  const during = await turnsOfView(db, place.id, view);
  const figures = await figuresOf(db, place.id, view.end, condition, today, during);
  if (view.office) {
    const name = named(await officeNamed(db, place.id, view.office));
    return {
      title: t("obligations.paper.office", { name }),
      lead: t(`obligations.filter.${view.filter}`),
      facts: [[t("obligations.paper.office-name"), name], ...standing(figures, say)],
      without: [t("obligations.column.who")],
      signers: [t("obligations.paper.head-of", { name })],
    };
  }
  const names = await namesOfNarrowing(db, place.id, view.narrowing);
  const narrowed = narrowedWords(view.narrowing, names, t, locale).map(({ words }) => words);
  const { official, locality } = view.narrowing;
  // A ledger of its own: of an official, whose name stands under it as well, or of a village.
  const whose = official ? names[locale].official : locality;
  return {
    title: whose ? t("obligations.paper.of", { name: whose }) : t("obligations.title"),
    ...(official && whose ? { signers: [whose] } : {}),
    lead: [t(`obligations.end.${view.end}`), t(`obligations.filter.${view.filter}`), ...narrowed].join(" · "),
    facts: standing(figures, say),
  };
}
