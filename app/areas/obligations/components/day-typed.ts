import type { IsoDate } from "~/lib/jalali";
import { parseJalali } from "~/lib/written-date";

/** The day that a field says at this moment; null while it says none. */
export function dayTyped(typed: unknown): IsoDate | null {
  const parsed = parseJalali(typeof typed === "string" ? typed.trim() : "");
  return parsed.ok ? parsed.iso : null;
}
