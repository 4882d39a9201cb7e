import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { IconName } from "~/ui/icons";
import { requireAccount } from "~/actor.server";
import { listDivisions } from "~/areas/divisions/queries.server";
import { doorActor } from "~/areas/identity/sessions.server";
import { AccountPage } from "~/areas/identity/components/account-page";
import type { IdentityKey } from "~/areas/identity/messages";
import { scopeOf } from "~/kernel/actor";
import { clockNotice } from "~/kernel/clock.server";
import { env } from "~/kernel/env.server";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import type { AppKey } from "~/messages";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import { PageHeader } from "~/ui/page-header";
import { Link } from "~/ui/link";

/** The places in which whoever signed in has power today, or why there is none. */
export async function loader(args: LoaderFunctionArgs) {
  const account = requireAccount(args);
  const { powers } = args.context.scope;
  const divisions = await reading(doorActor, (db) =>
    listDivisions(
      db,
      powers.map((power) => power.divisionId),
    ),
  );
  const byId = new Map(divisions.map((division) => [division.id, division]));
  // Where the account acts for another post of a place, that is the post it has there in these days.
  const first = powers.filter((power, at) => powers[at - 1]?.divisionId !== power.divisionId);
  const places = first.flatMap((power) => {
    const division = byId.get(power.divisionId);
    const { level } = scopeOf(power.divisionId);
    return division ? [{ ...power, level, nameFa: division.nameFa, nameEn: division.nameEn }] : [];
  });
  return {
    places,
    isAdministrator: account.isAdministrator,
    sample: env().SAMPLE === "1",
    clockSet: clockNotice() !== undefined,
  };
}

function Choice({ to, icon, title, text }: { to: string; icon: IconName; title: string; text: string }) {
  return (
    <li className="border-b border-line last:border-0">
      <Link to={to} className="flex min-h-14 items-center gap-3 px-4 py-3 hover:bg-sunk">
        <Icon of={icon} className="text-teal" />
        <span className="min-w-0">
          <span className="block text-item">{title}</span>
          <span className="block text-meta text-ink-3">{text}</span>
        </span>
      </Link>
    </li>
  );
}

export default function Places() {
  const { places, isAdministrator, sample, clockSet } = useLoaderData<typeof loader>();
  const t = useT<AppKey | IdentityKey>();
  const { locale } = useLocale();
  const inFa = locale === "fa";
  return (
    <AccountPage sample={sample} clockSet={clockSet} path="/places">
      <PageHeader title={t("app.places.title")} />
      {places.length === 0 && !isAdministrator ? (
        <EmptyState title={t("identity.places.none.title")}>{t("app.places.none")}</EmptyState>
      ) : (
        <>
          <p className="mb-4 text-second text-ink-2">{t("identity.places.lead")}</p>
          <ul className="overflow-hidden rounded-card border border-line-2 bg-sheet">
            {places.map((place) => (
              <Choice
                key={place.appointmentId}
                to={`/${place.divisionId}`}
                icon="map-pin"
                title={inFa ? place.nameFa : place.nameEn}
                text={[
                  t(`app.level.${place.level}`),
                  inFa ? place.titleFa : place.titleEn,
                  place.actingFor && t("app.acting-for", { name: place.actingFor.name }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              />
            ))}
            {isAdministrator && (
              <Choice
                to="/admin"
                icon="settings-2"
                title={t("identity.places.administration")}
                text={t("identity.places.administration.text")}
              />
            )}
          </ul>
        </>
      )}
    </AccountPage>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<AppKey>(matches, "app.places.title");
