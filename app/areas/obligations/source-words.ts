import type { Locale } from "~/lib/jalali";
import { localDigits } from "~/ui/numbers";
import type { ObligationsKey } from "./messages";

type Say = (key: ObligationsKey, vars?: Readonly<Record<string, string | number>>) => string;
export type Source = { sourceKind: string; sourceTitle: string; sourceNumber: number | null };

/** Where an obligation comes from, in a few words. */
export function sourceWords(
  { sourceKind, sourceTitle: title, sourceNumber }: Source,
  t: Say,
  locale: Locale,
): string {
  const number = sourceNumber === null ? null : localDigits(String(sourceNumber), locale);
  if (sourceKind === "passed-on") {
    return number === null
      ? t("obligations.source.passed-on", { title })
      : t("obligations.source.passed-on-number", { number, title });
  }
  if (sourceKind === "decision" && number !== null)
    return t("obligations.source.decision", { number, title });
  return number === null
    ? t("obligations.source.other", { title })
    : t("obligations.source.resolution", { number, title });
}
