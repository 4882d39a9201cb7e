import { classNames } from "../class-names";
import type { FigureState } from "./figure-state";

/** The patterns of the five states for use as `fill={`url(#${id}-missing)`}` inside the same SVG. */
export function Patterns({ id, base = "fill-data-4" }: { id: string; base?: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-provisional`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="5" height="5" className={base} />
        <rect width="2.2" height="5" className="fill-sheet" opacity="0.75" />
      </pattern>
      <pattern
        id={`${id}-missing`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width="6" height="6" className="fill-sheet" />
        <rect width="1.3" height="6" className="fill-brick" />
      </pattern>
      <pattern id={`${id}-vacant`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="fill-sunk" />
        <circle cx="3" cy="3" r="1" className="fill-ink-2" />
      </pattern>
      <pattern id={`${id}-excused`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="fill-sheet" />
        <rect width="6" height="1.2" className="fill-line-2" />
      </pattern>
    </defs>
  );
}

/** How a mark of that state is filled. */
export function stateFill(id: string, state: FigureState): string | undefined {
  return state === "approved" ? undefined : `url(#${id}-${state})`;
}

const SWATCH: Record<FigureState, string> = {
  approved: "bg-data-4",
  provisional: "hatch-provisional",
  missing: "hatch-missing",
  vacant: "hatch-vacant",
  excused: "bg-sheet border-dashed",
};

/** The same patterns as a small square beside a word. */
export function Swatch({ state }: { state: FigureState }) {
  return (
    <span
      aria-hidden
      className={classNames("inline-block h-3 w-5 shrink-0 rounded-mark border border-line-2", SWATCH[state])}
    />
  );
}
