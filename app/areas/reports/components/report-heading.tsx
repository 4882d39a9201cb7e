import type { ReactNode } from "react";
import { firstDayOf, lastDayOf, periodLabel } from "~/lib/period";
import { Chip } from "~/ui/chip";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import { OfficeHead } from "~/ui/office-head";
import { PageHeader, type Crumb } from "~/ui/page-header";
import { formatJalali } from "~/lib/jalali";
import type { ReportLevel } from "../lifecycle";
import type { ReportsKey } from "../messages";
import type { ReportHead } from "../queries/report-page.server";
import { ReportState } from "./report-state";
import { ReportSteps } from "./report-steps";

/** Title, state, span and way of a report. */
export function ReportHeading({
  head,
  level,
  crumbs,
  back,
  figureCount,
  place,
  actions,
}: {
  head: ReportHead;
  level: ReportLevel;
  crumbs?: Crumb[];
  back?: { to: string; label: string };
  figureCount: number;
  place: { nameFa: string; nameEn: string };
  actions?: ReactNode;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? place.nameFa : place.nameEn;
  return (
    <>
      <OfficeHead
        office={t(`reports.office.${level}`, { name })}
        date={head.submittedOn && <DateText iso={head.submittedOn} style="short" />}
      />
      <PageHeader
        title={t(`reports.title.${level}`, { period: periodLabel(head.period, locale) })}
        crumbs={crumbs}
        back={back}
        actions={actions}
        state={
          <>
            <ReportState state={head.state} />
            {head.isLate && (
              <Chip tone="brick" icon="hourglass">
                {t("reports.late")}
              </Chip>
            )}
          </>
        }
        meta={
          <>
            <span>
              {formatJalali(firstDayOf(head.period), locale, "day-month")} –{" "}
              <DateText iso={lastDayOf(head.period)} />
            </span>
            {head.version > 1 && (
              <span>
                {t("reports.version.number", { number: localDigits(String(head.version), locale) })}
              </span>
            )}
            {head.submission > 0 && <span>{t("reports.version", { count: head.submission })}</span>}
            {figureCount > 0 && level === "county" && (
              <span>{t("reports.prefilled", { count: figureCount })}</span>
            )}
          </>
        }
        aside={<ReportSteps head={head} level={level} />}
      />
    </>
  );
}

/** What must be known before anything else: why it came back, or that its quarter still runs. */
export function ReportNotices({ head, isRunning }: { head: ReportHead; isRunning: boolean }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  return (
    <div className="flex flex-col gap-3 not-empty:mb-5">
      {head.state === "returned" && (
        <Notice kind="saffron" title={t("reports.returned.title")}>
          <p className="whitespace-pre-wrap">{head.returnReason ?? t("reports.returned.parent")}</p>
        </Notice>
      )}
      {isRunning && (
        <Notice title={t("reports.running.title")}>
          {t("reports.running.text", { day: formatJalali(lastDayOf(head.period), locale) })}
        </Notice>
      )}
    </div>
  );
}
