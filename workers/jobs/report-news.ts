import { z } from "zod";
import { systemActor } from "~/actor.server";
import { tellOfReportReminder } from "~/areas/notifications/commands/tell-of-report-reminder.server";
import { tellOfReport } from "~/areas/notifications/commands/tell-of-report.server";
import { remindOfReport } from "~/areas/reports/commands/remind-of-report.server";
import { scopeOf } from "~/kernel/actor";
import { parsePeriod, type Period } from "~/lib/period";
import type { Reaction } from "../reactions";

const Payload = z.object({ divisionId: z.number().int(), reportId: z.string() });
const Owed = z.object({
  divisionId: z.number().int(),
  period: z.string().transform((text): Period => {
    const period = parsePeriod(text);
    if (!period) throw new Error(`no period: ${text}`);
    return period;
  }),
});
const Reminded = Owed.extend({
  kind: z.enum(["rehearsal", "due-soon", "overdue", "silent"]),
  day: z.string(),
});

/** A place is reminded of a report that it has not sent. */
export const remindPlaceOfReport: Reaction = {
  name: "remind-of-report",
  lane: "patient",
  run: async (job) => {
    const { divisionId, period } = Owed.parse(job.data.payload);
    await remindOfReport(await systemActor(divisionId), { period });
  },
};

/** The place hears of its own report, and the level above of one that stays out. */
export const tellReminded: Reaction = {
  name: "tell-report-reminded",
  run: async (job) => {
    const reminded = Reminded.parse(job.data.payload);
    const hearer =
      reminded.kind === "silent" ? scopeOf(reminded.divisionId).ancestors[1] : reminded.divisionId;
    if (hearer === undefined) return;
    await tellOfReportReminder(await systemActor(hearer), job.data.eventId, reminded);
  },
};

/** The level above hears that a report was sent. */
export const tellReviewers: Reaction = {
  name: "tell-reviewers",
  run: async (job) => {
    const which = Payload.parse(job.data.payload);
    const above = scopeOf(which.divisionId).ancestors[1];
    if (above === undefined) return;
    await tellOfReport(await systemActor(above), job.data.eventId, "report-submitted", which);
  },
};

const tellAuthors = (
  name: string,
  news:
    | "report-commented"
    | "report-returned"
    | "report-approved"
    | "report-accepted"
    | "report-reopened"
    | "report-unapproved",
): Reaction => ({
  name,
  run: async (job) => {
    const which = Payload.parse(job.data.payload);
    await tellOfReport(await systemActor(which.divisionId), job.data.eventId, news, which);
  },
});

/** The place of a report hears what became of it. */
export const tellCommented = tellAuthors("tell-report-commented", "report-commented");
export const tellReturned = tellAuthors("tell-report-returned", "report-returned");
export const tellApproved = tellAuthors("tell-report-approved", "report-approved");
export const tellAccepted = tellAuthors("tell-report-accepted", "report-accepted");
export const tellReopened = tellAuthors("tell-report-reopened", "report-reopened");
export const tellUnapproved = tellAuthors("tell-report-unapproved", "report-unapproved");
