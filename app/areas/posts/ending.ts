import { Refusal, tooLate } from "~/kernel/refusal";
import { dateOf, isoOfDate, todayIn, type IsoDate } from "~/lib/jalali";

/**
 * What ending an appointment writes into it: with a day that has come its power is gone at once, with a day to come it lasts
 * through that day, and one that has not begun is called off. Refuses an end before the beginning.
 */
export function endingOf(startsOn: IsoDate, asked: { endsOn: IsoDate; reason: string }, now: Date) {
  const today = todayIn(now);
  const isAtOnce = asked.endsOn <= today;
  const neverBegins = isAtOnce && startsOn > today;
  if (asked.endsOn < startsOn && !neverBegins)
    throw new Refusal("invalid", "posts.ends-before-start", { field: "endsOn" });
  const written = {
    endsOn: neverBegins ? null : dateOf(asked.endsOn),
    endReason: asked.reason,
    endedAt: isAtOnce ? now : null,
    revision: { increment: 1 },
  };
  return { isAtOnce, written };
}

type Present = { endsOn: Date | null; endReason: string | null; endedAt: Date | null; revision: number };

/** Why an ending found nothing to end: the appointment is over, or somebody changed it meanwhile. */
export function notToEnd({ endsOn, endReason, endedAt, revision }: Present): Refusal {
  if (endedAt) return tooLate("posts.already-ended");
  const theirs = { endsOn: endsOn ? isoOfDate(endsOn) : "", reason: endReason ?? "" };
  return new Refusal("conflict", "refusal.changed", { theirs, revision });
}
