import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { findOffice } from "~/areas/bodies/queries.server";
import { LedgerFigures } from "~/areas/obligations/components/ledger-summary";
import { IssuanceTable, LedgerTable } from "~/areas/obligations/components/ledger-tables";
import { FILTERS, ledgerView, ORDERS, usualOrder, type LedgerView } from "~/areas/obligations/filters";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { conditionOfView, turnsOfView } from "~/areas/obligations/views/narrowed.server";
import { namesOfNarrowing } from "~/areas/obligations/views/narrowed-names.server";
import { narrowedWords } from "~/areas/obligations/views/narrowed-words";
import { narrowingAsked, widened } from "~/areas/obligations/views/narrowing";
import { listIssuances, listObligations, summariseLedger } from "~/areas/obligations/queries.server";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { today } = args.context.scope;
  const view = ledgerView(new URL(args.request.url).searchParams, actor.place.level);
  const place = actor.place.id;
  return reading(actor, async (db) => ({
    names: await namesOfNarrowing(db, place, view.narrowing),
    view,
    place,
    level: actor.place.level,
    mayIssue: may(actor, "issue", "Issuance"),
    maySample: may(actor, "sample", "Issuance"),
    summary: await summariseLedger(
      db,
      place,
      view.end,
      today,
      await conditionOfView(db, place, view, today),
      undefined,
      await turnsOfView(db, place, view),
    ),
    offices: view.by === "office" ? await listObligations(db, place, view, today) : null,
    office: view.office ? await findOffice(db, place, view.office) : undefined,
    texts: view.by === "text" ? await listIssuances(db, place, view, today) : null,
  }));
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "obligations.title");

export default function Ledger() {
  const { view, place, level, mayIssue, maySample, summary, offices, texts, office, names } =
    useLoaderData<typeof loader>();
  const { locale } = useLocale();
  const officeName = office && (locale === "fa" ? office.nameFa : office.nameEn);
  const t = useT<ObligationsKey>();
  const base = `/${place}/obligations`;
  const usual = level === "county" ? "owed" : "issued";
  const href = (change: Partial<LedgerView>) => {
    const { end, by, filter, source, office, narrowing, after, order } = {
      ...view,
      after: undefined,
      // Another part of the ledger stands in its own usual order.
      ...(change.filter && view.order === usualOrder(view.filter)
        ? { order: usualOrder(change.filter) }
        : {}),
      ...change,
    };
    const parts = narrowingAsked(narrowing);
    const params = new URLSearchParams();
    if (end !== usual) params.set("end", end);
    if (end === "issued" && by === "office" && !source) params.set("by", "office");
    if (filter !== (source || parts.length > 0 ? "all" : "open")) params.set("filter", filter);
    if (source) params.set("source", source);
    if (office) params.set("office", office);
    for (const [part, value] of parts) params.set(part, value);
    if (order !== usualOrder(filter)) params.set("order", order);
    if (after) params.set("after", after);
    const query = params.toString();
    return query ? `${base}?${query}` : base;
  };
  const narrowed = narrowingAsked(view.narrowing);
  const counts = {
    open: summary.open,
    overdue: summary.overdue,
    "to-verify": summary.toVerify,
    "re-dated": summary.reDated,
  };
  // A ledger of an official, a village or an office may be empty where the place's own is not.
  const isWhole = Object.keys(view.narrowing).length === 0 && !view.source && !view.office;
  const isUsual = isWhole && (view.filter === "open" || view.filter === "all");
  const empty = isUsual ? (
    <EmptyState
      title={t("obligations.empty.title")}
      actions={<LinkButton to={`/${place}/minutes`}>{t("obligations.empty.first-step")}</LinkButton>}
    >
      {t(`obligations.empty.${view.end}`)}
    </EmptyState>
  ) : isWhole ? (
    // One of the ledger's own parts is empty: there is nothing to search otherwise.
    <EmptyState title={t(`obligations.empty.part.${view.filter}`)} />
  ) : (
    <EmptyState filtered title={t("obligations.empty.filtered")} />
  );
  const next = offices?.next ?? texts?.next ?? null;
  return (
    <>
      <PageHeader
        title={t("obligations.title")}
        meta={t(`obligations.lead.${view.end}`)}
        actions={
          <>
            {mayIssue && (
              <LinkButton to={`${base}/new`} icon="plus" kind="primary">
                {t("obligations.decision.new")}
              </LinkButton>
            )}
            <LinkButton to={`${base}/breakdown?end=${view.end}`}>{t("obligations.views.open")}</LinkButton>
            {view.office && view.end === "owed" && (
              <ExportButton
                place={place}
                list="office-sheet"
                narrowed={{ end: "owed", office: view.office }}
                words={t("obligations.paper.sheet.open")}
              />
            )}
            <ExportButton
              place={place}
              list={offices ? "obligations" : "issuances"}
              narrowed={{
                end: view.end,
                by: view.by,
                filter: view.filter,
                order: view.order,
                source: view.source,
                office: view.office,
                ...Object.fromEntries(narrowed),
              }}
            />
          </>
        }
      />
      <LedgerFigures summary={summary} hrefOf={(filter) => href({ filter })} />
      <div className="flex flex-wrap items-start justify-between gap-x-6">
        <FilterChips
          chips={[
            ...FILTERS.map((filter) => ({
              to: href({ filter }),
              label: t(`obligations.filter.${filter}`),
              active: view.filter === filter,
              ...(filter in counts && !summary.isMore
                ? { count: counts[filter as keyof typeof counts] }
                : {}),
            })),
            ...(view.source
              ? [
                  {
                    to: base,
                    label: t("obligations.filter.source"),
                    active: true,
                    removable: true,
                  },
                ]
              : []),
            ...narrowedWords(view.narrowing, names, t, locale).map(({ part, words }) => ({
              to: href({ narrowing: widened(view.narrowing, part) }),
              label: words,
              active: true,
              removable: true,
            })),
            ...(view.office
              ? [
                  {
                    to: href({ office: undefined }),
                    label: officeName ?? t("obligations.filter.office"),
                    active: true,
                    removable: true,
                  },
                ]
              : []),
          ]}
        />
        <div className="flex flex-wrap gap-x-6">
          <FilterChips
            label={t("obligations.end")}
            chips={(["owed", "issued"] as const).map((end) => ({
              to: href({
                end,
                source: undefined,
                office: undefined,
                narrowing: {},
                by: end === "owed" ? "office" : "text",
                filter: "open",
              }),
              label: t(`obligations.end.${end}`),
              active: view.end === end,
            }))}
          />
          {view.by === "office" && (
            <FilterChips
              label={t("obligations.order")}
              chips={ORDERS.map((order) => ({
                to: href({ order }),
                label: t(`obligations.order.${order}`),
                active: view.order === order,
              }))}
            />
          )}
          {view.end === "issued" && !view.source && (
            <FilterChips
              label={t("obligations.by")}
              chips={(["text", "office"] as const).map((by) => ({
                to: href({ by }),
                label: t(`obligations.by.${by}`),
                active: view.by === by,
              }))}
            />
          )}
        </div>
      </div>
      {view.filter === "to-verify" && view.end === "issued" && maySample && (
        <p className="mb-3 text-second">
          <Link to={`${base}/sample`} className="text-teal hover:underline">
            {t("obligations.sample.link")}
          </Link>
        </p>
      )}
      {offices && <LedgerTable rows={offices.rows} hrefOf={(row) => `${base}/${row.id}`} empty={empty} />}
      {texts && (
        <IssuanceTable
          rows={texts.rows}
          hrefOf={(row) => href({ source: row.id, by: "office", filter: "all" })}
          recordHref={(row) =>
            row.sourceKind === "decision"
              ? `${base}/texts/${row.id}`
              : `/${place}/minutes/${row.recordId}#resolution-${row.number ?? ""}`
          }
          textHref={(row) => `${base}/texts/${row.id}`}
          empty={empty}
        />
      )}
      <Pager
        {...(view.after ? { previous: href({}) } : {})}
        {...(next ? { next: href({ after: next }) } : {})}
      >
        {t("obligations.note.first-date")}
      </Pager>
    </>
  );
}
