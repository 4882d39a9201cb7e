import type { Locale } from "~/lib/jalali";

/** The office a demand lies with, in the reader's language where the dictionary has its name in it. */
export const officeOf = (
  { officeName, officeEn }: { officeName: string | null; officeEn: string | null },
  locale: Locale,
): string | null => (locale === "en" ? (officeEn ?? officeName) : officeName);
