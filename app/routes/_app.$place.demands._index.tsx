import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { DemandTable } from "~/areas/demands/components/demand-table";
import { STATES } from "~/areas/demands/lifecycle";
import type { DemandKey } from "~/areas/demands/messages";
import { listDemands } from "~/areas/demands/queries.server";
import { KINDS } from "~/areas/demands/choices";
import { DemandFilter } from "~/areas/demands/schema";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

/** Demands of the place; state, kind, lateness and the page stand in the address. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const filter = DemandFilter.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const page = await reading(actor, (db) => listDemands(db, actor.place, filter, args.context.scope.today));
  return {
    page,
    filter,
    place: actor.place.id,
    level: actor.place.level,
    mayRecord: may(actor, "record", "Demand"),
  };
}

export default function DemandsPage() {
  const { page, filter, place, level, mayRecord } = useLoaderData<typeof loader>();
  const base = `/${place}/demands`;
  const t = useT<DemandKey>();
  const { after, ...shown } = filter;
  const address = (given: Record<string, string | undefined>) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(given)) if (value) search.set(name, value);
    return search.size > 0 ? `${base}?${search}` : base;
  };
  const isFiltered = Object.values(shown).some(Boolean);
  return (
    <>
      <PageHeader
        title={t("demands.title")}
        actions={
          <>
            {level !== "nation" && <ExportButton place={place} list="demands" narrowed={shown} />}
            {mayRecord && (
              <LinkButton to={`${base}/new`} kind="primary" icon="plus">
                {t("demands.record")}
              </LinkButton>
            )}
          </>
        }
      />
      <FilterChips
        label={t("demands.column.state")}
        chips={[
          { to: address({ kind: shown.kind }), label: t("demands.all"), active: !shown.state && !shown.late },
          {
            to: address({ kind: shown.kind, late: "1" }),
            label: t("demands.late"),
            active: shown.late === "1",
          },
          ...STATES.map((state) => ({
            to: address({ kind: shown.kind, state }),
            label: t(`demands.state.${state}`),
            active: shown.state === state,
          })),
        ]}
      />
      <FilterChips
        label={t("demands.input.kind")}
        chips={KINDS.map((kind) => ({
          to: address({ ...shown, kind: shown.kind === kind ? undefined : kind }),
          label: t(`demands.kind.${kind}`),
          active: shown.kind === kind,
          removable: shown.kind === kind,
        }))}
      />
      <DemandTable
        demands={page.rows}
        base={base}
        empty={
          isFiltered ? (
            <EmptyState title={t("demands.empty.filtered")} filtered>
              {t("demands.empty.text")}
            </EmptyState>
          ) : (
            <EmptyState title={t("demands.empty.title")}>{t("demands.empty.text")}</EmptyState>
          )
        }
      />
      {(page.next || after) && (
        <Pager
          previous={after ? address(shown) : undefined}
          next={page.next ? address({ ...shown, after: page.next }) : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<DemandKey>(matches, "demands.title");
