import { ReportState } from "~/areas/reports/components/report-state";
import { WRITABLE } from "~/areas/reports/lifecycle";
import { dayInList, relativeDay, type IsoDate } from "~/lib/jalali";
import { periodLabel } from "~/lib/period";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { DeskReport } from "./load-county.server";
import type { DeskKey } from "./messages";

/** The report of the quarter that ended last: its state, its limit, and the way to it. */
export function ReportCard({ report, home, today }: { report: DeskReport; home: string; today: IsoDate }) {
  const t = useT<DeskKey>();
  const { locale } = useLocale();
  const isOurs = report.state === null || WRITABLE.includes(report.state);
  return (
    <Section
      title={t("desk.report", { period: periodLabel(report.period, locale) })}
      action={<ReportState state={report.state} />}
    >
      {report.returnReason && (
        <div className="mb-3">
          <Notice kind="saffron" title={t("desk.report.returned")}>
            {report.returnReason}
          </Notice>
        </div>
      )}
      {isOurs && report.dueOn && (
        <p className="mb-3 text-second text-ink-2">
          {t("desk.report.due", {
            day: relativeDay(report.dueOn, today, locale),
            date: dayInList(report.dueOn, today, locale),
          })}
        </p>
      )}
      <LinkButton to={`${home}/report/${report.period}`} icon="notebook-text">
        {t(isOurs ? "desk.report.go-on" : "desk.report.see")}
      </LinkButton>
    </Section>
  );
}
