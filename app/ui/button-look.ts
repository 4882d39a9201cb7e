import { classNames } from "./class-names";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger" | "danger-outline";
export type ButtonSize = "small" | "medium" | "touch";

/** The look that Button, LinkButton and file pickers share (`repeated.css`). `kind` "locked" is what is allowed only later. */
export const buttonLook = (
  kind: ButtonKind | "locked",
  size: ButtonSize,
  wide = false,
  className?: string,
): string => classNames("button", `button-${kind}`, `button-${size}`, wide && "w-full", className);

/** The words of a button. */
export const WORD = "button-word";
