import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  Outlet,
  useLoaderData,
  useLocation,
  useMatches,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import { useMemo } from "react";
import { requireActor } from "~/actor.server";
import type { AppKey } from "~/messages";
import { navigation } from "~/navigation";
import type { loader as rootLoader } from "~/root";
import { FROM_POST } from "~/kernel/actor";
import { CommandSearch } from "~/ui/command-search";
import { CarriedFields } from "~/ui/form/carried-fields";
import { AppFrame } from "~/ui/frame/app-frame";
import { OwnWords, useLocale, useT } from "~/ui/i18n";
import { MenuItem } from "~/ui/menu-item";
import { isolateWords } from "~/lib/numbers";
import { periodAtWork, periodLabel } from "~/lib/period";

export function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { powers, power, unread, ownWords, today, signedIn } = args.context.scope;
  const { id, level, nameFa, nameEn, parent } = actor.place;
  return {
    place: { id, level, nameFa, nameEn, parent },
    role: actor.role,
    title: { fa: power?.titleFa ?? "", en: power?.titleEn ?? "" },
    name: signedIn?.fullName ?? actor.name,
    actingFor: power?.actingFor ?? null,
    deputy: power?.deputy ?? null,
    standings: powers
      .filter((one) => one.divisionId === id)
      .map(({ postId, titleFa, titleEn, actingFor }) => ({
        postId,
        titleFa,
        titleEn,
        actingFor: actingFor?.name,
        isCurrent: postId === power?.postId,
      })),
    otherPlaces: new Set(powers.map((one) => one.divisionId)).size > 1,
    period: periodAtWork(today),
    unread,
    ownWords,
  };
}

/** After a conflict too: the form says by its next sending in which post its sender works now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  defaultShouldRevalidate || actionStatus === 409;

/** A page that brings its own bar at the foot of a phone exports `handle = { ownBottom: true }`. */
export default function PlaceLayout() {
  const { place, role, title, name, actingFor, deputy, standings, otherPlaces, period, unread, ownWords } =
    useLoaderData<typeof loader>();
  const root = useRouteLoaderData<typeof rootLoader>("root");
  const { locale } = useLocale();
  const { pathname, search } = useLocation();
  const here = encodeURIComponent(pathname + search);
  const t = useT<AppKey>();
  const { nav, bottom } = navigation(place.id, role, t);
  const home = `/${place.id}`;
  const ownBottom = useMatches().some(
    ({ handle }) => (handle as { ownBottom?: boolean } | undefined)?.ownBottom,
  );
  const post = standings.length > 1 ? standings.find((one) => one.isCurrent)?.postId : undefined;
  const fromPost = useMemo(() => {
    const fields: Record<string, string> = {};
    if (post) fields[FROM_POST] = post;
    return fields;
  }, [post]);
  const ownTitle = locale === "fa" ? title.fa : title.en;
  const standing = actingFor
    ? t("app.acting-for", { name: isolateWords(actingFor.name) })
    : deputy
      ? t("app.deputy-today", { title: ownTitle, name: isolateWords(deputy.name) })
      : ownTitle;
  const parentName = place.parent && (locale === "fa" ? place.parent.nameFa : place.parent.nameEn);
  const placeName = locale === "fa" ? place.nameFa : place.nameEn;
  return (
    <AppFrame
      home={home}
      nav={nav}
      bottom={bottom}
      ownBottom={ownBottom}
      sample={root?.isSample}
      clockSet={root?.clock !== undefined}
      top={{
        place: {
          name: place.level === "nation" ? placeName : t(`app.place.${place.level}`, { name: placeName }),
          level:
            place.level === "county" && parentName
              ? t("app.level.county-in", { parent: parentName })
              : t(`app.level.${place.level}`),
        },
        places:
          standings.length > 1 || otherPlaces ? (
            <>
              {standings.length > 1 &&
                standings.map((one) => (
                  <MenuItem
                    key={one.postId}
                    action={`/places?place=${place.id}&post=${one.postId}`}
                    current={one.isCurrent}
                    icon="id-card"
                    meta={
                      one.actingFor
                        ? t("app.acting-for", { name: isolateWords(one.actingFor) })
                        : t("app.own-post")
                    }
                  >
                    {locale === "fa" ? one.titleFa : one.titleEn}
                  </MenuItem>
                ))}
              {otherPlaces && <MenuItem to="/places">{t("app.places.title")}</MenuItem>}
            </>
          ) : undefined,
        period: periodLabel(period, locale),
        search: (
          <CommandSearch
            page={`${home}/search`}
            data={`${home}/search/find`}
            labels={{
              people: t("app.search.people"),
              circles: t("app.search.circles"),
              bodies: t("app.search.bodies"),
            }}
          />
        ),
        notifications: { to: `${home}/notifications`, count: unread },
        account: {
          name,
          role: standing,
          menu: (
            <>
              <MenuItem to="/wishes">{t("app.account.wishes")}</MenuItem>
              <MenuItem to="/sessions">{t("app.account.sessions")}</MenuItem>
              <MenuItem action={`/preferences?locale=${locale === "fa" ? "en" : "fa"}&to=${here}`}>
                {t("app.account.language")}
              </MenuItem>
              <MenuItem action={`/preferences?theme=toggle&to=${here}`}>{t("app.account.theme")}</MenuItem>
              <MenuItem action="/sign-out">{t("app.account.sign-out")}</MenuItem>
            </>
          ),
        },
      }}
    >
      <OwnWords words={ownWords}>
        <CarriedFields fields={fromPost}>
          <Outlet />
        </CarriedFields>
      </OwnWords>
    </AppFrame>
  );
}
