import { parseWithZod } from "@conform-to/zod/v4";
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
import { BulkBar, TICKS_FORM } from "~/areas/network/components/lists/bulk-bar";
import { NetworkTabs } from "~/areas/network/components/network-tabs";
import { PeopleSearch, type Found } from "~/areas/network/components/people/people-search";
import { PeopleTable } from "~/areas/network/components/people/people-table";
import { NobodyYet } from "~/areas/network/components/people/nobody-yet";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf, networkFigures } from "~/areas/network/queries.server/cadence";
import { countPairs } from "~/areas/network/queries.server/pairs";
import {
  countOfCondition,
  inTable,
  listPeopleByName,
  listPeopleBySilence,
  searchPeople,
} from "~/areas/network/queries.server/people";
import { capacitiesWith, TIERS } from "~/areas/network/choices";
import { PeopleFilters } from "~/areas/network/components/lists/people-filters";
import {
  CONDITION_PARTS,
  conditionIn,
  conditionParams,
  PeopleCondition,
  viewOf,
} from "~/areas/network/lists/condition";
import { conditionWords } from "~/areas/network/lists/condition-words";
import { circleChoices } from "~/areas/network/queries.server/circles";
import { localityChoices } from "~/areas/network/queries.server/condition";
import { listPeopleLists } from "~/areas/network/queries.server/lists";
import { SearchPeople } from "~/areas/network/schema/people";
import { ownerKeys } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import { reading, submit } from "~/kernel/http.server";
import { together } from "~/lib/together";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { formatPercent } from "~/ui/numbers";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Toast } from "~/ui/toast";

/** How far the people of a condition are counted. */
const MOST_COUNTED = 1000;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  if (actor.place.level !== "county") throw redirect(`/${actor.place.id}/network/circles`);
  const url = new URL(args.request.url).searchParams;
  const here = `/${actor.place.id}/network`;
  // A form sends its empty fields as well; the address of a list names what narrows it and nothing else.
  const filled = new URLSearchParams([...url].filter(([, value]) => value !== ""));
  if (filled.size < url.size) throw redirect(filled.size > 0 ? `${here}?${filled}` : here);
  const cursor = url.get("after");
  const listId = url.get("list");
  const { today } = args.context.scope;
  const divisionId = actor.place.id;
  const page = await reading(actor, async (db) => {
    const { cadence, saved } = await together({
      cadence: cadenceOf(db, actor.place),
      saved: listPeopleLists(db, divisionId, ownerKeys(actor)),
    });
    const chosen = saved.find(({ id }) => id === listId);
    const condition = chosen?.condition ?? conditionIn(url);
    const view = viewOf(condition);
    const filter = { divisionId, asked: { condition, cadence, today }, cursor };
    const isNarrowed = CONDITION_PARTS.some((part) => part !== "view" && condition[part] !== undefined);
    return {
      cadence,
      condition,
      view,
      chosen: chosen && { id: chosen.id, name: chosen.name },
      isLost: listId !== null && !chosen,
      saved: saved.map(({ id, name }) => ({ id, name })),
      ...(await together({
        list: view === "name" ? listPeopleByName(db, filter) : listPeopleBySilence(db, filter, cadence),
        matching: isNarrowed
          ? countOfCondition(db, { ...filter, membersOnly: view === "silence" }, MOST_COUNTED)
          : null,
        figures: networkFigures(db, divisionId, cadence, today),
        duplicates: may(actor, "merge", "Person") ? countPairs(db, divisionId) : null,
        circles: circleChoices(db, divisionId),
        localities: localityChoices(db, divisionId),
      })),
    };
  });
  const { condition, list } = page;
  return {
    ...page,
    list: { ...list, rows: list.rows.map(inTable) },
    ...typedConditionOf(url, condition),
    asked: conditionParams(condition),
    place: divisionId,
    base: here,
    today,
    capacities: capacitiesWith(args.context.scope.ownWords),
    removed: url.get("removed"),
    isLater: cursor !== null,
    may: {
      register: may(actor, "register", "Person"),
      contact: may(actor, "record", "Contact"),
      import: may(actor, "prepare", "PeopleImport"),
      export: may(actor, "take-personal", "Export"),
      save: may(actor, "save", "PeopleList"),
    },
  };
}

/** The condition as the form of filters shows it, with what of the address it did not understand. */
function typedConditionOf(url: URLSearchParams, condition: PeopleCondition) {
  const parsed = parseWithZod(url, { schema: PeopleCondition });
  const typed = Object.fromEntries(
    [...url].filter(([name]) => CONDITION_PARTS.some((part) => part === name)),
  );
  return parsed.status === "success"
    ? { typed: conditionParams(condition), notUnderstood: undefined }
    : { typed, notUnderstood: parsed.reply() };
}

/** The search of the county's people: by POST, so that no name stands in an address. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "governor");
  return submit(args.request, SearchPeople, async ({ q = "" }) => {
    const people = await reading(actor, (db) => searchPeople(db, actor.place.id, q));
    return { found: { q, people: people.map(inTable) } };
  });
}

export default function NetworkPage() {
  const data = useLoaderData<typeof loader>();
  const { base, cadence, figures, list, today, view, condition, asked: parts, chosen } = data;
  const answer = useActionData<typeof action>();
  const asked = answer && "found" in answer ? answer.found : null;
  const [found, setFound] = useState<Found | null>(asked);
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const address = (given: Record<string, string | undefined>) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...parts, ...given })) {
      if (value) search.set(name, value);
    }
    return search.size > 0 ? `${base}?${search}` : base;
  };
  const page = (after?: string) =>
    chosen
      ? `${base}?${new URLSearchParams({ list: chosen.id, ...(after ? { after } : {}) })}`
      : address({ after });
  const words = conditionWords(condition, t, locale, data.circles);
  const narrowed = new URLSearchParams(parts).toString();
  const table = {
    base,
    cadence,
    today,
    mayContact: data.may.contact,
    ticksForm: data.may.save ? TICKS_FORM : undefined,
  };
  const filtered = words.length > 0 || figures.people > 0;

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
            {figures.unheard > 0 && (
              <Link
                to={`${base}/waiting?band=never`}
                className="inline-flex min-h-6 items-center hover:text-teal"
              >
                {t("network.figures.unheard", { count: figures.unheard })}
              </Link>
            )}
          </>
        }
        actions={
          <>
            {data.may.contact && (
              <>
                <LinkButton to={`${base}/contacts/new`} icon="users">
                  {t("network.many.open")}
                </LinkButton>
                <LinkButton to={`${base}/calls`} icon="phone-call">
                  {t("network.calls")}
                </LinkButton>
              </>
            )}
            {data.may.export && <ExportButton place={data.place} list="people" narrowed={parts} />}
            {data.may.import && (
              <LinkButton to={`${base}/import`} icon="file-up">
                {t("network.import")}
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
      <NetworkTabs
        base={base}
        current="people"
        keeps={data.may.register}
        circles={figures.circles}
        duplicates={data.duplicates ?? undefined}
      />
      {data.isLost && (
        <div className="mb-4 max-w-160">
          <Notice kind="saffron" live title={t("network.lists.lost")}>
            {t("network.lists.lost.text")}
          </Notice>
        </div>
      )}
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
          {data.may.save && found.people.length > 0 && <BulkBar base={base} />}
        </>
      ) : (
        <>
          <FilterChips
            label={t("network.views")}
            chips={(["silence", "name"] as const).map((one) => ({
              to: address({ view: one, ...(one === "silence" ? { state: undefined } : {}) }),
              label: t(`network.view.${one}`),
              active: view === one,
            }))}
          />
          {data.saved.length > 0 && (
            <FilterChips
              label={t("network.lists")}
              chips={data.saved.map(({ id, name }) => ({
                to: `${base}?list=${id}`,
                label: name,
                active: chosen?.id === id,
              }))}
            />
          )}
          <FilterChips
            label={t("network.filter.tier")}
            chips={[undefined, ...TIERS].map((one) => ({
              to: address({ tier: one }),
              label: one ? t(`network.tier.${one}`) : t("network.filter.all"),
              active: condition.tier === one,
            }))}
          />
          <PeopleFilters
            key={`${chosen?.id ?? ""} ${narrowed}`}
            base={base}
            view={condition.view}
            typed={data.typed}
            result={data.notUnderstood}
            circles={data.circles}
            localities={data.localities}
            capacities={data.capacities}
          />
          {words.length > 0 && (
            <div className="flex flex-wrap items-start justify-between gap-x-4">
              <FilterChips
                chips={words
                  .filter(({ part }) => part !== "tier")
                  .map(({ part, text }) => ({
                    to: address({ [part]: undefined }),
                    label: text,
                    active: true,
                    removable: true,
                  }))}
              />
              {data.may.save && (
                <span className="mb-3 flex flex-wrap gap-2">
                  {chosen && (
                    <LinkButton to={`${base}/lists/${chosen.id}/invite`} size="small" icon="mail">
                      {t("network.invite")}
                    </LinkButton>
                  )}
                  <LinkButton
                    to={chosen ? `${base}/lists/${chosen.id}/edit` : `${base}/lists/new?${narrowed}`}
                    size="small"
                    icon={chosen ? "pencil" : "plus"}
                  >
                    {t(chosen ? "network.lists.edit-this" : "network.lists.save")}
                  </LinkButton>
                </span>
              )}
            </div>
          )}
          {data.matching !== null && (
            <p className="mb-3 text-second text-ink-2" role="status">
              {data.matching > MOST_COUNTED
                ? t(`network.filter.${view === "silence" ? "members" : "count"}-over`, {
                    count: MOST_COUNTED,
                  })
                : t(`network.filter.${view === "silence" ? "members" : "count"}`, { count: data.matching })}
            </p>
          )}
          <PeopleTable
            {...table}
            people={list.rows}
            empty={
              filtered ? (
                <EmptyState filtered title={t("network.empty.filtered")} />
              ) : (
                <NobodyYet base={base} mayRegister={data.may.register} />
              )
            }
          />
          {data.may.save && list.rows.length > 0 && <BulkBar key={`${list.next}`} base={base} />}
          {list.rows.length > 0 && (
            <p className="mt-3 text-meta text-ink-3">{t("network.cadence-note", cadence)}</p>
          )}
          {(list.next || data.isLater) && (
            <Pager
              previous={data.isLater ? page() : undefined}
              next={list.next ? page(list.next) : undefined}
            />
          )}
        </>
      )}
      {data.removed && (
        <Toast
          at={data.removed}
          undo={{
            action: `${base}/lists/${data.removed}/edit`,
            fields: { intent: "restore" },
          }}
        >
          {t("network.lists.removed")}
        </Toast>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.title");
