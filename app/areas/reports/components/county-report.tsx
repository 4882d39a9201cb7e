import { useRevalidator } from "@remix-run/react";
import { previousPeriod } from "~/lib/period";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { Section } from "~/ui/section";
import type { ReportsKey } from "../messages";
import type { DutyView, FigureRow, ReportView } from "../queries/report-page.server";
import type { ReceiptView } from "../queries/receipt.server";
import type { Answered } from "./answered";
import { ChecksList } from "./checks-list";
import { CommentThread } from "./comment-thread";
import { DutyIndex } from "./duty-index";
import { FigureException } from "./figure-exception";
import { ChangedSince, changeOf, FigureTable } from "./figure-table";
import { NarrativeForm } from "./narrative-form";
import { NarrativeText } from "./narrative-text";
import { QuestionForm, QuestionRead } from "./questions";
import { ReceiptPanel } from "./receipt-panel";

export type Hrefs = {
  duty: (code: string) => string;
  receipt: (code: string) => string;
  receiptPage: (cursor: string, part: "after" | "rest") => string;
  close: string;
};

type Props = {
  view: ReportView;
  duty: DutyView;
  receipt: ReceiptView | null;
  placeId: number;
  mayWrite: boolean;
  requestId: string;
  saveUrl: string;
  answered: Answered;
  hrefs: Hrefs;
};

/** What stands under a figure: the level above's comments with the change, and the question about a jump. */
function Under({ row, view, mayWrite, requestId, answered }: Props & { row: FigureRow }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const asks = row.asked.doubts.length > 0 && mayWrite;
  const named = view.duties.flatMap((duty) => duty.rows);
  return (
    <div className="flex flex-col gap-4">
      <ChangedSince row={row} />
      <FigureException row={row} />
      {row.comments.length > 0 && (
        <CommentThread
          comments={row.comments}
          change={changeOf(row, locale, t)}
          reply={mayWrite ? { reportId: view.head.id, requestId, answered } : undefined}
        />
      )}
      {asks && (
        <QuestionForm
          asked={row.asked}
          row={row}
          named={named}
          reportId={view.head.id}
          requestId={requestId}
          answered={answered}
        />
      )}
      {!asks && <QuestionRead asked={row.asked} row={row} named={named} />}
    </div>
  );
}

/** A county's report: duties as an index, the chosen duty's figures and narrative, the open receipt beside them. */
export function CountyReport(props: Props) {
  const { view, duty, receipt, placeId, mayWrite, requestId, saveUrl, hrefs } = props;
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const { revalidate } = useRevalidator();
  const text = locale === "fa" ? duty.textFa : duty.textEn;
  const indicator = receipt && duty.rows.find((row) => row.code === receipt.code);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 lg:grid-cols-[13.5rem_minmax(0,1fr)] xl:grid-cols-[13.5rem_minmax(0,1fr)_16.5rem]">
      <DutyIndex duties={view.duties} chosen={duty.code} hrefOf={hrefs.duty} />
      <div className="min-w-0">
        <h2 className="mb-3 flex items-baseline gap-2 text-section">
          <span className="text-second font-normal whitespace-nowrap text-ink-3">
            {t("reports.duty", { number: localDigits(String(duty.position), locale) })}
          </span>
          {text}
        </h2>
        {view.comments.length > 0 && (
          <div className="mb-5">
            <Section title={t("reports.comment.general")} level={3}>
              <CommentThread
                comments={view.comments}
                reply={mayWrite ? { reportId: view.head.id, requestId, answered: props.answered } : undefined}
              />
            </Section>
          </div>
        )}
        {duty.rows.length === 0 ? (
          <p className="rounded-card border border-dashed border-line-2 px-4 py-3 text-second text-ink-3">
            {t("reports.duty.no-indicator")}
          </p>
        ) : (
          <FigureTable
            rows={duty.rows}
            previous={previousPeriod(view.head.period)}
            caption={text}
            receiptHref={hrefs.receipt}
            opened={receipt?.code}
            detail={(row) =>
              row.comments.length > 0 ||
              row.since ||
              row.exception ||
              row.asked.doubts.length > 0 ||
              row.asked.answer?.text ? (
                <Under {...props} row={row} />
              ) : null
            }
          />
        )}
        <div className="mt-6">
          <Section
            title={t("reports.narrative")}
            note={
              duty.evidence === null
                ? undefined
                : duty.evidence === 0
                  ? t("reports.evidence.none")
                  : t("reports.evidence", { count: duty.evidence })
            }
            level={3}
            bare
          >
            {mayWrite ? (
              <NarrativeForm
                key={`${view.head.id}.${duty.code}`}
                reportId={view.head.id}
                dutyCode={duty.code}
                narrative={duty.narrative}
                saveUrl={saveUrl}
                requestId={requestId}
                answered={props.answered}
                labels={{ text: t("reports.narrative.label") }}
                onTold={revalidate}
              />
            ) : (
              <NarrativeText narrative={duty.narrative} />
            )}
            {duty.asked.doubts.length > 0 && (
              <div className="mt-3">
                {mayWrite ? (
                  <QuestionForm
                    key={`${view.head.id}.${duty.code}`}
                    asked={duty.asked}
                    named={[]}
                    reportId={view.head.id}
                    requestId={requestId}
                    answered={props.answered}
                  />
                ) : (
                  <QuestionRead asked={duty.asked} named={[]} />
                )}
              </div>
            )}
          </Section>
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-6 self-start lg:col-start-2 xl:sticky xl:top-4 xl:col-start-auto">
        {receipt && indicator && (
          <ReceiptPanel
            receipt={receipt}
            indicator={indicator}
            reader={{ placeId, isOwn: view.head.divisionId === placeId }}
            closeHref={hrefs.close}
            nextHref={hrefs.receiptPage}
          />
        )}
        <ChecksList view={view} dutyHref={hrefs.duty} />
      </div>
    </div>
  );
}
