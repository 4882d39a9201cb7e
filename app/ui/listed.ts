import type { Locale } from "~/lib/jalali";
import { standingApart } from "./translate";

/** The comma between two things of a list. */
export const comma = (locale: Locale): string => (locale === "fa" ? "، " : ", ");

/** Things one after another, as the reader's language parts them. */
export const listed = (things: readonly string[], locale: Locale): string =>
  (locale === "en" ? things.map(standingApart) : things).join(comma(locale));
