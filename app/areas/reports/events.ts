import { event } from "~/kernel/event";

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
