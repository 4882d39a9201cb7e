import type { LucideIcon } from "lucide-react";
import { classNames } from "./class-names";

/**
 * An icon beside a word. Decoration for a screen reader: the word carries the meaning.
 * @param of a lucide icon, imported by name.
 * @param size px: 18 in text and menus (default), 15 in chips and small buttons, 22 on phones.
 * @param mirror turns it round in right-to-left pages: arrows, chevrons as back/forward, corner-up-left,
 *   forward, send, log-in/out. Never: check, clock, phone, search, undo, pencil, printer, up/download.
 */
export function Icon({
  of: Drawing,
  size = 18,
  mirror = false,
  className,
}: {
  of: LucideIcon;
  size?: 15 | 18 | 22;
  mirror?: boolean;
  className?: string;
}) {
  return (
    <Drawing
      size={size}
      strokeWidth={size === 15 ? 2 : 1.7}
      aria-hidden
      className={classNames("shrink-0", mirror && "rtl:-scale-x-100", className)}
    />
  );
}
