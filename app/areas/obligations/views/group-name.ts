import type { Locale } from "~/lib/jalali";
import type { ObligationsKey } from "../messages";
import type { Grouping } from "./narrowing";

type Say = (key: ObligationsKey) => string;

/** What a group of a breakdown is called. */
export function groupName(
  of: Grouping,
  { key, nameFa, nameEn }: { key: string; nameFa: string; nameEn: string },
  t: Say,
  locale: Locale,
): string {
  if (of === "age") return t(`obligations.summary.band.${key}` as ObligationsKey);
  if (of === "cause") return t(`obligations.cause.${key}` as ObligationsKey);
  return (locale === "fa" ? nameFa : nameEn) || t("obligations.views.no-name");
}
