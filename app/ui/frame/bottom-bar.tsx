import { useLocation } from "@remix-run/react";
import { classNames } from "../class-names";
import { useT } from "../i18n";
import { Icon } from "../icon";
import type { UiKey } from "../messages";
import { Badge } from "./badge";
import { Link } from "../link";
import { isCurrent, type NavItem } from "./nav-item";
import { DRAWER_ID } from "./sidebar";

const LOOK = "relative flex h-full flex-1 flex-col items-center justify-center gap-1 text-meta";

/** On a phone: four places and "more", which opens the drawer. */
export function BottomBar({ items }: { items: NavItem[] }) {
  const t = useT<UiKey>();
  const { pathname } = useLocation();
  return (
    <nav
      aria-label={t("ui.frame.main")}
      className="fixed inset-x-0 bottom-0 z-20 h-17 low:static border-t border-line-2 bg-sheet sm:hidden print:hidden"
    >
      <ul className="flex h-full">
        {items.slice(0, 4).map((item) => (
          <li key={item.to} className="flex-1">
            <Link
              to={item.to}
              aria-current={isCurrent(item, pathname) ? "page" : undefined}
              className={classNames(
                LOOK,
                isCurrent(item, pathname)
                  ? "border-t-2 border-teal font-semibold text-teal-deep"
                  : "text-ink-2",
              )}
            >
              <span className="relative">
                <Icon of={item.icon} size={22} />
                {item.badge !== undefined && item.badge > 0 && (
                  <span className="absolute -end-3.5 -top-2">
                    <Badge count={item.badge} words={t("ui.frame.waiting")} />
                  </span>
                )}
              </span>
              <span>{item.label}</span>
            </Link>
          </li>
        ))}
        <li className="flex-1">
          <button
            type="button"
            {...{ popovertarget: DRAWER_ID }}
            className={classNames(LOOK, "w-full text-ink-2")}
          >
            <Icon of="menu" size={22} />
            <span>{t("ui.frame.more")}</span>
          </button>
        </li>
      </ul>
    </nav>
  );
}
