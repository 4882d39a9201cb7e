import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { BodiesTabs } from "~/areas/bodies/components/bodies-tabs";
import { BodyFilters, bodyHref, bodyView } from "~/areas/bodies/components/body-filters";
import { listDictionary, searchDictionary, type DictionaryRow } from "~/areas/bodies/directory.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { ExportButton } from "~/areas/exports/components/export-button";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { SearchField } from "~/ui/search-field";
import { Table, type Column } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const view = bodyView(new URL(args.request.url).searchParams);
  const ask = { kind: view.kind, groupOfFive: view.five, closed: view.closed, after: view.after };
  const page = await reading(actor, async (db) =>
    view.q
      ? { rows: await searchDictionary(db, place.id, view.q), next: null }
      : listDictionary(db, place.id, ask),
  );
  return {
    page,
    view,
    place: place.id,
    isNation: place.level === "nation",
    mayAdd: may(actor, "add", "Organisation"),
  };
}

export default function DictionaryPage() {
  const { page, view, place, isNation, mayAdd } = useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const bodies = `/${place}/bodies`;
  const base = `${bodies}/dictionary`;
  const columns: Column<DictionaryRow>[] = [
    {
      key: "name",
      header: t("bodies.col.name"),
      cell: (row) => (
        <Link to={`${base}/${row.id}`} className="inline-flex min-h-6 items-center hover:text-teal">
          {locale === "fa" ? row.nameFa : row.nameEn}
        </Link>
      ),
    },
    { key: "kind", header: t("bodies.col.kind"), cell: (row) => t(`bodies.kind.${row.kind}`) },
    {
      key: "five",
      header: t("bodies.col.five"),
      cell: (row) => (row.groupOfFive ? t(`bodies.five.${row.groupOfFive}`) : "–"),
    },
    {
      key: "parent",
      header: t("bodies.col.parent"),
      cell: (row) => (locale === "fa" ? row.parentFa : row.parentEn) ?? "–",
    },
    {
      key: "scope",
      header: t("bodies.names.by"),
      cell: (row) => t(row.divisionId === 0 ? "bodies.scope.nation" : "bodies.scope.local"),
    },
  ];
  if (!isNation) {
    columns.push({
      key: "office",
      header: t("bodies.col.office"),
      cell: (row) =>
        row.officeId ? (
          <Link
            to={`${bodies}/${row.officeId}`}
            className="inline-flex min-h-6 items-center text-teal hover:underline"
          >
            {t("bodies.office.open-page")}
          </Link>
        ) : (
          <span className="text-ink-3">{t("bodies.no-office")}</span>
        ),
    });
  }
  return (
    <>
      <PageHeader
        title={t("bodies.title")}
        meta={t("bodies.lead.dictionary")}
        actions={
          <>
            <ExportButton
              place={place}
              list="bodies"
              narrowed={{ kind: view.kind, five: view.five, closed: view.closed ? "1" : undefined }}
            />
            {mayAdd && (
              <LinkButton to={`${bodies}/new`} kind="primary" icon="plus">
                {t("bodies.add")}
              </LinkButton>
            )}
          </>
        }
      />
      <BodiesTabs base={bodies} current="dictionary" isNation={isNation} />
      <SearchField label={t("bodies.search")} defaultValue={view.q} inAddress />
      {!view.q && <BodyFilters base={base} view={view} ended="bodies.filter.abolished" />}
      <Table
        caption={view.q ? t("bodies.found", { q: view.q }) : t("bodies.tab.dictionary")}
        columns={columns}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState filtered title={t("bodies.empty.filtered")} />}
      />
      <Pager
        {...(view.after ? { previous: bodyHref(base, view, {}) } : {})}
        {...(page.next ? { next: bodyHref(base, view, { after: page.next }) } : {})}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<BodiesKey>(matches, "bodies.tab.dictionary");
