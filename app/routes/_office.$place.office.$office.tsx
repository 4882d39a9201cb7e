import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation, useRouteLoaderData } from "@remix-run/react";
import { isStaffOver, requireOfficer } from "~/actor.server";
import { getDivision } from "~/areas/divisions/queries.server";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { scopeOf } from "~/kernel/actor";
import { reading } from "~/kernel/http.server";
import type { AppKey } from "~/messages";
import type { loader as rootLoader } from "~/root";
import { AppFrame } from "~/ui/frame/app-frame";
import type { NavItem } from "~/ui/frame/nav-item";
import { useLocale, useT } from "~/ui/i18n";
import { MenuItem } from "~/ui/menu-item";
import { Notice } from "~/ui/notice";

/** The frame of the officer of an office: its in-tray and nothing else of the place. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, office, power, unread } = requireOfficer(args);
  const { scope } = args.context;
  const { nameFa, nameEn } = await reading(actor, (db) => getDivision(db, office.divisionId));
  return {
    office,
    unread,
    place: { nameFa, nameEn, level: scopeOf(office.divisionId).level },
    title: { fa: power.titleFa, en: power.titleEn },
    name: scope.signedIn?.fullName ?? power.holderName,
    readOnly: isStaffOver(scope, office.divisionId),
  };
}

export default function OfficeLayout() {
  const { office, place, title, name, unread, readOnly } = useLoaderData<typeof loader>();
  const root = useRouteLoaderData<typeof rootLoader>("root");
  const { locale } = useLocale();
  const { pathname, search } = useLocation();
  const t = useT<AppKey | ObligationsKey>();
  const inFa = locale === "fa";
  const here = encodeURIComponent(pathname + search);
  const home = `/${office.divisionId}/office/${office.id}`;
  const items: NavItem[] = [
    { to: home, label: t("obligations.tray.page"), icon: "notebook-pen", end: true },
    { to: `${home}/notifications`, label: t("app.nav.notifications"), icon: "bell" },
    { to: `${home}/messages`, label: t("app.nav.messages"), icon: "mail" },
  ];
  const placeName = inFa ? place.nameFa : place.nameEn;
  return (
    <AppFrame
      home={home}
      nav={[{ items }]}
      bottom={items}
      sample={root?.isSample}
      clockSet={root?.clock !== undefined}
      top={{
        place: {
          name: inFa ? office.nameFa : office.nameEn,
          level: place.level === "nation" ? placeName : t(`app.place.${place.level}`, { name: placeName }),
        },
        notifications: { to: `${home}/notifications`, count: unread },
        account: {
          name,
          role: inFa ? title.fa : title.en,
          menu: (
            <>
              <MenuItem to="/places">{t("app.places.title")}</MenuItem>
              <MenuItem to="/wishes">{t("app.account.wishes")}</MenuItem>
              <MenuItem to="/sessions">{t("app.account.sessions")}</MenuItem>
              <MenuItem action={`/preferences?locale=${inFa ? "en" : "fa"}&to=${here}`}>
                {t("app.account.language")}
              </MenuItem>
              <MenuItem action={`/preferences?theme=toggle&to=${here}`}>{t("app.account.theme")}</MenuItem>
              <MenuItem action="/sign-out">{t("app.account.sign-out")}</MenuItem>
            </>
          ),
        },
      }}
    >
      {readOnly && (
        <div className="mb-4">
          <Notice kind="saffron">{t("obligations.tray.read-only")}</Notice>
        </div>
      )}
      <Outlet />
    </AppFrame>
  );
}
