import { TAKE_BACK_DAYS, type AbolitionState } from "./what-moves";

const DAY = 24 * 60 * 60 * 1000;

type Told = { state: AbolitionState; at: Date | string; heirAt: Date | string | null };

/** Until when an abolition may be taken back: counted from the day on which its heir was named, or it was done. */
export function takeBackUntil({ at, heirAt }: Pick<Told, "at" | "heirAt">): Date {
  return new Date(new Date(heirAt ?? at).getTime() + TAKE_BACK_DAYS * DAY);
}

export function mayTakeBack(abolition: Told, now: Date): boolean {
  return abolition.state === "done" && now < takeBackUntil(abolition);
}
