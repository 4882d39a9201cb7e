import type { Locale } from "~/lib/jalali";
import type { ObligationsKey } from "../messages";
import type { NarrowedNames } from "./narrowed-names.server";
import { IN_WORDS, narrowingAsked, type NarrowedPart, type Narrowing } from "./narrowing";

type Say = (key: ObligationsKey, vars?: Readonly<Record<string, string | number>>) => string;

/** What a ledger is narrowed to, in words, by the part of its address. */
export function narrowedWords(
  narrowing: Narrowing,
  names: NarrowedNames,
  t: Say,
  locale: Locale,
): { part: NarrowedPart; words: string }[] {
  return narrowingAsked(narrowing).map(([part, value]) => {
    const known = names[locale][part];
    const name =
      part === "age"
        ? t(`obligations.summary.band.${Number(value) as 0 | 1 | 2 | 3}`)
        : part === "cause"
          ? t(`obligations.cause.${value}` as ObligationsKey)
          : value === IN_WORDS
            ? t("obligations.views.in-words")
            : part === "series" || part === "locality"
              ? value
              : (known ?? t("obligations.views.no-name"));
    return { part, words: t(`obligations.narrowed.${part}`, { name }) };
  });
}
