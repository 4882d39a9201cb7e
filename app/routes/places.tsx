import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import type { IconName } from "~/ui/icons";
import { requireAccount, standingCookie } from "~/actor.server";
import { listDivisions } from "~/areas/divisions/queries.server";
import { doorActor } from "~/areas/identity/sessions.server";
import { AccountPage } from "~/areas/identity/components/account-page";
import type { IdentityKey } from "~/areas/identity/messages";
import { scopeOf } from "~/kernel/actor";
import { clockNotice } from "~/kernel/clock.server";
import { env } from "~/kernel/env.server";
import { reading, refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
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
  const { powers, offices } = args.context.scope;
  const divisions = await reading(doorActor, (db) =>
    listDivisions(
      db,
      powers.map((power) => power.divisionId),
    ),
  );
  const byId = new Map(divisions.map((division) => [division.id, division]));
  const places = powers.flatMap((power) => {
    const division = byId.get(power.divisionId);
    const { level } = scopeOf(power.divisionId);
    const isOneOfSeveral = powers.some((one) => one !== power && one.divisionId === power.divisionId);
    return division
      ? [{ ...power, level, isOneOfSeveral, nameFa: division.nameFa, nameEn: division.nameEn }]
      : [];
  });
  return {
    places,
    offices: offices.map(({ office, power: { titleFa, titleEn } }) => ({ ...office, titleFa, titleEn })),
    isAdministrator: account.isAdministrator,
    sample: env().SAMPLE === "1",
    clockSet: clockNotice() !== undefined,
  };
}

/** Works on in one of several posts of a place: the choice holds in this browser until it is made anew or closed. */
export function action(args: ActionFunctionArgs) {
  requireAccount(args);
  const asked = new URL(args.request.url).searchParams;
  const power = args.context.scope.powers.find(
    ({ divisionId, postId }) => String(divisionId) === asked.get("place") && postId === asked.get("post"),
  );
  if (!power?.postId) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const secure = env().PUBLIC_URL?.startsWith("https:") ? "; Secure" : "";
  return redirect(`/${power.divisionId}`, {
    headers: {
      "set-cookie": `${standingCookie(power.divisionId)}=${power.postId}; Path=/; SameSite=Lax; HttpOnly${secure}`,
    },
  });
}

/** Leads to a place, or with `action` chooses there one of several posts. */
function Choice({
  icon,
  title,
  text,
  ...way
}: { icon: IconName; title: string; text: string } & ({ to: string } | { action: string })) {
  const look = "flex min-h-14 w-full items-center gap-3 px-4 py-3 text-start hover:bg-sunk";
  const inside = (
    <>
      <Icon of={icon} className="text-teal" />
      <span className="min-w-0">
        <span className="block text-item">{title}</span>
        <span className="block text-meta text-ink-3">{text}</span>
      </span>
    </>
  );
  return (
    <li className="border-b border-line last:border-0">
      {"to" in way ? (
        <Link to={way.to} className={look}>
          {inside}
        </Link>
      ) : (
        <Form method="post" action={way.action}>
          <button type="submit" className={look}>
            {inside}
          </button>
        </Form>
      )}
    </li>
  );
}

export default function Places() {
  const { places, offices, isAdministrator, sample, clockSet } = useLoaderData<typeof loader>();
  const t = useT<AppKey | IdentityKey>();
  const { locale } = useLocale();
  const inFa = locale === "fa";
  return (
    <AccountPage sample={sample} clockSet={clockSet} path="/places">
      <PageHeader title={t("app.places.title")} />
      {places.length === 0 && offices.length === 0 && !isAdministrator ? (
        <EmptyState title={t("identity.places.none.title")}>{t("app.places.none")}</EmptyState>
      ) : (
        <>
          <p className="mb-4 text-second text-ink-2">{t("identity.places.lead")}</p>
          <ul className="overflow-hidden rounded-card border border-line-2 bg-sheet">
            {places.map((place) => (
              <Choice
                key={place.postId ?? place.appointmentId}
                {...(place.isOneOfSeveral && place.postId
                  ? { action: `/places?place=${place.divisionId}&post=${place.postId}` }
                  : { to: `/${place.divisionId}` })}
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
            {offices.map((office) => (
              <Choice
                key={office.id}
                to={`/${office.divisionId}/office/${office.id}`}
                icon="landmark"
                title={inFa ? office.nameFa : office.nameEn}
                text={inFa ? office.titleFa : office.titleEn}
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
