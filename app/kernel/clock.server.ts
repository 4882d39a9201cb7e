import { parseJalali } from "~/lib/written-date";
import { env } from "./env.server";

/** The set clock: what it says, the moment that is, and when it began to run. */
let clock: { text: string; base: number; started: number } | undefined;

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
  if (clock?.text !== CLOCK) clock = { text: CLOCK, base: clockBase(CLOCK), started: Date.now() };
  return new Date(clock.base + (Date.now() - clock.started));
}

/** The date that CLOCK sets, or nothing: shown on every page. */
export function clockNotice(): string | undefined {
  return env().CLOCK;
}
