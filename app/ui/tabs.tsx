import { useEffect, useRef } from "react";
import { classNames } from "./class-names";
import { useT } from "./i18n";
import type { UiKey } from "./messages";
import { Num } from "./num";
import { Link } from "./link";

export type Tab = { to: string; label: string; count?: number; most?: number; current?: boolean };

/** Sides of one page as links, so that each has its address. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label?: string }) {
  const t = useT<UiKey>();
  const row = useRef<HTMLElement>(null);
  const current = tabs.findIndex((tab) => tab.current);
  // On a narrow screen the side one is on may stand outside of the row.
  useEffect(() => {
    const here = row.current?.querySelector("[aria-current]")?.getBoundingClientRect();
    const seen = row.current?.getBoundingClientRect();
    if (!row.current || !here || !seen) return;
    if (here.left < seen.left) row.current.scrollLeft += here.left - seen.left - 24;
    else if (here.right > seen.right) row.current.scrollLeft += here.right - seen.right + 24;
  }, [current]);
  return (
    <nav
      ref={row}
      aria-label={label ?? t("ui.tabs")}
      className="mb-4 overflow-x-auto border-b border-line-2 print:hidden"
    >
      <ul className="flex gap-6">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              keepScroll
              aria-current={tab.current ? "page" : undefined}
              className={classNames(
                "flex h-10 min-w-6 items-center justify-center gap-2 border-b-2 text-cell whitespace-nowrap outline-offset-[-2px] max-sm:h-11",
                tab.current
                  ? "border-teal font-semibold text-teal-deep"
                  : "border-transparent text-ink-2 hover:text-teal",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="text-meta font-normal text-ink-3">
                  <Num value={tab.count} most={tab.most} />
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
