import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { findPlace, nameOn } from "~/areas/divisions/queries.server";
import { reportRow } from "~/areas/reports/report-row";
import { acceptReport } from "~/areas/reports/commands/accept-report.server";
import { approveReport } from "~/areas/reports/commands/approve-report.server";
import { commentOnReport } from "~/areas/reports/commands/comment-on-report.server";
import { reopenReport } from "~/areas/reports/commands/reopen-report.server";
import { dropFigureException, exceptFigure } from "~/areas/reports/commands/except-figure.server";
import { returnReport } from "~/areas/reports/commands/return-report.server";
import { seeSampledRecord } from "~/areas/reports/commands/see-sampled-record.server";
import { takeUpReport } from "~/areas/reports/commands/take-up-report.server";
import { CountiesPanel } from "~/areas/reports/components/counties-panel";
import { ReceiptPanel } from "~/areas/reports/components/receipt-panel";
import { ReportHeading } from "~/areas/reports/components/report-heading";
import { Review } from "~/areas/reports/components/review";
import { ReviewForms } from "~/areas/reports/components/review-forms";
import { SampleList } from "~/areas/reports/components/sample-list";
import { ReopenForm, VersionNotice } from "~/areas/reports/components/versions";
import { statesBefore, WITH_REVIEWER } from "~/areas/reports/lifecycle";
import type { ReportsKey } from "~/areas/reports/messages";
import { quarterIn, versionAsked } from "~/areas/reports/period-param.server";
import { listSummedCounties } from "~/areas/reports/queries/children.server";
import { readReceipt } from "~/areas/reports/queries/receipt.server";
import { findReportHead, readReport, type ReportHead } from "~/areas/reports/queries/report-page.server";
import { readSample } from "~/areas/reports/queries/sample.server";
import { listVersions } from "~/areas/reports/queries/versions.server";
import { listStandings } from "~/areas/reports/queries/standings.server";
import { levelOf } from "~/areas/reports/report-record.server";
import {
  CommentOnReport,
  DecideReport,
  DropFigureException,
  ExceptFigure,
  ReturnReport,
  SeeSampledRecord,
  TakeUpReport,
} from "~/areas/reports/schema";
import { isOwnHand } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { formOf, reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { formatJalali } from "~/lib/jalali";
import { lastDayOf } from "~/lib/period";
import { pageTitle } from "~/page-title";
import { Columns } from "~/ui/columns";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";

const REVIEWERS = ["representative", "provincial-expert", "national-officer", "national-expert"] as const;
/** Whose hands signed it decides what the reader may do, and is nobody's to read. */
const withoutKeys = (head: ReportHead): ReportHead => ({
  ...head,
  attestedByKey: null,
  attestedForKey: null,
});

const missing = () => refusalResponse(new Refusal("missing", "refusal.missing"));

/** The place in the address, below the reader's own. */
function divisionIn(text: string | undefined, { lo, hi }: { lo: number; hi: number }): number {
  const id = /^\d{1,5}$/.test(text ?? "") ? Number(text) : -1;
  if (id <= lo || id > hi) throw missing();
  return id;
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, ...REVIEWERS);
  const period = quarterIn(args.params.period);
  const divisionId = divisionIn(args.params.division, actor.place);
  const search = new URL(args.request.url).searchParams;
  return reading(actor, async (db) => {
    const version = versionAsked(search.get("version"));
    const head = await findReportHead(db, divisionId, period, version ?? "sent");
    const place = await findPlace(db, divisionId);
    if (!head || !place || head.submission === 0) throw new Refusal("missing", "refusal.missing");
    const view = await readReport(db, actor, head, clock());
    const open = search.get("open");
    const row = reportRow(divisionId);
    const level = levelOf(divisionId);
    const decide = level === "county" ? "approve" : "accept";
    const isOwn = isOwnHand(actor, head.attestedByKey, head.attestedForKey);
    const versions = await listVersions(db, divisionId, period);
    const isNewest = versions[0]?.version === head.version;
    const allows = (
      act: "take-up" | "return" | "approve" | "accept" | "reopen",
      verb: "review" | "return" | "reopen" | typeof decide,
    ) => isNewest && may(actor, verb, "Report", row) && statesBefore(level, act).includes(head.state);
    const mayDecide = allows(decide, decide);
    const sample = mayDecide && level === "county" ? await readSample(db, actor, head) : [];
    const children =
      level === "province" && Object.keys(view.exceptions).length > 0
        ? await listStandings(db, { lo: divisionId, hi: divisionId + 999, level: "county" }, period)
        : [];
    return {
      view: { ...view, head: withoutKeys(head) },
      version,
      versions,
      level,
      place: (await nameOn(db, divisionId, lastDayOf(period))) ?? {
        nameFa: place.nameFa,
        nameEn: place.nameEn,
      },
      placeId: actor.place.id,
      names: Object.fromEntries(children.map((one) => [one.divisionId, { fa: one.nameFa, en: one.nameEn }])),
      receipt:
        open && level === "county"
          ? await readReceipt(db, actor, head, open, { after: search.get("after"), rest: null }, clock())
          : null,
      counties:
        open && level === "province"
          ? await listSummedCounties(db, { lo: divisionId, hi: divisionId + 999 }, period, open)
          : null,
      opened: open,
      commenting: search.get("comment"),
      mayComment: may(actor, "review", "Report", row) && statesBefore(level, "return").includes(head.state),
      mayExcept:
        isNewest && !isOwn && may(actor, decide, "Report", row) && WITH_REVIEWER.includes(head.state),
      allowed: {
        takeUp: allows("take-up", "review"),
        decide: mayDecide,
        unseen: sample.filter(({ isSeen }) => !isSeen).length,
        sendBack: allows("return", "return"),
        reopen: allows("reopen", "reopen"),
        isOwn: isOwn && may(actor, decide, "Report", row),
      },
      requestId: uuidv7(),
      sample,
      sampleRequests: sample.map(() => uuidv7()),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireRole(args, ...REVIEWERS);
  const divisionId = divisionIn(args.params.division, actor.place);
  const { request } = args;
  const form = await formOf(request);
  if (form.get("divisionId") !== String(divisionId)) throw missing();
  const here = new URL(request.url).pathname.replace(/\.data$/, "");
  const back = () => redirect(here);
  switch (String(form.get("intent"))) {
    case "comment":
      return submit(request, CommentOnReport, (input) => commentOnReport(actor, input).then(back), form);
    case "see":
      return submit(
        request,
        SeeSampledRecord,
        (input) => seeSampledRecord(actor, input).then(({ href }) => redirect(href ?? here)),
        form,
      );
    case "except":
      return submit(request, ExceptFigure, (input) => exceptFigure(actor, input).then(back), form);
    case "drop-exception":
      return submit(
        request,
        DropFigureException,
        (input) => dropFigureException(actor, input).then(back),
        form,
      );
    case "take-up":
      return submit(request, TakeUpReport, (input) => takeUpReport(actor, input).then(back), form);
    case "return":
      return submit(request, ReturnReport, (input) => returnReport(actor, input).then(back), form);
    case "approve":
      return submit(request, DecideReport, (input) => approveReport(actor, input).then(back), form);
    case "reopen":
      return submit(request, ReturnReport, (input) => reopenReport(actor, input).then(back), form);
    case "accept":
      return submit(request, DecideReport, (input) => acceptReport(actor, input).then(back), form);
    default:
      throw missing();
  }
}

export default function ReviewPage() {
  const data = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const { view, level, receipt, placeId } = data;
  const { head } = view;
  const name = locale === "fa" ? data.place.nameFa : data.place.nameEn;
  const base = `/${placeId}/reports/${head.divisionId}/${head.period}`;
  const at = (search: Record<string, string>) =>
    `${base}?${new URLSearchParams({ ...(data.version && { version: String(data.version) }), ...search }).toString()}`;
  const rows = view.duties.flatMap((duty) => duty.rows);
  const summed = rows.find((row) => row.code === data.opened);
  const indicator = receipt && rows.find((row) => row.code === receipt.code);
  return (
    <>
      <ReportHeading
        head={head}
        level={level}
        back={{ to: `/${placeId}/reports?period=${head.period}`, label: `${t("reports.crumb")} · ${name}` }}
        figureCount={view.figureCount}
        place={data.place}
        actions={
          <ExportButton
            place={placeId}
            list="sent-report"
            narrowed={{
              division: String(head.divisionId),
              period: head.period,
              version: String(head.version),
            }}
            words={t("reports.paper.take")}
          />
        }
      />
      <VersionNotice
        head={head}
        versions={data.versions}
        place={name}
        readHref={(number) => `${base}?version=${number}`}
        differenceHref={(number) => `${base}/difference?version=${number}`}
      />
      <p className="mb-5 flex flex-wrap gap-x-4 text-second text-ink-3">
        <span>
          {t("reports.review.attested", {
            name: head.attestedByName ?? "",
            day: head.submittedOn ? formatJalali(head.submittedOn, locale) : "",
          })}
        </span>
        <span>{t("reports.review.seen", { count: head.submission })}</span>
      </p>
      {head.state === "returned" && (
        <div className="mb-5">
          <Notice kind="saffron" title={t("reports.review.returned", { place: name })}>
            {head.returnReason}
          </Notice>
        </div>
      )}
      <Columns
        side={
          <div className="flex flex-col gap-6 lg:sticky lg:top-4 lg:max-h-[90vh] lg:overflow-y-auto">
            {receipt && indicator && (
              <ReceiptPanel
                receipt={receipt}
                indicator={indicator}
                reader={{ placeId, isOwn: false }}
                closeHref={at({})}
                nextHref={(cursor, part) => at({ open: receipt.code, [part]: cursor })}
              />
            )}
            {summed && data.counties && (
              <CountiesPanel
                row={summed}
                counties={data.counties}
                hrefOf={(id) => `/${placeId}/reports/${id}/${head.period}?open=${summed.code}`}
                closeHref={at({})}
              />
            )}
            {data.sample.length > 0 && !data.allowed.isOwn && (
              <SampleList sample={data.sample} head={head} requestIds={data.sampleRequests} />
            )}
            <ReviewForms
              head={head}
              level={level}
              allowed={data.allowed}
              requestId={data.requestId}
              answered={answered}
            />
            {data.allowed.reopen && <ReopenForm head={head} requestId={data.requestId} answered={answered} />}
          </div>
        }
      >
        <Review
          view={view}
          level={level}
          mayComment={data.mayComment}
          mayExcept={data.mayExcept}
          opened={data.opened ?? undefined}
          receiptHref={(code) => at({ open: code })}
          commenting={data.commenting ?? undefined}
          commentHref={(code) => at(code ? { comment: code } : {})}
          requestId={data.requestId}
          answered={answered}
          nameOfChild={(id) => ({
            name: data.names[id]?.[locale] ?? String(id),
            href: `/${placeId}/reports/${id}/${head.period}`,
          })}
        />
      </Columns>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<ReportsKey>(matches, "reports.crumb", undefined, data?.place.nameFa);
