import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { CouncilsAbove } from "~/areas/councils/components/councils-above";
import { CompositionChip } from "~/areas/councils/components/composition";
import type { CouncilsKey, FiveKey } from "~/areas/councils/messages";
import { listCouncilsAbove } from "~/areas/councils/above.server";
import { listCouncils, type CouncilRow } from "~/areas/councils/queries.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { PAGE_SIZE } from "~/lib/paging";
import { together } from "~/lib/together";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Table, type Column } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const { searchParams } = new URL(args.request.url);
  const dissolved = searchParams.get("dissolved") === "1";
  const after = searchParams.get("after");
  const { page, above } = await reading(actor, (db) =>
    together({
      page: listCouncils(db, place.id, { dissolved, after }, args.context.scope.today, PAGE_SIZE),
      above: dissolved || after ? [] : listCouncilsAbove(db, place),
    }),
  );
  return {
    page,
    above,
    dissolved,
    isFirst: !after,
    place: place.id,
    mayFound: may(actor, "found", "Council"),
  };
}

export default function CouncilsPage() {
  const { page, above, dissolved, isFirst, place, mayFound } = useLoaderData<typeof loader>();
  const t = useT<CouncilsKey | FiveKey>();
  const { locale } = useLocale();
  const base = `/${place}/councils`;
  const addressOf = (after?: string) => {
    const search = new URLSearchParams({ ...(dissolved && { dissolved: "1" }), ...(after && { after }) });
    return search.size > 0 ? `${base}?${search.toString()}` : base;
  };
  const columns: Column<CouncilRow>[] = [
    {
      key: "name",
      header: t("councils.name"),
      cell: (row) => (
        <Link to={`${base}/${row.id}`} className="inline-flex min-h-6 items-center hover:text-teal">
          {locale === "fa" ? row.nameFa : row.nameEn}
        </Link>
      ),
    },
    { key: "kind", header: t("councils.kind"), cell: (row) => t(`councils.kind.${row.kind}`), noWrap: true },
    {
      key: "parent",
      header: t("councils.parent"),
      cell: (row) => (locale === "fa" ? row.parentFa : row.parentEn) ?? "–",
    },
    {
      key: "members",
      header: t("councils.members"),
      cell: (row) =>
        row.guests > 0
          ? `${t("councils.members.count", { count: row.members })} · ${t("councils.guests.count", { count: row.guests })}`
          : t("councils.members.count", { count: row.members }),
      noWrap: true,
    },
    {
      key: "composition",
      header: t("councils.col.composition"),
      cell: (row) => (row.dissolvedOn ? "–" : <CompositionChip gaps={row.gaps} />),
      phone: "bare",
    },
  ];
  return (
    <>
      <PageHeader
        title={t("councils.title")}
        meta={t("councils.lead")}
        actions={
          <>
            <ExportButton
              place={place}
              list="councils"
              narrowed={{ dissolved: dissolved ? "1" : undefined }}
            />
            <ExportButton place={place} list="council-members" words={t("councils.export.members")} />
            {mayFound && (
              <LinkButton to={`${base}/new`} kind="primary" icon="plus">
                {t("councils.new")}
              </LinkButton>
            )}
          </>
        }
      />
      <FilterChips
        chips={[
          { to: base, label: t("councils.standing"), active: !dissolved },
          { to: `${base}?dissolved=1`, label: t("councils.dissolved"), active: dissolved },
        ]}
      />
      <Table
        caption={t("councils.title")}
        columns={columns}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={
          dissolved ? (
            <EmptyState title={t("councils.empty.dissolved")} filtered />
          ) : (
            <EmptyState
              title={t("councils.empty")}
              actions={
                mayFound && (
                  <LinkButton to={`${base}/new`} kind="primary" icon="plus">
                    {t("councils.new")}
                  </LinkButton>
                )
              }
            >
              {t("councils.empty.text")}
            </EmptyState>
          )
        }
      />
      <Pager
        {...(isFirst ? {} : { previous: addressOf() })}
        {...(page.next ? { next: addressOf(page.next) } : {})}
      />
      <CouncilsAbove councils={above} base={base} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<CouncilsKey>(matches, "councils.title");
