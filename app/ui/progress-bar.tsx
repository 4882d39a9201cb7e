import { classNames } from "./class-names";

/** Where in a ticked bar the tick stands: what is past it is past its time. */
export const TICK = 0.7;

/**
 * How far something is, growing from the start side.
 * @param ratio 0 … 1.
 * @param label what it measures, read aloud.
 * @param ticked a tick at TICK (the end of a cadence).
 * @param tone "saffron" past the tick; teal otherwise.
 */
export function ProgressBar({
  ratio,
  label,
  ticked = false,
  tone = "teal",
  small = false,
}: {
  ratio: number;
  label: string;
  ticked?: boolean;
  tone?: "teal" | "quiet" | "saffron";
  small?: boolean;
}) {
  const share = Math.round(Math.min(1, Math.max(0, ratio)) * 100);
  const bar = (
    <progress
      aria-label={label}
      value={share}
      max={100}
      className={classNames("meter", `meter-${tone}`, small ? "w-20" : "w-full")}
    />
  );
  return ticked ? <span className="meter-ticked">{bar}</span> : bar;
}
