import { formatJalali, type IsoDate, type Locale } from "~/lib/jalali";
import type { ObligationsKey } from "../messages";
import { sourceWords } from "../source-words";
import type { GroupSource } from "./breakdown.server";
import { IN_WORDS, type Grouping } from "./narrowing";

type Say = (key: ObligationsKey, vars?: Readonly<Record<string, string | number>>) => string;

type Named = {
  key: string;
  nameFa: string;
  nameEn: string;
  until?: IsoDate | null;
  source?: GroupSource;
};

/** What a group of a breakdown is called. */
export function groupName(
  of: Grouping,
  { key, nameFa, nameEn, until, source }: Named,
  t: Say,
  locale: Locale,
): string {
  if (source)
    return t("obligations.views.source-issued", {
      source: sourceWords(source, t, locale),
      day: formatJalali(source.issuedOn, locale, "short"),
    });
  if (of === "obstacle" && key === IN_WORDS) return t("obligations.views.in-words");
  if (of === "age") return t(`obligations.summary.band.${key}` as ObligationsKey);
  if (of === "cause") return t(`obligations.cause.${key}` as ObligationsKey);
  if (of === "official" && until) {
    const day = formatJalali(until, locale, "short");
    return t("obligations.views.official-until", { name: locale === "fa" ? nameFa : nameEn, day });
  }
  return (locale === "fa" ? nameFa : nameEn) || t("obligations.views.no-name");
}
