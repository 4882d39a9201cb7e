import { parseJalali } from "~/lib/written-date";
import { env } from "./env.server";

const started = Date.now();
let base: number | undefined;

/** 09:00 in Tehran of the Jalali day that CLOCK names, in epoch milliseconds. */
function clockBase(text: string): number {
  const day = parseJalali(text);
  if (!day.ok) throw new Error("CLOCK is a Jalali date such as 1405/10/03.");
  return Date.parse(`${day.iso}T09:00:00+03:30`);
}

/** Now. Where CLOCK is set (sample and tests only) time runs on from 09:00 of that day. */
export function now(): Date {
  const { CLOCK } = env();
  if (!CLOCK) return new Date();
  base ??= clockBase(CLOCK);
  return new Date(base + (Date.now() - started));
}

/** The date that CLOCK sets, or nothing: shown on every page. */
export function clockNotice(): string | undefined {
  return env().CLOCK;
}
