import { useLocale, useT } from "~/ui/i18n";
import type { ObligationsKey } from "../messages";
import { sourceWords, type Source } from "../source-words";

/** Where an obligation comes from, in a few words. */
export function SourceText({ row }: { row: Source }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  return sourceWords(row, t, locale);
}
