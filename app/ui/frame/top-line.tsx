import type { ReactNode } from "react";
import { Avatar } from "../avatar";
import { BrandMark } from "../brand";
import { useT } from "../i18n";
import { Icon } from "../icon";
import { Menu } from "../menu";
import type { UiKey } from "../messages";
import { Badge } from "./badge";
import { DRAWER_ID } from "./sidebar";
import { Link } from "../link";

export type TopLineProps = {
  /** Where one is working, always visible: name, and level with its parents. */
  place: { name: string; level: string };
  /** Other places one may act in: MenuItems. */
  places?: ReactNode;
  /** The period in force. */
  period?: string;
  /** Other periods: MenuItems. */
  periods?: ReactNode;
  search?: ReactNode;
  notifications?: { to: string; count: number };
  account: { name: string; role: string; menu: ReactNode };
};

function PlaceName({ place, period }: { place: TopLineProps["place"]; period?: string }) {
  return (
    <span className="block min-w-0 text-start leading-tight">
      <span className="block truncate pt-1 text-cell font-semibold text-ink">{place.name}</span>
      <span className="block truncate text-meta text-ink-3">
        <span className={period ? "max-sm:hidden" : undefined}>{place.level}</span>
        {period && <span className="sm:hidden">{period}</span>}
      </span>
    </span>
  );
}

/** Place · period · search, notifications, account. */
export function TopLine({ place, places, period, periods, search, notifications, account }: TopLineProps) {
  const t = useT<UiKey>();
  const where = (
    <>
      <Icon of="map-pin" className="max-sm:hidden" />
      <PlaceName place={place} period={period} />
    </>
  );
  return (
    <header className="sticky top-0 z-20 low:static flex h-15 items-center gap-2 border-b border-line bg-paper px-4 sm:h-14 sm:gap-4 sm:px-6 print:hidden">
      <button
        type="button"
        {...{ popovertarget: DRAWER_ID }}
        aria-label={t("ui.frame.places")}
        className="hidden size-9 items-center justify-center rounded-field text-ink-2 hover:bg-sunk sm:inline-flex md:hidden"
      >
        <Icon of="menu" />
      </button>
      <BrandMark className="shrink-0 sm:hidden" />
      <div className="min-w-0">
        {places ? (
          <Menu
            look="plain"
            label={t("ui.frame.place-switch", { place: place.name })}
            summary={
              <span className="flex min-h-11 min-w-0 items-center gap-3">
                {where}
                <Icon of="chevrons-up-down" size={15} className="ms-1 text-ink-2" />
              </span>
            }
          >
            {places}
          </Menu>
        ) : (
          <span className="flex items-center gap-3">{where}</span>
        )}
      </div>
      {period && (
        <div className="hidden h-full items-center gap-2.5 border-s border-line ps-4 text-second sm:flex">
          <Icon of="calendar-days" className="text-ink-2" />
          {periods ? (
            <Menu
              look="plain"
              summary={
                <span className="flex min-h-9 items-center gap-2 whitespace-nowrap">
                  {t("ui.frame.period", { period })}
                  <Icon of="chevrons-up-down" size={15} className="text-ink-2" />
                </span>
              }
            >
              {periods}
            </Menu>
          ) : (
            <span className="whitespace-nowrap">{t("ui.frame.period", { period })}</span>
          )}
        </div>
      )}
      <div className="ms-auto flex items-center gap-1 sm:gap-3">
        {search}
        {notifications && (
          <Link
            to={notifications.to}
            className="relative inline-flex size-9 items-center justify-center rounded-field text-ink-2 hover:bg-sunk max-sm:size-11"
          >
            <Icon of="bell" />
            <span className="sr-only">{t("ui.frame.notifications")}</span>
            <span className="absolute end-1/2 -top-0.5">
              <Badge count={notifications.count} words={t("ui.frame.unread")} />
            </span>
          </Link>
        )}
        <Menu
          end
          look="plain"
          label={t("ui.frame.account", { name: account.name })}
          summary={
            <span className="flex min-h-11 items-center gap-2.5">
              <Avatar name={account.name} />
              <span className="hidden text-start leading-tight lg:block">
                <span className="block max-w-56 truncate xl:max-w-80 pt-1 text-second font-semibold">
                  {account.name}
                </span>
                <span
                  className="block max-w-56 truncate xl:max-w-80 text-meta text-ink-3"
                  title={account.role}
                >
                  {account.role}
                </span>
              </span>
            </span>
          }
        >
          <div className="px-2.5 py-1.5 lg:hidden">
            <p className="text-second font-semibold">{account.name}</p>
            <p className="text-meta text-ink-3">{account.role}</p>
          </div>
          {account.menu}
        </Menu>
      </div>
    </header>
  );
}
