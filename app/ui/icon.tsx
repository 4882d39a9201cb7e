import { classNames } from "./class-names";
import type { IconName } from "./icons";
import sprite from "./icons.svg?url&no-inline";

/** Measures stand in the stylesheet: a page has some hundred icons. */
const SIZE = { 15: "icon-15", 18: null, 22: "icon-22" };

/**
 * An icon beside a word. Decoration for a screen reader: the word carries the meaning.
 * @param size px: 18 in text and menus (default), 15 in chips and small buttons, 22 on phones.
 * @param mirror turns it round in right-to-left pages: arrows, chevrons as back/forward, corner-up-left,
 *   forward, send, log-in/out. Never: check, clock, phone, search, undo, pencil, printer, up/download.
 */
export function Icon({
  of,
  size = 18,
  mirror = false,
  className,
}: {
  of: IconName;
  size?: 15 | 18 | 22;
  mirror?: boolean;
  className?: string;
}) {
  return (
    <svg aria-hidden className={classNames("icon", SIZE[size], mirror && "rtl:-scale-x-100", className)}>
      <use href={`${sprite}#${of}`} />
    </svg>
  );
}
