import type { CSSProperties } from "react";
import { classNames } from "./class-names";

/**
 * How far something is, growing from the start side.
 * @param ratio 0 … 1.
 * @param label what it measures, read aloud.
 * @param mark a tick at this ratio (the end of a cadence, a goal).
 * @param tone "saffron" past the mark; teal otherwise.
 */
export function ProgressBar({
  ratio,
  label,
  mark,
  tone = "teal",
  small = false,
}: {
  ratio: number;
  label: string;
  mark?: number;
  tone?: "teal" | "quiet" | "saffron" | "brick";
  small?: boolean;
}) {
  const share = Math.round(Math.min(1, Math.max(0, ratio)) * 1000) / 10;
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(share)}
      aria-valuemin={0}
      aria-valuemax={100}
      className={classNames("meter", `meter-${tone}`, small ? "w-20" : "w-full")}
      style={{ "--share": `${share}%`, "--mark": mark && `${Math.min(99, mark * 100)}%` } as CSSProperties}
    />
  );
}
