import { addDays, isoOf, jalaliOf, monthLength, type IsoDate } from "~/lib/jalali";
import { CADENCES, type Cadence } from "../choices";

/** The day on which the next turn of a continuous obligation is due. */
export function nextTurn(from: IsoDate, cadence: Cadence): IsoDate {
  const months = CADENCES[cadence];
  return months === 0 ? addDays(from, 7) : addMonths(from, months);
}

/** The same Jalali day so many months later, or the last day of a shorter month. */
export function addMonths(from: IsoDate, months: number): IsoDate {
  const { jy, jm, jd } = jalaliOf(from);
  const index = jy * 12 + (jm - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return isoOf(year, month, Math.min(jd, monthLength(year, month)));
}
