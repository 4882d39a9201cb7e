import { formatJalali, type IsoDate, type Locale } from "~/lib/jalali";
import type { ObligationsKey } from "../messages";
import type { Grouping } from "./narrowing";

type Say = (key: ObligationsKey, vars?: Readonly<Record<string, string | number>>) => string;

/** What a group of a breakdown is called. */
export function groupName(
  of: Grouping,
  { key, nameFa, nameEn, until }: { key: string; nameFa: string; nameEn: string; until?: IsoDate | null },
  t: Say,
  locale: Locale,
): string {
  if (of === "age") return t(`obligations.summary.band.${key}` as ObligationsKey);
  if (of === "cause") return t(`obligations.cause.${key}` as ObligationsKey);
  if (of === "official" && until) {
    const day = formatJalali(until, locale, "short");
    return t("obligations.views.official-until", { name: locale === "fa" ? nameFa : nameEn, day });
  }
  return (locale === "fa" ? nameFa : nameEn) || t("obligations.views.no-name");
}
