import type { ReactNode } from "react";
import { classNames } from "./class-names";

/**
 * A framed sheet (card): hairline, no shadow.
 * @param chosen the selected or open one: a teal edge.
 * @param flush no padding inside, for tables and lists that bring their own.
 * @param as the element; "li" inside lists.
 */
export function Sheet({
  children,
  chosen = false,
  flush = false,
  as: Element = "div",
}: {
  children: ReactNode;
  chosen?: boolean;
  flush?: boolean;
  as?: "div" | "li" | "article" | "aside" | "section";
}) {
  return (
    <Element
      className={classNames(
        "rounded-card border bg-sheet",
        chosen ? "border-[1.5px] border-teal" : "border-line-2",
        !flush && "p-4 sm:p-5",
        flush && "overflow-hidden",
      )}
    >
      {children}
    </Element>
  );
}
