import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { NetworkTabs } from "~/areas/network/components/network-tabs";
import type { NetworkKey } from "~/areas/network/messages";
import { listCircles, type ListedCircle } from "~/areas/network/queries.server/circles";
import { countPairs } from "~/areas/network/queries.server/pairs";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { PAGE_SIZE } from "~/lib/paging";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Table, type Column } from "~/ui/table";
import { Link } from "~/ui/link";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const url = new URL(args.request.url).searchParams;
  const cursor = url.get("after");
  const state = url.get("state") === "closed" ? ("closed" as const) : ("open" as const);
  const page = await reading(actor, async (db) => ({
    page: await listCircles(db, actor.place, cursor, PAGE_SIZE, state),
    duplicates: may(actor, "merge", "Person") ? await countPairs(db, actor.place.id) : null,
  }));
  return {
    ...page,
    place: actor.place.id,
    base: `/${actor.place.id}/network`,
    isCounty: actor.place.level === "county",
    state,
    isLater: cursor !== null,
    mayForm: may(actor, "form", "Circle"),
  };
}

export default function CirclesPage() {
  const { page, duplicates, place, base, state, isCounty, isLater, mayForm } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const here = `${base}/circles`;
  const form = mayForm ? (
    <LinkButton to={`${here}/new`} kind="primary" icon="plus">
      {t("network.add-circle")}
    </LinkButton>
  ) : null;
  const isClosed = state === "closed";
  const columns: Column<ListedCircle>[] = [
    {
      key: "name",
      header: t("network.circle.name"),
      cell: (row) => (
        <Link to={`${here}/${row.id}`} className="inline-flex min-h-6 items-center hover:text-teal">
          {row.name}
        </Link>
      ),
    },
    { key: "topic", header: t("network.circle.topic"), cell: (row) => row.topic },
    ...(isCounty && !isClosed
      ? [
          {
            key: "convener",
            header: t("network.circle.convener"),
            cell: ({ convener }: ListedCircle) =>
              convener ?? (
                <Chip tone="saffron" icon="circle-dashed">
                  {t("network.circle.convener.none")}
                </Chip>
              ),
          },
        ]
      : []),
    { key: "place", header: t("network.circle.place"), cell: (row) => row.place ?? "–" },
    {
      key: "formed",
      header: t("network.circle.formed-on"),
      cell: (row) => <DateText iso={row.formedOn} />,
      noWrap: true,
    },
    ...(isClosed
      ? [
          {
            key: "closed",
            header: t("network.circle.closed-on"),
            cell: (row: ListedCircle) => row.closedOn && <DateText iso={row.closedOn} />,
            noWrap: true,
          },
        ]
      : []),
    isCounty
      ? {
          key: "members",
          header: t("network.circle.members"),
          noWrap: true,
          cell: (row) => t("network.circle.members.count", { count: row.members ?? 0 }),
        }
      : {
          key: "county",
          header: t("network.circle.county"),
          cell: (row) => (locale === "fa" ? row.divisionNameFa : row.divisionNameEn),
        },
  ];
  return (
    <>
      <PageHeader
        title={isCounty ? t("network.title") : t("network.circles")}
        actions={
          <>
            <ExportButton place={place} list="circles" />
            {form}
          </>
        }
      />
      {isCounty ? (
        <NetworkTabs
          base={base}
          current="circles"
          keeps={duplicates !== null}
          duplicates={duplicates ?? undefined}
        />
      ) : (
        <div className="mb-4">
          <Notice>{t("network.only-county")}</Notice>
        </div>
      )}
      <FilterChips
        label={t("network.circles.state")}
        chips={[
          { to: here, label: t("network.circles.open"), active: !isClosed },
          { to: `${here}?state=closed`, label: t("network.circles.closed"), active: isClosed },
        ]}
      />
      <Table
        caption={t("network.circles")}
        columns={columns}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={
          isClosed ? (
            <EmptyState filtered title={t("network.circles.closed.none")}>
              {t("network.circles.closed.none.text")}
            </EmptyState>
          ) : isCounty ? (
            <EmptyState title={t("network.circles.empty.title")}>
              {t("network.circles.empty.text")}
            </EmptyState>
          ) : (
            <EmptyState title={t("network.circles.empty.above")} />
          )
        }
      />
      {(page.next || isLater) && (
        <Pager
          previous={isLater ? `${here}?state=${state}` : undefined}
          next={page.next ? `${here}?state=${state}&after=${page.next}` : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.circles");
