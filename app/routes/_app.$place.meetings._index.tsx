import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { hoursText } from "~/areas/meetings/calling/components/calling-section";
import { findSeriesTitle } from "~/areas/meetings/calling/series.server";
import { listMeetingTypes } from "~/areas/meetings/calling/types.server";
import { narrowingOf } from "~/areas/meetings/held/exported.server";
import { listMeetings, type MeetingRow } from "~/areas/meetings/queries.server/meetings";
import { MEETING_KINDS, MEETING_VIEWS } from "~/areas/meetings/choices";
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
import { Tabs } from "~/ui/tabs";
import { Link } from "~/ui/link";

/** Meetings; `view` (to come, held, called off), `kind`, `type`, `series`, `period` (a quarter or month) and the page stand in the address. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const url = new URL(args.request.url).searchParams;
  const narrowing = narrowingOf(url);
  const period = parsePeriod(url.get("period") ?? "") ?? undefined;
  const cursor = url.get("after");
  const bounds = period ? boundsOf(period) : {};
  const { page, types, series } = await reading(actor, async (db) => ({
    page: await listMeetings(db, actor.place, { ...narrowing, ...bounds, cursor }),
    types: await listMeetingTypes(db, actor.place),
    series: narrowing.seriesId ? await findSeriesTitle(db, actor.place.id, narrowing.seriesId) : null,
  }));
  return {
    page,
    asked: {
      view: narrowing.view,
      kind: narrowing.kind,
      type: narrowing.typeCode,
      series: narrowing.seriesId,
    },
    series,
    types: types.filter(
      ({ code, levels, retiredOn }) =>
        code === narrowing.typeCode ||
        (retiredOn === null && levels.some((one) => one === actor.place.level)),
    ),
    period,
    thisQuarter: periodOf(args.context.scope.today, "quarter"),
    place: actor.place.id,
    base: `/${actor.place.id}/meetings`,
    isCounty: actor.place.level === "county",
    isLater: cursor !== null,
    mayRecord: may(actor, "record", "Meeting"),
    mayPlan: may(actor, "plan", "Meeting"),
  };
}

export default function MeetingsPage() {
  const { page, asked, series, types, period, thisQuarter, place, base, isCounty, isLater, ...may } =
    useLoaderData<typeof loader>();
  const { view, kind, type } = asked;
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  type Asked = Partial<Record<"view" | "kind" | "type" | "series" | "period" | "after", string | undefined>>;
  const address = (given: Asked) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...asked, period, ...given }))
      if (value && !(name === "view" && value === "held")) search.set(name, value);
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
          {row.state === "draft" && (
            <Chip icon="pencil-line" pattern="dashed">
              {t("meetings.state.draft")}
            </Chip>
          )}
          {row.state === "in-session" && (
            <Chip icon="play" tone="teal" mirrorIcon>
              {t("meetings.state.in-session")}
            </Chip>
          )}
        </span>
      ),
    },
    {
      key: "date",
      header: t("meetings.col.date"),
      cell: (row) => <DateText iso={row.heldOn} />,
      noWrap: true,
    },
    ...(view === "planned"
      ? [
          {
            key: "time",
            header: t("calling.col.time"),
            cell: (row: MeetingRow) => hoursText(row, locale, t) ?? "–",
            noWrap: true,
          },
        ]
      : []),
    { key: "kind", header: t("meetings.col.kind"), cell: (row) => t(`meetings.kind.${row.kind}`) },
    isCounty
      ? { key: "place", header: t("meetings.col.place"), cell: (row) => row.place ?? "–" }
      : {
          key: "county",
          header: t("meetings.col.county"),
          cell: (row) => (locale === "fa" ? row.divisionNameFa : row.divisionNameEn),
        },
    ...(view === "held"
      ? [
          {
            key: "total",
            header: t("meetings.col.total"),
            numeric: true,
            cell: (row: MeetingRow) => <Num value={row.total} column />,
          },
        ]
      : []),
  ];
  const steps = (
    <>
      <LinkButton to={`${base}/calendar`} icon="calendar-days">
        {t("meetings.calendar")}
      </LinkButton>
      {may.mayRecord && (
        <LinkButton to={`${base}/new`} icon="plus">
          {t("meetings.new")}
        </LinkButton>
      )}
      {may.mayPlan && (
        <LinkButton to={`${base}/plan`} kind="primary" icon="plus">
          {t("calling.plan")}
        </LinkButton>
      )}
    </>
  );
  const shownPeriod = period && period !== thisQuarter ? [period] : [];
  return (
    <>
      <PageHeader
        title={t("meetings.title")}
        actions={
          <>
            <ExportButton place={place} list="meetings" narrowed={{ ...asked, period }} />
            {steps}
          </>
        }
      />
      <Tabs
        label={t("meetings.title")}
        tabs={MEETING_VIEWS.map((one) => ({
          to: address({ view: one }),
          label: t(`calling.view.${one}`),
          current: one === view,
        }))}
      />
      {may.mayPlan && (
        <p className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-second print:hidden">
          {(["series", "rooms", "types"] as const).map((one) => (
            <Link
              key={one}
              to={`${base}/${one}`}
              className="inline-flex min-h-6 items-center text-teal hover:underline max-sm:min-h-11"
            >
              {t(`calling.${one}`)}
            </Link>
          ))}
        </p>
      )}
      {series !== null && (
        <FilterChips
          label={t("calling.series-of")}
          chips={[{ to: address({ series: undefined }), label: series, active: true, removable: true }]}
        />
      )}
      {view === "planned" && (
        <FilterChips
          label={t("calling.field.type")}
          chips={[undefined, ...types].map((one) => ({
            to: address({ type: one?.code }),
            label: one ? one[locale] : t("calling.all-types"),
            active: type === one?.code,
          }))}
        />
      )}
      {view !== "planned" && (
        <>
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
        </>
      )}
      <Table
        caption={t("meetings.title")}
        columns={columns}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={
          kind || period || type || series || isLater || view === "cancelled" ? (
            <EmptyState filtered title={t("meetings.empty.filtered")} />
          ) : view === "planned" ? (
            <EmptyState title={t("calling.view.empty")}>{t("calling.view.empty.text")}</EmptyState>
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
