import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import type { VisitsKey } from "~/areas/visits/messages";
import { rotaLabel } from "~/areas/visits/rota-period";
import { listRotas, type RotaRow } from "~/areas/visits/rota-queries.server";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { PAGE_SIZE } from "~/lib/paging";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Table, type Column } from "~/ui/table";

/** The rotas of a place: drafts and what was confirmed. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const after = new URL(args.request.url).searchParams.get("after");
  const page = await reading(actor, (db) => listRotas(db, actor.place.id, after, PAGE_SIZE));
  return { page, isFirst: !after, place: actor.place.id, mayPropose: may(actor, "propose", "VisitRota") };
}

export default function RotasPage() {
  const { page, isFirst, place, mayPropose } = useLoaderData<typeof loader>();
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const base = `/${place}/visits`;
  const columns: Column<RotaRow>[] = [
    {
      key: "period",
      header: t("visits.rota.period"),
      cell: (row) => (
        <Link to={`${base}/rota/${row.id}`} className="inline-flex min-h-6 items-center hover:text-teal">
          {rotaLabel(row.period, locale)}
        </Link>
      ),
    },
    { key: "kind", header: t("visits.rota.to"), cell: (row) => t(`visits.kind.${row.targetKind}`) },
    { key: "purpose", header: t("visits.col.purpose"), cell: (row) => <bdi>{row.purpose}</bdi> },
    {
      key: "turns",
      header: t("visits.rota.turns"),
      numeric: true,
      cell: (row) => <Num value={row.turns} />,
    },
    {
      key: "state",
      header: t("visits.col.state"),
      cell: (row) => (
        <Chip
          tone={row.state === "draft" ? "saffron" : "teal"}
          icon={row.state === "draft" ? "pencil" : "check"}
        >
          {t(row.state === "draft" ? "visits.rota.draft" : "visits.rota.confirmed")}
        </Chip>
      ),
      phone: "bare",
    },
  ];
  const add = mayPropose && (
    <LinkButton to={`${base}/rota/new`} kind="primary" icon="repeat-2">
      {t("visits.rota.new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("visits.title") }}
        title={t("visits.rota")}
        meta={t("visits.rota.lead")}
        actions={add || undefined}
      />
      <Table
        caption={t("visits.rota")}
        columns={columns}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t("visits.rota.none")} actions={add || undefined}>
            {t("visits.rota.none.text")}
          </EmptyState>
        }
      />
      <Pager
        {...(isFirst ? {} : { previous: `${base}/rota` })}
        {...(page.next ? { next: `${base}/rota?after=${page.next}` } : {})}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.rota");
