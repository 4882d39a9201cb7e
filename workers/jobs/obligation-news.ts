import { z } from "zod";
import { systemActor } from "~/actor.server";
import { tellOfObligation } from "~/areas/notifications/commands/tell-of-obligation.server";
import { placesOfText, tellOfText, type Text } from "~/areas/notifications/commands/tell-of-chasing.server";
import {
  tellOfficersOfObligation,
  tellOfficersOfText,
} from "~/areas/notifications/commands/tell-officers-of-ledger.server";
import { endChildren } from "~/areas/obligations/commands/end-children.server";
import { findSourceOf } from "~/areas/obligations/queries.server";
import { within } from "~/kernel/db.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ divisionId: z.number().int(), obligationId: z.string() });

const Ended = Payload.extend({ withChildren: z.boolean().optional() });

/** What the debtor's place passed on of an obligation that ended ends as well, unless it was left to go on. */
export const endWhatWasPassedOn: Reaction = {
  name: "end-children",
  run: async (job) => {
    const { divisionId, obligationId, withChildren } = Ended.parse(job.data.payload);
    if (withChildren) await endChildren(await systemActor(divisionId), job.data.eventId, obligationId);
  },
};

const PassedOn = Payload.extend({ childIds: z.array(z.string()) });

/** Enters each place to whose offices an obligation was passed on: its offices hear so, and its staff where it came from elsewhere. */
export const tellOfPassedOn: Reaction = {
  name: "tell-of-passed-on",
  run: async (job) => {
    const { divisionId: from, obligationId, childIds } = PassedOn.parse(job.data.payload);
    const text: Text = { from, issuanceId: obligationId, obligationIds: childIds };
    const places = await within(await systemActor(from), (db) => placesOfText(db, text), { readOnly: true });
    for (const { divisionId, count } of places) {
      const debtor = await systemActor(divisionId);
      if (divisionId !== from) await tellOfText(debtor, job.data.eventId, text, count);
      await tellOfficersOfText(debtor, job.data.eventId, text);
    }
  },
};

const tellSource = (name: string, news: "obligation-reported" | "obligation-day-asked"): Reaction => ({
  name,
  run: async (job) => {
    const which = Payload.parse(job.data.payload);
    const debtor = await systemActor(which.divisionId);
    const source = await within(debtor, (db) => findSourceOf(db, which.divisionId, which.obligationId), {
      readOnly: true,
    });
    if (source === undefined) return;
    const issuer = await systemActor(source);
    await tellOfObligation(issuer, job.data.eventId, news, which);
    await tellOfficersOfObligation(issuer, job.data.eventId, news, which, "issuer");
  },
});

/** The issuer of an obligation hears that it is reported done, and that a later day is asked for. */
export const tellIssuer = tellSource("tell-issuer", "obligation-reported");
export const tellIssuerDayAsked = tellSource("tell-issuer-day-asked", "obligation-day-asked");

type DebtorNews = "obligation-verified" | "obligation-rejected" | "obligation-re-dated" | "obligation-ended";

const tellDebtor = (name: string, news: DebtorNews): Reaction => ({
  name,
  run: async (job) => {
    const which = Payload.parse(job.data.payload);
    const debtor = await systemActor(which.divisionId);
    await tellOfObligation(debtor, job.data.eventId, news, which);
    await tellOfficersOfObligation(debtor, job.data.eventId, news, which);
  },
});

/** The place that owes, and the office itself, hear what the issuer made of its report, of its due day and of the obligation itself. */
export const tellDebtorVerified = tellDebtor("tell-debtor-verified", "obligation-verified");
export const tellDebtorRejected = tellDebtor("tell-debtor-rejected", "obligation-rejected");
export const tellDebtorReDated = tellDebtor("tell-debtor-re-dated", "obligation-re-dated");
export const tellDebtorEnded = tellDebtor("tell-debtor-ended", "obligation-ended");
