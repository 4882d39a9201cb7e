import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { ruleText } from "~/areas/meetings/calling/components/rule-text";
import { listSeries } from "~/areas/meetings/calling/series.server";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Table } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const series = await reading(actor, (db) => listSeries(db, actor.place.id));
  return { series, base: `/${actor.place.id}/meetings` };
}

export default function SeriesListPage() {
  const { series, base } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: `${base}?view=planned`, label: t("meetings.title") }}
        title={t("calling.series")}
        actions={
          <LinkButton to={`${base}/series/new`} kind="primary" icon="plus">
            {t("calling.series.new")}
          </LinkButton>
        }
      />
      <Table
        caption={t("calling.series")}
        rows={series}
        rowKey={(one) => one.id}
        columns={[
          {
            key: "title",
            header: t("calling.field.title"),
            cell: (one) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                <Link to={`${base}/series/${one.id}`} className="inline-block min-h-6 py-0.5 hover:text-teal">
                  <bdi>{one.title}</bdi>
                </Link>
                {one.state === "ended" && <Chip icon="circle-slash">{t("calling.series.ended")}</Chip>}
              </span>
            ),
          },
          { key: "rule", header: t("calling.series.rule"), cell: (one) => ruleText(one, locale, t) },
          {
            key: "next",
            header: t("calling.series.next"),
            noWrap: true,
            cell: (one) => (one.nextOn ? <DateText iso={one.nextOn} /> : "–"),
          },
        ]}
        empty={
          <EmptyState title={t("calling.series.empty.title")}>{t("calling.series.empty.text")}</EmptyState>
        }
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.series");
