import type { Locale } from "./jalali";

/** The office that a record names, in the reader's language where the dictionary has its name in it. */
export const officeNameIn = (
  { officeName, officeEn }: { officeName: string | null; officeEn: string | null },
  locale: Locale,
): string | null => (locale === "en" ? (officeEn ?? officeName) : officeName);
