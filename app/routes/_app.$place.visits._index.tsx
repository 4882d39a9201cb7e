import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { findOffice } from "~/areas/bodies/queries.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { VIEWS } from "~/areas/visits/choices";
import { VisitTable } from "~/areas/visits/components/visit-table";
import type { VisitsKey } from "~/areas/visits/messages";
import { listVisits, listVisitsHere } from "~/areas/visits/queries.server";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { isUuid } from "~/lib/identifiers";
import { PAGE_SIZE } from "~/lib/paging";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const { searchParams } = new URL(args.request.url);
  const view = VIEWS.find((one) => one === searchParams.get("view")) ?? "coming";
  const isHere = searchParams.get("side") === "here" && place.level !== "nation";
  const asked = searchParams.get("office") ?? "";
  const after = searchParams.get("after");
  const found = await reading(actor, async (db) => {
    const office = !isHere && isUuid(asked) ? await findOffice(db, place.id, asked) : undefined;
    const page = isHere
      ? await listVisitsHere(db, place.id, { view, after }, PAGE_SIZE)
      : await listVisits(db, place.id, { view, office: office?.id, after }, PAGE_SIZE);
    return { page, office: office && { id: office.id, nameFa: office.nameFa, nameEn: office.nameEn } };
  });
  return {
    ...found,
    view,
    isHere,
    isFirst: !after,
    place: place.id,
    hasAbove: place.level !== "nation",
    mayPlan: may(actor, "plan", "Visit"),
  };
}

export default function VisitsPage() {
  const { page, office, view, isHere, isFirst, place, hasAbove, mayPlan } = useLoaderData<typeof loader>();
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const base = `/${place}/visits`;
  const addressOf = (changed: { view?: string; side?: string; office?: string; after?: string }) => {
    const asked = { view, side: isHere ? "here" : "", office: office?.id ?? "", ...changed };
    const search = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ""));
    if (asked.view === "coming") search.delete("view");
    return search.size > 0 ? `${base}?${search.toString()}` : base;
  };
  const officeName = office && (locale === "fa" ? office.nameFa : office.nameEn);
  return (
    <>
      <PageHeader
        title={t("visits.title")}
        meta={t(isHere ? "visits.here.lead" : "visits.lead")}
        actions={
          <>
            {!isHere && <ExportButton place={place} list="visits" narrowed={{ view, office: office?.id }} />}
            <LinkButton to={`${base}/coverage`} icon="map">
              {t("visits.coverage")}
            </LinkButton>
            <LinkButton to={`${base}/rota`} icon="repeat-2">
              {t("visits.rota")}
            </LinkButton>
            {mayPlan && (
              <LinkButton to={`${base}/new`} kind="primary" icon="plus">
                {t("visits.new")}
              </LinkButton>
            )}
          </>
        }
      />
      {hasAbove && (
        <FilterChips
          label={t("visits.which")}
          chips={[
            { to: addressOf({ side: "" }), label: t("visits.own"), active: !isHere },
            { to: addressOf({ side: "here", office: "" }), label: t("visits.here"), active: isHere },
          ]}
        />
      )}
      <FilterChips
        chips={[
          ...VIEWS.map((one) => ({
            to: addressOf({ view: one }),
            label: t(`visits.view.${one}`),
            active: one === view,
          })),
          ...(officeName
            ? [
                {
                  to: addressOf({ office: "" }),
                  label: t("visits.of-office", { name: officeName }),
                  active: true,
                  removable: true,
                },
              ]
            : []),
        ]}
      />
      <VisitTable
        caption={t("visits.title")}
        rows={page.rows}
        base={`/${place}`}
        missed={view === "no-show"}
        theirs={isHere}
        empty={
          isHere ? (
            <EmptyState title={t("visits.empty.here")} filtered={view !== "coming"} />
          ) : view === "coming" && !office ? (
            <EmptyState
              title={t("visits.empty.coming")}
              actions={
                mayPlan && (
                  <LinkButton to={`${base}/new`} kind="primary" icon="plus">
                    {t("visits.new")}
                  </LinkButton>
                )
              }
            >
              {t("visits.empty.text")}
            </EmptyState>
          ) : (
            <EmptyState title={t("visits.empty")} filtered />
          )
        }
      />
      <Pager
        {...(isFirst ? {} : { previous: addressOf({}) })}
        {...(page.next ? { next: addressOf({ after: page.next }) } : {})}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.title");
