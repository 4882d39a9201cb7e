import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useCallback, useState } from "react";
import { requireActor, requireRole } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { NetworkTabs } from "~/areas/network/components/network-tabs";
import { PeopleSearch, type Found } from "~/areas/network/components/people-search";
import { PeopleTable } from "~/areas/network/components/people-table";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf, networkFigures } from "~/areas/network/queries.server/cadence";
import { listPeopleByName, listPeopleBySilence, searchPeople } from "~/areas/network/queries.server/people";
import { PERSON_STATES, TIERS } from "~/areas/network/choices";
import { SearchPeople } from "~/areas/network/schema";
import { may } from "~/kernel/authorize";
import { reading, submit } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { formatPercent } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  if (actor.place.level !== "county") throw redirect(`/${actor.place.id}/network/circles`);
  const url = new URL(args.request.url).searchParams;
  const view = url.get("view") === "name" ? ("name" as const) : ("silence" as const);
  const tier = TIERS.find((one) => one === url.get("tier"));
  const state = view === "name" ? PERSON_STATES.find((one) => one === url.get("state")) : undefined;
  const cursor = url.get("after");
  const { today } = args.context.scope;
  const filter = { divisionId: actor.place.id, tier, cursor };
  const page = await reading(actor, async (db) => {
    const cadence = await cadenceOf(db, actor.place);
    const list =
      view === "name"
        ? await listPeopleByName(db, { ...filter, state: state && { state, cadence, today } })
        : await listPeopleBySilence(db, filter, cadence);
    return { cadence, list, figures: await networkFigures(db, actor.place.id, cadence, today) };
  });
  return {
    ...page,
    place: actor.place.id,
    base: `/${actor.place.id}/network`,
    today,
    view,
    tier,
    state,
    isLater: cursor !== null,
    may: {
      register: may(actor, "register", "Person"),
      contact: may(actor, "record", "Contact"),
      import: may(actor, "prepare", "PeopleImport"),
      export: may(actor, "take-personal", "Export"),
    },
  };
}

/** The search of the county's people: by POST, so that no name stands in an address. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "governor");
  return submit(args.request, SearchPeople, async ({ q = "" }) => {
    const people = await reading(actor, (db) => searchPeople(db, actor.place.id, q));
    return { found: { q, people } };
  });
}

export default function NetworkPage() {
  const data = useLoaderData<typeof loader>();
  const { base, cadence, figures, list, today, view, tier, state } = data;
  const answer = useActionData<typeof action>();
  const asked = answer && "found" in answer ? answer.found : null;
  const [found, setFound] = useState<Found | null>(asked);
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const address = (given: Record<string, string | undefined>) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries({ view, tier, state, ...given })) {
      if (value && !(name === "view" && value === "silence")) search.set(name, value);
    }
    return search.size > 0 ? `${base}?${search}` : base;
  };
  const table = { base, cadence, today, mayContact: data.may.contact };
  const filtered = tier !== undefined || state !== undefined || figures.people > 0;

  return (
    <>
      <PageHeader
        title={t("network.title")}
        meta={
          <>
            <span>{t("network.figures.people", { count: figures.people })}</span>
            <span>{t("network.figures.circles", { count: figures.circles })}</span>
            {figures.active > 0 && (
              <span>
                {t("network.figures.within", {
                  share: formatPercent(figures.withinCadence / figures.active, locale),
                })}
              </span>
            )}
          </>
        }
        actions={
          <>
            <LinkButton to={`${base}/coverage`} icon="map-pin">
              {t("network.coverage")}
            </LinkButton>
            {data.may.contact && (
              <>
                <LinkButton to={`${base}/contacts/new`} icon="users">
                  {t("network.many.open")}
                </LinkButton>
                <LinkButton to={`${base}/waiting`} icon="hourglass">
                  {t("network.waiting.open")}
                </LinkButton>
                <LinkButton to={`${base}/calls`} icon="phone-call">
                  {t("network.calls")}
                </LinkButton>
              </>
            )}
            {data.may.export && (
              <ExportButton
                place={data.place}
                list="people"
                narrowed={{ view: view === "name" ? view : undefined, tier, state }}
              />
            )}
            {data.may.register && (
              <LinkButton to={`${base}/joining`} icon="qr-code">
                {t("network.join")}
              </LinkButton>
            )}
            {data.may.import && (
              <LinkButton to={`${base}/import`} icon="file-up">
                {t("network.import")}
              </LinkButton>
            )}
            {data.may.register && (
              <LinkButton to={`${base}/duplicates`} icon="users">
                {t("network.duplicates")}
              </LinkButton>
            )}
            {data.may.register && (
              <LinkButton to={`${base}/people/new`} kind="primary" icon="user-plus">
                {t("network.add-person")}
              </LinkButton>
            )}
          </>
        }
      />
      <NetworkTabs base={base} current="people" circles={figures.circles} />
      <PeopleSearch start={asked?.q ?? ""} onFound={useCallback((answer) => setFound(answer), [])} />
      {found ? (
        <>
          <p className="mb-3 text-second text-ink-3" role="status">
            {t("network.search.results", { count: found.people.length })}
          </p>
          <PeopleTable
            {...table}
            people={found.people}
            empty={<EmptyState filtered title={t("network.search.none")} />}
          />
        </>
      ) : (
        <>
          <FilterChips
            label={t("network.views")}
            chips={(["silence", "name"] as const).map((one) => ({
              to: address({ view: one, state: undefined }),
              label: t(`network.view.${one}`),
              active: view === one,
            }))}
          />
          <FilterChips
            label={t("network.filter.tier")}
            chips={[undefined, ...TIERS].map((one) => ({
              to: address({ tier: one }),
              label: one ? t(`network.tier.${one}`) : t("network.filter.all"),
              active: tier === one,
            }))}
          />
          {view === "name" && (
            <FilterChips
              label={t("network.filter.state")}
              chips={[undefined, ...PERSON_STATES].map((one) => ({
                to: address({ state: one }),
                label: one ? t(`network.state.${one}`) : t("network.filter.all"),
                active: state === one,
              }))}
            />
          )}
          <PeopleTable
            {...table}
            people={list.rows}
            empty={
              filtered ? (
                <EmptyState filtered title={t("network.empty.filtered")} />
              ) : (
                <EmptyState
                  title={t("network.empty.title")}
                  actions={
                    data.may.register && (
                      <LinkButton to={`${base}/people/new`} icon="user-plus">
                        {t("network.add-person")}
                      </LinkButton>
                    )
                  }
                >
                  {t("network.empty.text")}
                </EmptyState>
              )
            }
          />
          {list.rows.length > 0 && (
            <p className="mt-3 text-meta text-ink-3">{t("network.cadence-note", cadence)}</p>
          )}
          {(list.next || data.isLater) && (
            <Pager
              previous={data.isLater ? address({}) : undefined}
              next={list.next ? address({ after: list.next }) : undefined}
            />
          )}
        </>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.title");
