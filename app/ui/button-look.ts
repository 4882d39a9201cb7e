import { classNames } from "./class-names";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger" | "danger-outline";
export type ButtonSize = "small" | "medium" | "touch";

const KIND: Record<ButtonKind, string> = {
  primary: "border-transparent bg-teal text-on-teal hover:bg-teal-deep",
  secondary: "border-line-2 bg-sheet text-ink hover:border-edge hover:bg-sunk",
  quiet: "border-transparent text-teal hover:bg-teal-tint",
  danger: "border-transparent bg-brick text-sheet hover:opacity-90",
  "danger-outline": "border-brick-line bg-sheet text-brick hover:bg-brick-tint",
};

const SIZE: Record<ButtonSize, string> = {
  small: "min-h-8 px-2.5 text-second gap-1.5",
  medium: "min-h-9 px-3.5 text-cell gap-2 max-sm:min-h-11",
  touch: "min-h-12 px-4 text-item gap-2.5",
};

export const LOCKED_LOOK = "border-dashed border-line-2 bg-sunk text-ink-3";

/** The look that Button, LinkButton and file pickers share. `kind` "locked" is what is allowed only later. */
export function buttonLook(
  kind: ButtonKind | "locked",
  size: ButtonSize,
  wide = false,
  className?: string,
): string {
  return classNames(
    "inline-flex items-center justify-center rounded-field border py-1 font-[550] leading-snug select-none",
    "transition-colors print:hidden",
    kind === "locked" ? LOCKED_LOOK : KIND[kind],
    SIZE[size],
    wide && "w-full",
    className,
  );
}

/** Vazirmatn sits a pixel high in a tight box: words get two pixels more at the top. */
export const WORD = "pt-0.5 text-center";
