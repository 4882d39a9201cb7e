import type { IconName } from "./icons";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export type Tone = "neutral" | "teal" | "saffron" | "brick";

/** What a chip is made of besides its colour. */
export type ChipPattern = "plain" | "dashed" | "provisional" | "missing" | "vacant" | "refused";

const SWATCH: Partial<Record<ChipPattern, string>> = {
  provisional: "hatch-provisional",
  missing: "hatch-missing",
  vacant: "hatch-vacant",
  refused: "hatch-refused",
};

/** How a state looks, beside the word for it: what a table of states gives for each. */
export type ChipLook = { icon: IconName; tone: Tone };

/**
 * A short state: icon + word + colour, never colour alone.
 * @param tone neutral (ink on paper), teal (acting, chosen), saffron (needs you), brick (harm).
 * @param pattern "dashed" for a guess, a number by hand or nothing there; "provisional", "missing",
 *   "vacant", "refused" put the pattern of that kind before the word, the same as in bars and maps.
 */
export function Chip({
  children,
  tone = "neutral",
  pattern = "plain",
  icon,
  mirrorIcon,
  title,
}: {
  children: ReactNode;
  tone?: Tone;
  pattern?: ChipPattern;
  icon?: IconName;
  mirrorIcon?: boolean;
  title?: string;
}) {
  const swatch = SWATCH[pattern];
  return (
    <span
      title={title}
      className={classNames(
        "chip",
        tone !== "neutral" && `chip-${tone}`,
        (pattern === "dashed" || pattern === "missing" || pattern === "vacant") && "border-dashed",
      )}
    >
      {swatch && (
        <span aria-hidden className={classNames("size-3.5 rounded-mark border border-line-2", swatch)} />
      )}
      {icon && <Icon of={icon} size={15} mirror={mirrorIcon} />}
      <span className="chip-word">{children}</span>
    </span>
  );
}
