import { NavLink, Link } from "@remix-run/react";
import { X } from "lucide-react";
import { BrandMark } from "../brand";
import { classNames } from "../class-names";
import { useT } from "../i18n";
import { Icon } from "../icon";
import type { UiKey } from "../messages";
import { Badge } from "./badge";
import type { NavGroup, NavItem } from "./nav-item";

export const DRAWER_ID = "places";

function Place({ item }: { item: NavItem }) {
  const t = useT<UiKey>();
  return (
    <li>
      <NavLink
        to={item.to}
        end={item.end}
        className={({ isActive }) =>
          classNames(
            "group relative flex min-h-9.5 items-center gap-3 rounded-field px-3 text-cell max-md:min-h-11",
            "md:max-xl:justify-center md:max-xl:px-0",
            isActive
              ? "bg-teal-tint font-semibold text-teal-deep"
              : "text-ink-2 hover:bg-sunk hover:text-ink",
          )
        }
      >
        <Icon of={item.icon} />
        {/* On the narrow rail the name stands beside its icon while pointed at or focused. */}
        <span
          className={classNames(
            "flex-1 pt-0.5 md:max-xl:absolute md:max-xl:start-full md:max-xl:z-40 md:max-xl:ms-1 md:max-xl:w-max",
            "md:max-xl:rounded-chip md:max-xl:border md:max-xl:border-line-2 md:max-xl:bg-sheet md:max-xl:px-2.5 md:max-xl:py-1",
            "md:max-xl:not-group-hover:not-group-focus-visible:sr-only",
          )}
        >
          {item.label}
        </span>
        {item.badge !== undefined && item.badge > 0 && (
          <span className="md:max-xl:absolute md:max-xl:end-1 md:max-xl:top-0">
            <Badge count={item.badge} words={t("ui.frame.waiting")} />
          </span>
        )}
      </NavLink>
    </li>
  );
}

/**
 * The places of the application: a column of 228 px on a desk, a rail of 64 px between 1024 and 1280, a
 * drawer below that. One element: as a native popover it opens without script.
 */
export function Sidebar({ home, nav, foot }: { home: string; nav: NavGroup[]; foot: NavItem[] }) {
  const t = useT<UiKey>();
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
          <Icon of={X} />
        </button>
      </div>
      <div className="flex flex-1 flex-col gap-1 px-3 py-3 md:max-xl:px-2">
        {nav.map((group, index) => (
          <div key={group.label ?? index}>
            {group.label && (
              <p className="px-3 pt-3 pb-1 text-meta text-ink-3 md:max-xl:sr-only">{group.label}</p>
            )}
            <ul className="flex flex-col gap-px">
              {group.items.map((item) => (
                <Place key={item.to} item={item} />
              ))}
            </ul>
          </div>
        ))}
        <ul className="mt-auto flex flex-col gap-px pt-6">
          {foot.map((item) => (
            <Place key={item.to} item={item} />
          ))}
        </ul>
      </div>
    </nav>
  );
}
