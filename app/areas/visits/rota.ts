import type { IsoDate } from "~/lib/jalali";

/** A place that may be visited, with what is known of its visits; `key` as `targets.server.ts` has it. */
export type RotaPlace = {
  key: string;
  /** The last visit that was made, or is planned already. */
  lastOn: IsoDate | null;
};

/** A turn: who goes where on which day. */
export type Turn = { on: IsoDate; target: string; visitor: string };

/**
 * A fair rota: the places that were never visited first, then those that wait longest, each once before any a second time; the
 * days spread evenly over those that are open; each official as often as every other, and where he has not been rather than
 * where he was last. Nobody is sent to two places on one day while there are days enough. The same answer to the same
 * question.
 * @param count how many visits, at most one for each visitor and open day.
 * @param isOpen whether offices work on a day both where he comes from and in the place.
 * @param before who went where in the past, the newest last.
 */
export function proposeTurns({
  places,
  visitors,
  days,
  count,
  isOpen,
  before = [],
}: {
  places: readonly RotaPlace[];
  visitors: readonly string[];
  days: readonly IsoDate[];
  count: number;
  isOpen: (day: IsoDate, target: string) => boolean;
  before?: readonly { target: string; visitor: string }[];
}): Turn[] {
  const waiting = [...places].sort(
    (a, b) =>
      Number(a.lastOn !== null) - Number(b.lastOn !== null) ||
      (a.lastOn ?? "").localeCompare(b.lastOn ?? "") ||
      a.key.localeCompare(b.key),
  );
  if (waiting.length === 0 || visitors.length === 0 || days.length === 0) return [];
  const wanted = Math.min(count, days.length * visitors.length);
  const turns: Turn[] = [];
  const load = new Map(visitors.map((visitor) => [visitor, 0]));
  const lastTo = new Map(before.map(({ target, visitor }, index) => [`${visitor} ${target}`, index]));
  const busy = new Set<string>();
  for (let turn = 0; turn < wanted; turn++) {
    const place = waiting[turn % waiting.length];
    if (!place) break;
    const aim = Math.floor(((turn + 0.5) * days.length) / wanted);
    // The nearest day to the one it would fall on, forward first, on which the place is open and somebody is free.
    const found = nearest(days, aim).find(
      (day) => isOpen(day, place.key) && visitors.some((visitor) => !busy.has(`${visitor} ${day}`)),
    );
    if (found === undefined) continue;
    const [visitor] = visitors
      .filter((one) => !busy.has(`${one} ${found}`))
      .sort(
        (a, b) =>
          (load.get(a) ?? 0) - (load.get(b) ?? 0) ||
          (lastTo.get(`${a} ${place.key}`) ?? -1) - (lastTo.get(`${b} ${place.key}`) ?? -1) ||
          visitors.indexOf(a) - visitors.indexOf(b),
      );
    if (visitor === undefined) continue;
    busy.add(`${visitor} ${found}`);
    load.set(visitor, (load.get(visitor) ?? 0) + 1);
    lastTo.set(`${visitor} ${place.key}`, before.length + turn);
    turns.push({ on: found, target: place.key, visitor });
  }
  return turns.sort((a, b) => a.on.localeCompare(b.on) || a.target.localeCompare(b.target));
}

/** The days in the order of their distance from the one at `aim`, the later one first. */
function nearest(days: readonly IsoDate[], aim: number): IsoDate[] {
  return days
    .map((day, index) => ({ day, far: Math.abs(index - aim) * 2 - Number(index > aim) }))
    .sort((a, b) => a.far - b.far)
    .map(({ day }) => day);
}
