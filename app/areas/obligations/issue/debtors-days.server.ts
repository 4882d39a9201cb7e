import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { calendarsOf } from "../deadlines/calendar.server";
import { reckonedBy, type IssuedDeadline } from "../deadlines/deadline";

export type Days = { due: IsoDate | null; asked: IsoDate | null };

const daysOf = (deadline: IssuedDeadline): Days =>
  deadline.kind === "none"
    ? { due: null, asked: null }
    : { due: deadline.dueOn, asked: deadline.askedOn ?? null };

/**
 * When each deadline ends in each of the places that owe: by the calendar there. The deadlines themselves were reckoned by
 * that of the issuer's own place.
 */
export async function debtorsDays(
  db: Db,
  ownPlace: number,
  divisionIds: readonly number[],
  deadlines: readonly IssuedDeadline[],
): Promise<(deadline: IssuedDeadline, divisionId: number) => Days> {
  const others = [...new Set(divisionIds)].filter((divisionId) => divisionId !== ownPlace);
  const days = deadlines.flatMap((deadline) =>
    deadline.kind === "none"
      ? []
      : [deadline.countsFrom ?? deadline.dueOn, deadline.askedOn ?? deadline.dueOn],
  );
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  if (others.length === 0 || !first || !last) return daysOf;
  const calendarIn = await calendarsOf(db, others, first, last);
  const known = new Map<string, Days>();
  return (deadline, divisionId) => {
    if (divisionId === ownPlace || deadline.kind === "none") return daysOf(deadline);
    const counted = deadline.kind === "relative" && deadline.workingDays;
    const key = `${divisionId} ${deadline.askedOn ?? deadline.dueOn} ${counted ? `${deadline.countsFrom} ${counted}` : ""}`;
    const days = known.get(key) ?? daysOf(reckonedBy(calendarIn(divisionId), deadline));
    known.set(key, days);
    return days;
  };
}
