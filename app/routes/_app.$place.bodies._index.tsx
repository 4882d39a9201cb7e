import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { findEndWithoutHeir } from "~/areas/bodies/abolition/queries.server";
import { BodiesTabs } from "~/areas/bodies/components/bodies-tabs";
import { BodyFilters, bodyHref, bodyView } from "~/areas/bodies/components/body-filters";
import { PageFreshness } from "~/areas/bodies/components/page-freshness";
import {
  listDirectory,
  listMissingUsual,
  searchDirectory,
  type DirectoryRow,
} from "~/areas/bodies/directory.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { ExportButton } from "~/areas/exports/components/export-button";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { Code } from "~/ui/code";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { SearchField } from "~/ui/search-field";
import { Table, type Column } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  if (place.level === "nation") throw redirect(`/${place.id}/bodies/dictionary`);
  const view = bodyView(new URL(args.request.url).searchParams);
  const { today } = args.context.scope;
  const ask = { kind: view.kind, groupOfFive: view.five, closed: view.closed, after: view.after };
  const mayOpen = may(actor, "open", "Office", { divisionId: place.id });
  const read = await reading(actor, async (db) => ({
    page: view.q
      ? { rows: await searchDirectory(db, place.id, view.q), next: null }
      : await listDirectory(db, place.id, ask, today),
    orphans: view.q ? undefined : await findEndWithoutHeir(db, place),
    missing: mayOpen && !view.q && !view.after ? (await listMissingUsual(db, place)).length : 0,
  }));
  return {
    ...read,
    view,
    today,
    place: { id: place.id, nameFa: place.nameFa, nameEn: place.nameEn },
    mayAdd: may(actor, "add", "Organisation"),
  };
}

export default function BodiesPage() {
  const { page, missing, orphans, view, today, place, mayAdd } = useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const base = `/${place.id}/bodies`;
  const named = (row: { nameFa: string; nameEn: string }) => (locale === "fa" ? row.nameFa : row.nameEn);
  const columns: Column<DirectoryRow>[] = [
    {
      key: "name",
      header: t("bodies.col.name"),
      cell: (row) => (
        <Link to={`${base}/${row.id}`} className="inline-flex min-h-6 items-center hover:text-teal">
          {named(row)}
        </Link>
      ),
    },
    { key: "kind", header: t("bodies.col.kind"), cell: (row) => t(`bodies.kind.${row.kind}`), noWrap: true },
    {
      key: "five",
      header: t("bodies.col.five"),
      cell: (row) => (row.groupOfFive ? t(`bodies.five.${row.groupOfFive}`) : "–"),
    },
    { key: "pr", header: t("bodies.col.pr"), cell: (row) => row.prName ?? "–" },
    {
      key: "phone",
      header: t("bodies.col.phone"),
      cell: (row) => (row.phone ? <Code>{row.phone}</Code> : "–"),
      noWrap: true,
    },
    {
      key: "page",
      header: t("bodies.form.page"),
      cell: (row) => <PageFreshness confirmedOn={row.pageConfirmedOn} today={today} />,
      noWrap: true,
      screenOnly: true,
    },
    {
      key: "owes",
      header: t("bodies.col.owes"),
      cell: (row) =>
        row.owes > 0 ? (
          <Link
            to={`/${place.id}/obligations?end=owed&office=${row.id}`}
            className="inline-flex min-h-6 items-center text-teal hover:underline"
          >
            {t("bodies.owes.count", { count: row.owes })}
          </Link>
        ) : (
          "–"
        ),
      noWrap: true,
    },
  ];
  const isUsual = !view.q && !view.kind && !view.five && !view.closed && !view.after;
  return (
    <>
      <PageHeader
        title={t("bodies.title")}
        meta={t("bodies.lead.here", { place: named(place) })}
        actions={
          <>
            <ExportButton
              place={place.id}
              list="offices"
              narrowed={{ kind: view.kind, five: view.five, closed: view.closed ? "1" : undefined }}
            />
            {mayAdd && (
              <LinkButton to={`${base}/new`} kind="primary" icon="plus">
                {t("bodies.add")}
              </LinkButton>
            )}
          </>
        }
      />
      <BodiesTabs base={base} current="here" isNation={false} />
      <SearchField label={t("bodies.search")} defaultValue={view.q} inAddress />
      {!view.q && <BodyFilters base={base} view={view} ended="bodies.filter.closed" />}
      {orphans && (
        <div className="mb-4 max-w-160">
          <Notice
            kind="saffron"
            title={t("bodies.end.orphans", { name: named(orphans), count: orphans.waiting })}
            action={
              <LinkButton to={`${base}/abolitions/${orphans.id}`} size="small">
                {t("bodies.end.orphans.see")}
              </LinkButton>
            }
          >
            {orphans.ends > 1 && t("bodies.end.orphans.more", { count: orphans.ends - 1 })}
          </Notice>
        </div>
      )}
      {missing > 0 && page.rows.length > 0 && (
        <div className="mb-4 max-w-160">
          <Notice
            title={t("bodies.usual.missing", { count: missing })}
            action={
              <LinkButton to={`${base}/usual`} size="small">
                {t("bodies.usual.see")}
              </LinkButton>
            }
          />
        </div>
      )}
      <Table
        caption={view.q ? t("bodies.found", { q: view.q }) : t("bodies.tab.here")}
        columns={columns}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={
          isUsual ? (
            <EmptyState
              title={t("bodies.empty.title")}
              actions={
                <>
                  {missing > 0 && (
                    <LinkButton to={`${base}/usual`} kind="primary" icon="plus">
                      {t("bodies.usual")}
                    </LinkButton>
                  )}
                  <LinkButton to={`${base}/dictionary`}>{t("bodies.tab.dictionary")}</LinkButton>
                </>
              }
            >
              {missing > 0 ? t("bodies.usual.missing.text") : t("bodies.empty.text")}
            </EmptyState>
          ) : (
            <EmptyState filtered title={t("bodies.empty.filtered")} />
          )
        }
      />
      <Pager
        {...(view.after ? { previous: bodyHref(base, view, {}) } : {})}
        {...(page.next ? { next: bodyHref(base, view, { after: page.next }) } : {})}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<BodiesKey>(matches, "bodies.title");
