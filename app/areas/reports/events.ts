import { event } from "~/kernel/event";

export const ReportSubmitted = event<{ divisionId: number; reportId: string }>("ReportSubmitted");
export const ReportReturned = event<{ divisionId: number; reportId: string }>("ReportReturned");
export const ReportApproved = event<{ divisionId: number; reportId: string }>("ReportApproved");
export const ReportAccepted = event<{ divisionId: number; reportId: string }>("ReportAccepted");
/** A province's report that had been sent, because a child of it was returned. */
export const ReportReopened = event<{ divisionId: number; reportId: string }>("ReportReopened");
