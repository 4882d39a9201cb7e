import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { ObligationsKey } from "../messages";

/** Where an obligation comes from, in a few words. */
export function SourceText({
  row,
}: {
  row: { sourceKind: string; sourceTitle: string; sourceNumber: number | null };
}) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const title = row.sourceTitle;
  const number = row.sourceNumber === null ? null : localDigits(String(row.sourceNumber), locale);
  if (row.sourceKind === "passed-on") {
    return number === null
      ? t("obligations.source.passed-on", { title })
      : t("obligations.source.passed-on-number", { number, title });
  }
  if (row.sourceKind === "decision" && number !== null)
    return t("obligations.source.decision", { number, title });
  return number === null
    ? t("obligations.source.other", { title })
    : t("obligations.source.resolution", { number, title });
}
