import { Prisma, type Db } from "~/kernel/db.server";
import { differencesOf, type Piece } from "~/lib/differences";
import type { Locale } from "~/lib/jalali";
import { firstDayOf, type Period } from "~/lib/period";
import { matches } from "../definition-words";
import { holdingIn, type Definition } from "../definitions";
import { dutiesAbove, listCatalogue, type DutyRow, type IndicatorRow } from "./duties.server";

export type CatalogueDuty = DutyRow & { roleGroup: string };

/** Every version of every duty, whomever it binds: the nation's and those of the place's province; of the nation all. */
async function allDuties(db: Db, place: number): Promise<CatalogueDuty[]> {
  const whose =
    place === 0 ? Prisma.sql`division_id >= 0` : Prisma.sql`division_id = any(${dutiesAbove(place)}::int[])`;
  return db.$queryRaw<CatalogueDuty[]>`
    select division_id as "divisionId", code, role_group as "roleGroup", position, version,
      valid_from::text as "validFrom", text_fa as "textFa", text_en as "textEn", clause, is_absent as "isAbsent"
    from duty where ${whose}
    order by division_id, array_position(array['assistant', 'representative', 'ministry', 'body-head', 'steering-council'], role_group),
      position, version limit 2000`;
}

/** Of each the version that holds in the period, or the one to come where none does yet, in the order given. */
function standing<D extends Definition>(all: readonly D[], period: Period): D[] {
  const holding = new Map(holdingIn(all, period).map((one) => [one.code, one.version]));
  return all.filter(({ code, version }) => version === (holding.get(code) ?? 1));
}

/** The duties of the catalogue in which each word of `q` is found. */
export async function readDuties(db: Db, place: number, q: string, period: Period): Promise<CatalogueDuty[]> {
  return standing(await allDuties(db, place), period).filter((duty) => matches(duty, q));
}

export type CatalogueIndicator = IndicatorRow & { clause: string };

/** The indicators of the catalogue, with the clause of their duty, in which each word of `q` is found. */
export async function readIndicators(db: Db, q: string, period: Period): Promise<CatalogueIndicator[]> {
  const duties = new Map(standing(await allDuties(db, 0), period).map((duty) => [duty.code, duty.clause]));
  return standing(await listCatalogue(db), period)
    .map((one) => ({ ...one, clause: duties.get(one.dutyCode) ?? "" }))
    .filter((one) => matches(one, q));
}

/** What a version changed: words piece by piece in both languages, measures beside each other. */
export type VersionView<D> = D & {
  state: "past" | "now" | "coming";
  words: Record<Locale, { field: string; pieces: Piece[] }[]>;
  measures: { field: string; before: string | number | null; after: string | number | null }[];
};

const INDICATOR_WORDS = ["name", "unit", "formula", "owner"] as const;
const MEASURES = ["direction", "target", "minimumCount", "peerRule"] as const;

type Row = Record<string, unknown>;

const text = (row: Row, field: string) => String(row[field] ?? "");

function changesOf(before: Row, after: Row, fields: readonly string[], locale: Locale) {
  return fields.flatMap((field) => {
    const key = field === "clause" ? field : field + (locale === "fa" ? "Fa" : "En");
    const [old, now] = [text(before, key), text(after, key)];
    if (old === now) return [];
    const pieces = differencesOf(old, now).flatMap((one) => (one.kind === "changed" ? one.pieces : []));
    return [{ field, pieces }];
  });
}

/** Versions of one definition, the newest first, each with what it changed of the one before it. */
function viewsOf<D extends Definition>(
  rows: readonly D[],
  period: Period,
  words: readonly string[],
  measures: readonly (keyof D & string)[],
): VersionView<D>[] {
  const [holding] = holdingIn(rows, period);
  return rows
    .map((row, index): VersionView<D> => {
      const before = rows[index - 1];
      return {
        ...row,
        state:
          row.version === holding?.version ? "now" : row.validFrom > firstDayOf(period) ? "coming" : "past",
        words: {
          fa: before ? changesOf(before, row, words, "fa") : [],
          en: before ? changesOf(before, row, words, "en") : [],
        },
        measures: before
          ? measures.flatMap((field) =>
              before[field] === row[field]
                ? []
                : [
                    {
                      field,
                      before: before[field] as string | number | null,
                      after: row[field] as string | number | null,
                    },
                  ],
            )
          : [],
      };
    })
    .reverse();
}

export type DefinitionPage =
  | { kind: "indicator"; versions: VersionView<IndicatorRow>[]; duty: CatalogueDuty | null }
  | { kind: "duty"; versions: VersionView<CatalogueDuty>[]; indicators: IndicatorRow[] };

/** One duty or indicator with its versions; null where the place knows no such code. */
export async function findDefinition(
  db: Db,
  place: number,
  code: string,
  period: Period,
): Promise<DefinitionPage | null> {
  const duties = await allDuties(db, place);
  const catalogue = await listCatalogue(db);
  const ofDuty = duties.filter((one) => one.code === code);
  if (ofDuty.length > 0)
    return {
      kind: "duty",
      versions: viewsOf(ofDuty, period, ["text", "clause"], []),
      indicators: standing(catalogue, period).filter(({ dutyCode }) => dutyCode === code),
    };
  const rows = catalogue.filter((one) => one.code === code);
  const [first] = rows;
  if (!first) return null;
  return {
    kind: "indicator",
    versions: viewsOf(rows, period, INDICATOR_WORDS, MEASURES),
    duty: standing(duties, period).find((duty) => duty.code === first.dutyCode) ?? null,
  };
}
