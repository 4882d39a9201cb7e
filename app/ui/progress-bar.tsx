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
  const fill = { teal: "fill-teal", quiet: "fill-data-3", saffron: "fill-saffron", brick: "fill-brick" }[
    tone
  ];
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(share)}
      aria-valuemin={0}
      aria-valuemax={100}
      className={classNames("block rounded-mark bg-sunk rtl:-scale-x-100", small ? "h-2 w-20" : "h-2 w-full")}
      width="100%"
      height="8"
    >
      <rect x="0.5" y="0.5" width="100%" height="7" rx="3" className="fill-none stroke-line-2" />
      <rect width={`${share}%`} height="8" rx="3" className={fill} />
      {mark !== undefined && (
        <rect x={`${Math.min(99, mark * 100)}%`} width="1.5" height="8" className="fill-ink" />
      )}
    </svg>
  );
}
