import { useForm } from "@conform-to/react";
import { useRevalidator } from "@remix-run/react";
import { previousPeriod } from "~/lib/period";
import { Button } from "~/ui/button";
import { Columns } from "~/ui/columns";
import { Form } from "~/ui/form/form";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";
import type { ReportsKey } from "../messages";
import type { SummedCounty } from "../queries/children.server";
import type { ReportView } from "../queries/report-page.server";
import type { PlaceStanding } from "../queries/standings.server";
import { answerTo, type Answered } from "./answered";
import { ChecksList } from "./checks-list";
import { CommentThread } from "./comment-thread";
import { CountiesPanel } from "./counties-panel";
import { FigureTable } from "./figure-table";
import { NarrativeForm } from "./narrative-form";
import { NarrativeText } from "./narrative-text";
import { QuestionForm, QuestionRead } from "./questions";
import { PlaceState } from "./report-state";
import { Link } from "~/ui/link";

type Props = {
  view: ReportView;
  mayWrite: boolean;
  mayName: boolean;
  requestId: string;
  saveUrl: string;
  answered: Answered;
  childHref: (divisionId: number) => string;
  /** The figure whose counties are open beside the report. */
  opened: { code: string; counties: SummedCounty[] } | null;
  hrefs: { open: (code: string) => string; close: string };
};

const exceptionId = (child: PlaceStanding) => `exception-${child.divisionId}`;

function ExceptionForm({
  child,
  name,
  reportId,
  requestId,
  answered,
}: {
  child: PlaceStanding;
  name: string;
  reportId: string;
  requestId: string;
  answered: Answered;
}) {
  const t = useT<ReportsKey>();
  const id = exceptionId(child);
  const mine = answerTo(answered, id);
  const [form, fields] = useForm<{ reason: string }>({ id, lastResult: mine?.result });
  return (
    <Form
      form={form}
      requestId={requestId}
      revision={0}
      refusal={mine?.refusal}
      labels={{ reason: t("reports.province.exception", { name }) }}
    >
      <input type="hidden" name="intent" value="exception" />
      <input type="hidden" name="form" value={id} />
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="childDivisionId" value={child.divisionId} />
      <TextField field={fields.reason} maxLength={600} />
      <div>
        <Button size="small">{t("reports.province.exception.save")}</Button>
      </div>
    </Form>
  );
}

/** A province's own report: its counties accounted for, the sum of the approved ones, and one summary. */
export function ProvinceReport({
  view,
  mayWrite,
  mayName,
  requestId,
  saveUrl,
  answered,
  childHref,
  opened,
  hrefs,
}: Props) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const { revalidate } = useRevalidator();
  const [summary] = view.duties;
  const openedRow = summary?.rows.find((row) => row.code === opened?.code);
  const nameOf = (child: PlaceStanding) => (locale === "fa" ? child.nameFa : child.nameEn);
  const isOpen = ({ standing, later, divisionId }: PlaceStanding) =>
    (standing === "missing" || standing === "provisional" || later !== null) && !view.exceptions[divisionId];
  return (
    <Columns
      side={
        <div className="flex flex-col gap-6">
          {opened && openedRow && (
            <CountiesPanel
              row={openedRow}
              counties={opened.counties}
              hrefOf={(id) => `${childHref(id)}?open=${opened.code}`}
              closeHref={hrefs.close}
            />
          )}
          <ChecksList view={view} />
        </div>
      }
    >
      {view.comments.length > 0 && (
        <Section title={t("reports.comment.general")}>
          <CommentThread
            comments={view.comments}
            reply={mayWrite ? { reportId: view.head.id, requestId, answered } : undefined}
          />
        </Section>
      )}
      {view.children.length > 0 && (
        <Section title={t("reports.province.children")}>
          <Table
            caption={t("reports.province.children")}
            rows={view.children}
            rowKey={(child) => String(child.divisionId)}
            tone={(child) => (isOpen(child) ? "saffron" : undefined)}
            columns={[
              {
                key: "name",
                header: t("reports.list.place"),
                cell: (child) =>
                  child.submission > 0 ? (
                    <Link to={childHref(child.divisionId)} className="text-teal hover:text-teal-deep">
                      {nameOf(child)}
                    </Link>
                  ) : (
                    nameOf(child)
                  ),
              },
              {
                key: "state",
                header: t("reports.list.state"),
                phone: "mark",
                cell: (child) => <PlaceState place={child} />,
              },
            ]}
            detail={(child) => {
              const reason = view.exceptions[child.divisionId];
              const isAnswered = answerTo(answered, exceptionId(child)) !== undefined;
              if (reason && (child.standing !== "approved" || child.later !== null) && !isAnswered)
                return <span>{t("reports.province.exception.named", { reason })}</span>;
              if (!mayName || (!isOpen(child) && !isAnswered)) return null;
              return (
                <details open={isAnswered} className="print:hidden">
                  <summary className="min-h-6 text-second text-teal underline decoration-dashed underline-offset-4">
                    {t("reports.province.exception.save")}
                  </summary>
                  <div className="mt-2">
                    <ExceptionForm
                      child={child}
                      name={nameOf(child)}
                      reportId={view.head.id}
                      requestId={requestId}
                      answered={answered}
                    />
                  </div>
                </details>
              );
            }}
          />
        </Section>
      )}
      {summary && (
        <>
          <Section title={t("reports.narrative.summary")}>
            {mayWrite ? (
              <NarrativeForm
                key={view.head.id}
                reportId={view.head.id}
                dutyCode={summary.code}
                narrative={summary.narrative}
                saveUrl={saveUrl}
                requestId={requestId}
                answered={answered}
                labels={{ text: t("reports.narrative.label"), help: t("reports.narrative.summary.help") }}
                onTold={revalidate}
              />
            ) : (
              <NarrativeText narrative={summary.narrative} />
            )}
          </Section>
          <Section title={t("reports.province.figures")} note={t("reports.province.members")}>
            <FigureTable
              rows={summary.rows}
              previous={previousPeriod(view.head.period)}
              caption={t("reports.province.figures")}
              receiptHref={hrefs.open}
              ofCounties
              opened={opened?.code}
              detail={(row) =>
                row.comments.length > 0 || row.asked.doubts.length > 0 ? (
                  <div className="flex flex-col gap-3">
                    {row.comments.length > 0 && (
                      <CommentThread
                        comments={row.comments}
                        reply={mayWrite ? { reportId: view.head.id, requestId, answered } : undefined}
                      />
                    )}
                    {mayWrite && row.asked.doubts.length > 0 ? (
                      <QuestionForm
                        asked={row.asked}
                        row={row}
                        named={summary.rows}
                        reportId={view.head.id}
                        requestId={requestId}
                        answered={answered}
                      />
                    ) : (
                      <QuestionRead asked={row.asked} row={row} named={summary.rows} />
                    )}
                  </div>
                ) : null
              }
            />
          </Section>
        </>
      )}
    </Columns>
  );
}
