import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { listMeetings, type MeetingRow } from "~/areas/meetings/queries.server/meetings";
import { MEETING_KINDS, RECORDED_STATES } from "~/areas/meetings/choices";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { boundsOf, parsePeriod, periodLabel, periodOf } from "~/lib/period";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Table, type Column } from "~/ui/table";
import { Link } from "~/ui/link";

/** Meetings held; `kind`, `period` (a quarter or month) and the page stand in the address. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const url = new URL(args.request.url).searchParams;
  const kind = MEETING_KINDS.find((one) => one === url.get("kind"));
  const period = parsePeriod(url.get("period") ?? "") ?? undefined;
  const cursor = url.get("after");
  const bounds = period ? boundsOf(period) : {};
  const page = await reading(actor, (db) =>
    listMeetings(db, actor.place, { kind, states: RECORDED_STATES, ...bounds, cursor }),
  );
  return {
    page,
    kind,
    period,
    thisQuarter: periodOf(args.context.scope.today, "quarter"),
    place: actor.place.id,
    base: `/${actor.place.id}/meetings`,
    isCounty: actor.place.level === "county",
    isLater: cursor !== null,
    mayRecord: may(actor, "record", "Meeting"),
  };
}

export default function MeetingsPage() {
  const { page, kind, period, thisQuarter, place, base, isCounty, isLater, mayRecord } =
    useLoaderData<typeof loader>();
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const address = (given: { kind?: string; period?: string; after?: string }) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries({ kind, period, ...given }))
      if (value) search.set(name, value);
    return search.size > 0 ? `${base}?${search}` : base;
  };
  const columns: Column<MeetingRow>[] = [
    {
      key: "title",
      header: t("meetings.col.title"),
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          <Link to={`${base}/${row.id}`} className="inline-block min-h-6 py-0.5 hover:text-teal">
            <span className="line-clamp-3">
              <bdi>{row.title}</bdi>
            </span>
          </Link>
          {row.state === "cancelled" && <Chip icon="ban">{t("meetings.state.cancelled")}</Chip>}
        </span>
      ),
    },
    {
      key: "date",
      header: t("meetings.col.date"),
      cell: (row) => <DateText iso={row.heldOn} />,
      noWrap: true,
    },
    { key: "kind", header: t("meetings.col.kind"), cell: (row) => t(`meetings.kind.${row.kind}`) },
    isCounty
      ? { key: "place", header: t("meetings.col.place"), cell: (row) => row.place ?? "–" }
      : {
          key: "county",
          header: t("meetings.col.county"),
          cell: (row) => (locale === "fa" ? row.divisionNameFa : row.divisionNameEn),
        },
    {
      key: "total",
      header: t("meetings.col.total"),
      numeric: true,
      cell: (row) => <Num value={row.total} column />,
    },
  ];
  const record = mayRecord ? (
    <LinkButton to={`${base}/new`} kind="primary" icon="plus">
      {t("meetings.new")}
    </LinkButton>
  ) : null;
  const shownPeriod = period && period !== thisQuarter ? [period] : [];
  return (
    <>
      <PageHeader
        title={t("meetings.title")}
        actions={
          <>
            <ExportButton place={place} list="meetings" narrowed={{ kind, period }} />
            {record}
          </>
        }
      />
      <FilterChips
        label={t("meetings.col.kind")}
        chips={[undefined, ...MEETING_KINDS].map((one) => ({
          to: address({ kind: one }),
          label: one ? t(`meetings.kind.${one}`) : t("meetings.all-kinds"),
          active: kind === one,
        }))}
      />
      <FilterChips
        label={t("meetings.col.date")}
        chips={[undefined, thisQuarter, ...shownPeriod].map((one) => ({
          to: address({ period: one }),
          label: one ? periodLabel(one, locale) : t("meetings.period.all"),
          active: period === one,
        }))}
      />
      <Table
        caption={t("meetings.title")}
        columns={columns}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={
          kind || period || isLater ? (
            <EmptyState filtered title={t("meetings.empty.filtered")} />
          ) : (
            <EmptyState title={t("meetings.empty.title")}>{t("meetings.empty.text")}</EmptyState>
          )
        }
      />
      {(page.next || isLater) && (
        <Pager
          previous={isLater ? address({}) : undefined}
          next={page.next ? address({ after: page.next }) : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "meetings.title");
