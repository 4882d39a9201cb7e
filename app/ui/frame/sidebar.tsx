import { useLocation } from "@remix-run/react";
import { BrandMark } from "../brand";
import { useT } from "../i18n";
import { Icon } from "../icon";
import type { UiKey } from "../messages";
import { Badge } from "./badge";
import { isCurrent, type NavGroup, type NavItem } from "./nav-item";
import { Link } from "../link";

export const DRAWER_ID = "places";

function Place({ item, current }: { item: NavItem; current: boolean }) {
  const t = useT<UiKey>();
  return (
    <li>
      <Link to={item.to} aria-current={current ? "page" : undefined} className="nav-place group">
        <Icon of={item.icon} />
        {/* On the narrow rail the name stands beside its icon while pointed at or focused. */}
        <span className="nav-name">{item.label}</span>
        {item.badge !== undefined && item.badge > 0 && (
          <span className="md:max-xl:absolute md:max-xl:end-1 md:max-xl:top-0">
            <Badge count={item.badge} words={t("ui.frame.waiting")} />
          </span>
        )}
      </Link>
    </li>
  );
}

/**
 * The places of the application: a column of 228 px on a desk, a rail of 64 px between 1024 and 1280, a
 * drawer below that. One element: as a native popover it opens without script.
 */
export function Sidebar({ home, nav, foot }: { home: string; nav: NavGroup[]; foot: NavItem[] }) {
  const t = useT<UiKey>();
  const { pathname } = useLocation();
  const place = (item: NavItem) => <Place key={item.to} item={item} current={isCurrent(item, pathname)} />;
  return (
    <nav
      id={DRAWER_ID}
      aria-label={t("ui.frame.places")}
      {...{ popover: "auto" }}
      className="drawer flex-col border-line md:w-16 md:border-e xl:w-57 print:hidden"
    >
      <div className="flex h-14 shrink-0 items-center justify-between px-5 md:max-xl:justify-center md:max-xl:px-0">
        <Link to={home} className="flex items-center gap-2.5 text-section text-ink">
          <BrandMark />
          <span className="pt-1 md:max-xl:sr-only">{t("ui.brand")}</span>
        </Link>
        <button
          type="button"
          {...{ popovertarget: DRAWER_ID, popovertargetaction: "hide" }}
          className="inline-flex size-11 items-center justify-center rounded-field text-ink-2 md:hidden"
          aria-label={t("ui.close")}
        >
          <Icon of="x" />
        </button>
      </div>
      <div className="flex flex-1 flex-col gap-1 px-3 py-3 md:max-xl:px-2">
        {nav.map((group, index) => (
          <div key={group.label ?? index}>
            {group.label && (
              <p className="px-3 pt-3 pb-1 text-meta text-ink-3 md:max-xl:sr-only">{group.label}</p>
            )}
            <ul className="flex flex-col gap-px">{group.items.map(place)}</ul>
          </div>
        ))}
        <ul className="mt-auto flex flex-col gap-px pt-6">{foot.map(place)}</ul>
      </div>
    </nav>
  );
}
