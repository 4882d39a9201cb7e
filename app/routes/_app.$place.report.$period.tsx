import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { nameOn } from "~/areas/divisions/queries.server";
import { reportRow } from "~/areas/reports/report-row";
import { confirmFigure, explainFigure } from "~/areas/reports/commands/explain-figure.server";
import { nameMissingChild } from "~/areas/reports/commands/name-missing-child.server";
import { openReport } from "~/areas/reports/commands/open-report.server";
import { replyToComment } from "~/areas/reports/commands/reply-to-comment.server";
import { saveNarrative } from "~/areas/reports/commands/save-narrative.server";
import { submitReport } from "~/areas/reports/commands/submit-report.server";
import { CountyReport } from "~/areas/reports/components/county-report";
import { ProvinceReport } from "~/areas/reports/components/province-report";
import { PeriodLinks } from "~/areas/reports/components/period-links";
import { ReportHeading, ReportNotices } from "~/areas/reports/components/report-heading";
import { SubmitBar } from "~/areas/reports/components/submit-bar";
import { VersionNotice } from "~/areas/reports/components/versions";
import { WRITABLE } from "~/areas/reports/lifecycle";
import type { ReportsKey } from "~/areas/reports/messages";
import { mayBegin } from "~/areas/reports/open-quarters";
import { quarterIn, versionAsked } from "~/areas/reports/period-param.server";
import { listSummedCounties } from "~/areas/reports/queries/children.server";
import { readReceipt } from "~/areas/reports/queries/receipt.server";
import { findReportHead, readReport } from "~/areas/reports/queries/report-page.server";
import { listVersions } from "~/areas/reports/queries/versions.server";
import {
  ConfirmFigure,
  ExplainFigure,
  NameMissingChild,
  ReplyToComment,
  SaveNarrative,
  SubmitReport,
} from "~/areas/reports/schema";
import { may } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { formOf, reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { firstDayOf, isPeriodEnded, lastDayOf, lastEndedPeriod, lastPeriods, nextPeriod } from "~/lib/period";
import { pageTitle } from "~/page-title";
import { RefusedPress } from "~/ui/form/kept-words";
import { useLocale, useT } from "~/ui/i18n";

const missing = () => refusalResponse(new Refusal("missing", "refusal.missing"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const period = quarterIn(args.params.period);
  const now = clock();
  const { id: placeId, level } = actor.place;
  if (level === "nation" || todayIn(now) < firstDayOf(period)) throw missing();
  const row = reportRow(placeId);
  if (mayBegin(period, now) && may(actor, "prepare", "Report", row)) await openReport(actor, { period }, now);
  const search = new URL(args.request.url).searchParams;
  return reading(actor, async (db) => {
    const version = versionAsked(search.get("version"));
    const head = await findReportHead(db, placeId, period, version ?? "newest");
    if (!head) throw new Refusal("missing", "refusal.missing");
    const view = await readReport(db, actor, head, now);
    const asked = view.duties.filter((duty) => !duty.isAbsent);
    const open = search.get("open");
    const wanted = search.get("duty") ?? open?.slice(0, open.indexOf("."));
    const duty =
      asked.find(({ code }) => code === wanted) ?? asked.find(({ rows }) => rows.length > 0) ?? asked[0];
    const receipt =
      level === "county" && open && duty?.rows.some((one) => one.code === open)
        ? await readReceipt(
            db,
            actor,
            head,
            open,
            { after: search.get("after"), rest: search.get("rest") },
            now,
          )
        : null;
    const summed = level === "province" ? open : null;
    const isWritable = WRITABLE.includes(head.state);
    return {
      view,
      version,
      versions: await listVersions(db, placeId, period),
      dutyCode: duty?.code ?? "",
      receipt,
      opened: summed
        ? { code: summed, counties: await listSummedCounties(db, actor.place, period, summed) }
        : null,
      placeId,
      place: (await nameOn(db, placeId, lastDayOf(period))) ?? {
        nameFa: actor.place.nameFa,
        nameEn: actor.place.nameEn,
      },
      level,
      periods: lastPeriods(nextPeriod(lastEndedPeriod(now, "quarter")), 6),
      isRunning: !isPeriodEnded(period, now),
      mayWrite: isWritable && may(actor, "prepare", "Report", row),
      maySubmit: isWritable && may(actor, "submit", "Report", row),
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  quarterIn(args.params.period);
  const { request } = args;
  const form = await formOf(request);
  const here = new URL(request.url);
  const back = () => redirect(here.pathname.replace(/\.data$/, "") + here.search);
  switch (String(form.get("intent"))) {
    case "narrative":
      return submit(request, SaveNarrative, (input) => saveNarrative(actor, input).then(back), form);
    case "explain":
      return submit(request, ExplainFigure, (input) => explainFigure(actor, input).then(back), form);
    case "confirm":
      return submit(request, ConfirmFigure, (input) => confirmFigure(actor, input).then(back), form);
    case "reply":
      return submit(request, ReplyToComment, (input) => replyToComment(actor, input).then(back), form);
    case "exception":
      return submit(request, NameMissingChild, (input) => nameMissingChild(actor, input).then(back), form);
    case "submit":
      return submit(request, SubmitReport, (input) => submitReport(actor, input).then(back), form);
    default:
      throw missing();
  }
}

export default function ReportPage() {
  const {
    view,
    version,
    versions,
    dutyCode,
    receipt,
    opened,
    placeId,
    place,
    level,
    periods,
    isRunning,
    mayWrite,
    maySubmit,
    requestId,
  } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const { head } = view;
  const base = `/${placeId}/report/${head.period}`;
  const ofVersion: Record<string, string> = version ? { version: String(version) } : {};
  const at = (search: Record<string, string>) =>
    `${base}?${new URLSearchParams({ ...ofVersion, ...search }).toString()}`;
  const duty = view.duties.find(({ code }) => code === dutyCode);
  const isCounty = level === "county";
  const isSubmitAnswer = answered?.result.initialValue?.form === "submit";
  return (
    <>
      <ReportHeading
        head={head}
        level={isCounty ? "county" : "province"}
        crumbs={[{ label: t("reports.crumb") }]}
        figureCount={view.figureCount}
        place={place}
        actions={
          head.submission > 0 && (
            <ExportButton
              place={placeId}
              list="own-report"
              narrowed={{ period: head.period, version: String(head.version) }}
              words={t("reports.paper.take")}
            />
          )
        }
      />
      <PeriodLinks
        periods={periods}
        chosen={head.period}
        hrefOf={(period) => `/${placeId}/report/${period}`}
      />
      <VersionNotice
        head={head}
        versions={versions}
        place={locale === "fa" ? place.nameFa : place.nameEn}
        readHref={(number) => `${base}?version=${number}`}
        differenceHref={(number) =>
          `/${placeId}/reports/${placeId}/${head.period}/difference?version=${number}`
        }
      />
      <ReportNotices head={head} isRunning={isRunning} />
      {!mayWrite && head.submission > 0 && !maySubmit && head.state !== "returned" && (
        <p className="mb-5 text-second text-ink-3">{t("reports.sent.own")}</p>
      )}
      <RefusedPress answer={isSubmitAnswer || mayWrite ? undefined : answered} />
      {isCounty && duty && (
        <CountyReport
          view={view}
          duty={duty}
          receipt={receipt}
          placeId={placeId}
          mayWrite={mayWrite}
          requestId={requestId}
          saveUrl={`${base}/narrative`}
          answered={answered}
          hrefs={{
            duty: (code) => at({ duty: code }),
            receipt: (code) => at({ duty: dutyCode, open: code }),
            receiptPage: (cursor, part) => at({ duty: dutyCode, open: receipt?.code ?? "", [part]: cursor }),
            close: at({ duty: dutyCode }),
          }}
        />
      )}
      {!isCounty && (
        <ProvinceReport
          view={view}
          mayWrite={mayWrite}
          mayName={maySubmit}
          requestId={requestId}
          saveUrl={`${base}/narrative`}
          answered={answered}
          opened={opened}
          hrefs={{ open: (code) => at({ open: code }), close: at({}) }}
          childHref={(id) => `/${placeId}/reports/${id}/${head.period}`}
        />
      )}
      {(mayWrite || maySubmit) && (
        <SubmitBar
          view={view}
          maySubmit={maySubmit}
          isRunning={isRunning}
          requestId={requestId}
          answered={answered}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<ReportsKey>(matches, "reports.crumb");
