import { Refusal } from "~/kernel/refusal";
import { addDays, dateOf, type IsoDate } from "~/lib/jalali";

/** Days before and after today within which a term may begin. */
const AHEAD = 366;
const AGO = 366 * 30;

/** Refuses `invalid` a term that begins too far from today or is already over. Days are `YYYY-MM-DD`. */
export function refuseTerm(
  { startsOn, endsOn }: { startsOn: IsoDate; endsOn?: IsoDate | undefined },
  today: IsoDate,
): void {
  if (startsOn > addDays(today, AHEAD))
    throw new Refusal("invalid", "posts.starts-too-late", { field: "startsOn" });
  if (startsOn < addDays(today, -AGO))
    throw new Refusal("invalid", "posts.starts-too-early", { field: "startsOn" });
  if (endsOn !== undefined && endsOn < today)
    throw new Refusal("invalid", "form.date.in-past", { field: "endsOn" });
}

/** Appointments in force on any day of a term, as a condition of their table. */
export const duringTerm = ({ startsOn, endsOn }: { startsOn: IsoDate; endsOn?: IsoDate | undefined }) => ({
  endedAt: null,
  AND: [
    { OR: [{ endsOn: null }, { endsOn: { gte: dateOf(startsOn) } }] },
    ...(endsOn === undefined ? [] : [{ startsOn: { lte: dateOf(endsOn) } }]),
  ],
});
