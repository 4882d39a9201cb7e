import type { IsoDate, Locale } from "~/lib/jalali";
import type { Entry } from "./queries.server";

/** Kinds of relationships: which two ends they join, and in which direction they read. */
export const TIE_KINDS = [
  "tie-person-person",
  "tie-person-circle",
  "tie-person-office",
  "tie-circle-circle",
  "tie-circle-office",
] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** Whether an entry is still offered on a day. */
export const isOffered = (entry: Pick<Entry, "retiredOn">, day: IsoDate): boolean =>
  entry.retiredOn === null || entry.retiredOn > day;

/** The words of an entry, from its own end or, with `back`, from the other. */
export function wordsOfEntry(
  entry: Pick<Entry, "fa" | "en" | "faBack" | "enBack">,
  locale: Locale,
  back = false,
): string {
  if (locale === "fa") return back ? (entry.faBack ?? entry.fa) : entry.fa;
  return back ? (entry.enBack ?? entry.en) : entry.en;
}
