import { formatJalali } from "~/lib/jalali";
import { useLocale, useT } from "~/ui/i18n";
import { Steps, type Step } from "~/ui/steps";
import type { ReportLevel } from "../lifecycle";
import type { ReportsKey } from "../messages";
import type { ReportHead } from "../queries/report-page.server";

/** How far a report has come, with the days of what has happened. */
export function ReportSteps({ head, level }: { head: ReportHead; level: ReportLevel }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const day = (iso: ReportHead["submittedOn"]) => (iso ? formatJalali(iso, locale, "day-month") : "");
  const isSent = head.submission > 0;
  const isReturned = head.state === "returned";
  const steps: Step[] = [
    isSent
      ? {
          key: "sent",
          label: t("reports.step.submitted-on", { day: day(head.submittedOn) }),
          state: head.state === "submitted" || head.state === "under-review" ? "now" : "done",
        }
      : { key: "draft", label: t("reports.step.draft"), state: "now" },
  ];
  if (!isSent) steps.push({ key: "submit", label: t("reports.step.submitted"), state: "ahead" });
  if (isReturned)
    steps.push(
      {
        key: "returned",
        label: t("reports.step.returned-on", { day: day(head.returnedOn) }),
        state: "now",
        needsYou: true,
      },
      { key: "again", label: t("reports.step.resubmit"), state: "ahead" },
    );
  const isApproved = head.state === "approved" || head.state === "accepted";
  if (level === "county")
    steps.push({
      key: "approved",
      label: t("reports.step.approved"),
      state: head.state === "approved" ? "now" : isApproved ? "done" : "ahead",
    });
  steps.push({
    key: "accepted",
    label: t("reports.step.accepted"),
    state: head.state === "accepted" ? "now" : "ahead",
  });
  return <Steps steps={steps} />;
}
