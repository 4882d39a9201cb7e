import { event } from "~/kernel/event";
import type { Period } from "~/lib/period";
import type { Reminder } from "./reminding";

export const ReportSubmitted = event<{ divisionId: number; reportId: string }>("ReportSubmitted");
/** The level above commented on a report that was sent. */
export const ReportCommented = event<{ divisionId: number; reportId: string }>("ReportCommented");
export const ReportReturned = event<{ divisionId: number; reportId: string }>("ReportReturned");
export const ReportApproved = event<{ divisionId: number; reportId: string }>("ReportApproved");
export const ReportAccepted = event<{ divisionId: number; reportId: string }>("ReportAccepted");
/** A province's report lies with it again, because a child of it was returned or opened anew. */
export const ReportUnapproved = event<{ divisionId: number; reportId: string }>("ReportUnapproved");
/** The nation opened a locked report anew; `reportId` is its later version. */
export const ReportReopened = event<{ divisionId: number; reportId: string }>("ReportReopened");
/** A place may have to be reminded of its report today. */
export const ReportReminderDue = event<{ divisionId: number; period: Period }>("ReportReminderDue");
/** There is something to tell a place, or the level above it, of a report that was not sent. */
export const ReportReminded = event<{ divisionId: number; period: Period; kind: Reminder; day: string }>(
  "ReportReminded",
);
