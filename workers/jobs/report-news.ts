import { z } from "zod";
import { systemActor } from "~/actor.server";
import { tellOfReport } from "~/areas/notifications/commands/tell-of-report.server";
import { scopeOf } from "~/kernel/actor";
import type { Reaction } from "../reactions";

const Payload = z.object({ divisionId: z.number().int(), reportId: z.string() });

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
