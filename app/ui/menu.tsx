import type { ReactNode } from "react";
import { buttonLook, WORD } from "./button-look";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { useDismiss } from "./use-dismiss";

/**
 * A disclosure that opens over the page: `<details>`, so it works without script; with it, Escape and a
 * click elsewhere close it.
 * @param summary what is always seen. `look` "button" (default) or "plain" for one's own.
 * @param end opens towards the start side from its end edge (for menus at the end of a line).
 */
export function Menu({
  summary,
  label,
  children,
  look = "button",
  end = false,
}: {
  summary: ReactNode;
  label?: string;
  children: ReactNode;
  look?: "button" | "plain";
  end?: boolean;
}) {
  const ref = useDismiss();
  return (
    <details ref={ref} className="relative print:hidden">
      <summary
        aria-label={label}
        className={look === "button" ? buttonLook("secondary", "medium") : "flex items-center rounded-field"}
      >
        {look === "button" ? <span className={WORD}>{summary}</span> : summary}
        {look === "button" && <Icon of="chevron-down" size={15} className="turn transition-[rotate]" />}
      </summary>
      <div
        className={classNames(
          "absolute top-full z-30 mt-1 w-max max-w-[min(22rem,90vw)] min-w-48 rounded-card border border-line-2 bg-sheet p-1.5",
          end ? "end-0" : "start-0",
        )}
      >
        {children}
      </div>
    </details>
  );
}
