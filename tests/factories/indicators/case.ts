import type { IsoDate } from "~/lib/jalali";
import { Records } from "../records";

// Autumn 1405 is 2026-09-23 to 2026-12-21; summer ends on 2026-09-22, winter begins on 2026-12-22.
export const PERIOD = "1405-Q3";
export const IN: IsoDate = "2026-10-10";
export const FIRST: IsoDate = "2026-09-23";
export const LAST: IsoDate = "2026-12-21";
export const BEFORE: IsoDate = "2026-09-22";
export const AFTER: IsoDate = "2026-12-22";
export const at = (day: IsoDate) => `${day}T09:00:00+03:30`;

/** An office of Gorgan. */
export const OFFICE = "00000000-0000-7000-8000-00000000c0de";

export let records: Records;

export async function openRecords(): Promise<Records> {
  return (records = await Records.open());
}

export type Case = {
  code: string;
  /** Where an indicator has more than one example. */
  of?: string;
  /** Makes the hand-computed example. */
  example: () => Promise<unknown>;
  expected: { n: number; d: number | null; values?: number[] };
  /** Adds a record that counts, in the quarter. */
  add: () => Promise<string>;
  /** By how much it raises numerator and denominator. */
  by?: { n: number; d: number | null };
  table: string;
  /** The table and column of the row that is moved out, where it hangs under the record. */
  child?: string;
  /** Moves the record out of the quarter. */
  moveOut: Record<string, unknown>;
  /** Rows under the record that must go before it, as a deletion names them; `$1` is the record. */
  clear?: readonly string[];
};
