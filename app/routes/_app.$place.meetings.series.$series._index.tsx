import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { listBacklog } from "~/areas/meetings/calling/agenda.server";
import { addAgendaItem } from "~/areas/meetings/calling/commands/add-agenda-item.server";
import { endSeries } from "~/areas/meetings/calling/commands/edit-series.server";
import { EndSeriesForm } from "~/areas/meetings/calling/components/end-series-form";
import { ItemForm } from "~/areas/meetings/calling/components/item-form";
import { ruleText } from "~/areas/meetings/calling/components/rule-text";
import { AddAgendaItem, EndSeries } from "~/areas/meetings/calling/schema";
import { getSeries, listSeriesMeetings } from "~/areas/meetings/calling/series.server";
import { findMeetingType } from "~/areas/meetings/calling/types.server";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { Columns } from "~/ui/columns";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const seriesId = idIn(args.params, "series");
  const { id } = actor.place;
  const found = await reading(actor, async (db) => {
    const series = await getSeries(db, id, seriesId);
    return {
      series,
      type: await findMeetingType(db, actor.place, series.typeCode),
      meetings: await listSeriesMeetings(db, id, seriesId, args.context.scope.today),
      backlog: await listBacklog(db, id, seriesId),
    };
  });
  return {
    ...found,
    isSaved: new URL(args.request.url).searchParams.has("saved"),
    base: `/${id}/meetings`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const seriesId = idIn(args.params, "series");
  const here = `/${actor.place.id}/meetings/series/${seriesId}`;
  const form = await formOf(args.request);
  if (form.get("intent") === "end")
    return submit(
      args.request,
      EndSeries,
      async (input) => {
        await endSeries(actor, seriesId, input);
        return redirect(here);
      },
      form,
    );
  return submit(
    args.request,
    AddAgendaItem,
    async (input) => {
      await addAgendaItem(actor, { seriesId }, input);
      return redirect(here);
    },
    form,
  );
}

export default function SeriesPage() {
  const { series, type, meetings, backlog, isSaved, base, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const runs = series.state === "runs";
  const isEnding = answer?.result.initialValue?.intent === "end";
  return (
    <>
      <PageHeader
        back={{ to: `${base}/series`, label: t("calling.series") }}
        title={series.title}
        state={runs ? undefined : <Chip icon="circle-slash">{t("calling.series.ended")}</Chip>}
        meta={<span>{ruleText(series, locale, t)}</span>}
        actions={
          runs && (
            <LinkButton to={`${base}/series/${series.id}/edit`} icon="pencil">
              {t("calling.series.edit")}
            </LinkButton>
          )
        }
      />
      {isSaved && (
        <div className="mb-4">
          <Notice live title={t("calling.saved")} />
        </div>
      )}
      <Columns
        side={
          <>
            <Section title={t("calling.facts")}>
              <Facts
                facts={[
                  { label: t("calling.field.type"), value: type ? type[locale] : null },
                  {
                    label: t("calling.col.time"),
                    value: t("meetings.time", {
                      from: localDigits(series.startsAt, locale),
                      to: localDigits(series.endsAt, locale),
                    }),
                  },
                  { label: t("calling.field.place"), value: series.place && <bdi>{series.place}</bdi> },
                  { label: t("calling.series.starts-on"), value: <DateText iso={series.startsOn} /> },
                  {
                    label: t("calling.series.ends-on"),
                    value: series.endsOn && <DateText iso={series.endsOn} />,
                  },
                  {
                    label: t("calling.series.on-closed-day"),
                    value: t(`calling.series.on-closed-day.${series.onClosedDay}`),
                  },
                ]}
              />
            </Section>
            {runs && (
              <Section title={t("calling.series.end")}>
                <EndSeriesForm
                  revision={series.revision}
                  requestId={requestId}
                  answer={isEnding ? answer : undefined}
                />
              </Section>
            )}
          </>
        }
      >
        <Section title={t("calling.series.meetings")}>
          <Table
            caption={t("calling.series.meetings")}
            rows={meetings}
            rowKey={(one) => one.id}
            columns={[
              {
                key: "day",
                header: t("calling.field.day"),
                cell: (one) => (
                  <Link to={`${base}/${one.id}`} className="inline-block min-h-6 py-0.5 hover:text-teal">
                    <DateText iso={one.heldOn} style="weekday" />
                  </Link>
                ),
              },
              {
                key: "host",
                header: t("calling.field.host"),
                cell: (one) => (locale === "fa" ? one.hostFa : one.hostEn) ?? "–",
              },
              {
                key: "state",
                header: t("meetings.col.state"),
                noWrap: true,
                cell: (one) => t(`meetings.state.${one.state}`),
              },
            ]}
          />
        </Section>
        <Section title={t("calling.backlog")}>
          <p className="mb-3 text-second text-ink-2">{t("calling.backlog.text")}</p>
          {backlog.length === 0 ? (
            <p className="text-second text-ink-3">{t("calling.backlog.empty")}</p>
          ) : (
            <ul className="list-disc ps-5 text-second">
              {backlog.map((item) => (
                <li key={item.id}>
                  <bdi>{item.title}</bdi>
                </li>
              ))}
            </ul>
          )}
          {runs && (
            <div className="mt-4">
              <ItemForm
                sections={type?.agenda.map((one) => one[locale]) ?? []}
                requestId={requestId}
                answer={isEnding ? undefined : answer}
              />
            </div>
          )}
        </Section>
      </Columns>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<MeetingsKey>(matches, "calling.series", undefined, data?.series.title);
