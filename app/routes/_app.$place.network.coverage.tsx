import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { FIELDS, type Field } from "~/areas/network/choices";
import { CoverageMatrix } from "~/areas/network/components/contacts/coverage-matrix";
import { TierMark } from "~/areas/network/components/people/tier";
import { NetworkTabs } from "~/areas/network/components/network-tabs";
import type { NetworkKey } from "~/areas/network/messages";
import { coverageOf, listCell, type Coverage } from "~/areas/network/queries.server/coverage";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { listed } from "~/ui/listed";
import { Notice } from "~/ui/notice";
import { formatPercent } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Table } from "~/ui/table";

/** Localities on a page of the matrix. */
const ROWS = 100;

/** The matrix, from its row `from` on; with `locality`, and `field` or none, the people of one of its cells. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "governor");
  const url = new URL(args.request.url).searchParams;
  const locality = url.get("locality")?.replaceAll("\u0000", "").slice(0, 120) ?? "";
  const field = FIELDS.find((one) => one === url.get("field"));
  const { place } = actor;
  const { today } = args.context.scope;
  const page = await reading(actor, async (db) => {
    if (locality === "") return { coverage: await coverageOf(db, place, today), cell: null };
    const people = await listCell(db, place, { locality, field, today });
    const others = people.length === 0 && field ? await listCell(db, place, { locality, today }) : [];
    return { coverage: null, cell: { locality, field, people, others } };
  });
  const asked = Number(url.get("from"));
  return {
    cell: page.cell,
    coverage: page.coverage && pageOf(page.coverage, Number.isSafeInteger(asked) && asked > 0 ? asked : 0),
    base: `/${place.id}/network`,
    keeps: may(actor, "register", "Person"),
    mayCatalogue: may(actor, "keep", "CatalogueEntry"),
    catalogue: `/${place.id}/catalogues?kind=locality`,
  };
}

/** The figures of the whole matrix, with the rows of one page of it. */
function pageOf({ rows, ...missing }: Coverage, from: number) {
  return {
    ...missing,
    places: rows.length,
    unknown: rows.filter(({ members }) => members === 0).length,
    gaps: rows.reduce((sum, row) => sum + row.gaps.length, 0),
    rows: rows.slice(from, from + ROWS),
    previous: from > 0 ? Math.max(0, from - ROWS) : null,
    next: from + ROWS < rows.length ? from + ROWS : null,
  };
}

export default function CoveragePage() {
  const { coverage, cell, base, keeps, mayCatalogue, catalogue } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const here = `${base}/coverage`;

  if (cell) {
    const { locality, field, people, others } = cell;
    const shown = people.length > 0 ? people : others;
    return (
      <>
        <PageHeader
          back={{ to: here, label: t("network.coverage.title") }}
          title={[locality, field ? t(`network.field.${field}`) : null].filter(Boolean).join(" · ")}
          meta={<span>{t("network.waiting.list", { count: people.length })}</span>}
        />
        {people.length === 0 && (
          <p className="mb-3 text-second text-ink-2">
            {t(others.length > 0 ? "network.coverage.nobody" : "network.coverage.nobody-at-all")}
          </p>
        )}
        {shown.length > 0 && (
          <Table
            caption={t("network.people")}
            rows={shown}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "name",
                header: t("network.col.name"),
                cell: (row) => (
                  <Link
                    to={`${base}/people/${row.id}`}
                    className="inline-flex min-h-6 items-center hover:text-teal"
                  >
                    {row.fullName}
                  </Link>
                ),
              },
              {
                key: "tier",
                header: t("network.col.tier"),
                cell: (row) => <TierMark tier={row.tier} />,
              },
              {
                key: "circle",
                header: t("network.col.circle"),
                cell: (row) =>
                  row.circles.length > 0 ? listed(row.circles, locale) : t("network.no-circle"),
              },
            ]}
          />
        )}
      </>
    );
  }
  if (!coverage) return null;
  const { rows, places, unknown, gaps, withoutLocality, withoutField, previous, next } = coverage;
  const cells = places * FIELDS.length;
  const pageFrom = (from: number | null) => (from === null ? undefined : `${here}?from=${from}`);
  const address = (locality: string, field?: Field) =>
    `${here}?${new URLSearchParams(field ? { locality, field } : { locality })}`;
  return (
    <>
      <PageHeader
        title={t("network.coverage.title")}
        meta={
          places > 0 && (
            <>
              <span>{t("network.coverage.places", { count: places })}</span>
              {unknown > 0 && <span>{t("network.coverage.unknown", { count: unknown })}</span>}
              <span>
                {t("network.coverage.share", { share: formatPercent((cells - gaps) / cells, locale) })}
              </span>
            </>
          )
        }
      />
      <NetworkTabs base={base} current="coverage" keeps={keeps} />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("network.coverage.intro")}</p>
      <div className="mb-4 flex max-w-160 flex-col gap-3">
        {withoutField > 0 && (
          <Notice
            kind="saffron"
            title={t("network.coverage.without-field", { count: withoutField })}
            action={<LinkButton to={`${base}/circles`}>{t("network.coverage.see-circles")}</LinkButton>}
          />
        )}
        {withoutLocality > 0 && (
          <Notice
            kind="saffron"
            title={t("network.coverage.without-locality", { count: withoutLocality })}
            action={<LinkButton to={`${base}?view=name`}>{t("network.coverage.see-people")}</LinkButton>}
          />
        )}
      </div>
      {places === 0 ? (
        <EmptyState title={t("network.coverage.none.title")}>{t("network.coverage.none.text")}</EmptyState>
      ) : (
        <>
          <CoverageMatrix rows={rows} to={address} />
          <Pager previous={pageFrom(previous)} next={pageFrom(next)} />
        </>
      )}
      {mayCatalogue && (
        <p className="mt-4 max-w-160 text-second text-ink-3">
          {t("network.coverage.catalogue")}{" "}
          <Link to={catalogue} className="text-teal underline">
            {t("network.coverage.catalogue.see")}
          </Link>
        </p>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.coverage.title");
