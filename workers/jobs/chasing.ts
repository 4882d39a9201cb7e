import { z } from "zod";
import { systemActor } from "~/actor.server";
import {
  placesOfText,
  tellOfReminders,
  tellOfSilence,
  tellOfText,
  type Text,
} from "~/areas/notifications/commands/tell-of-chasing.server";
import {
  tellOfficersOfText,
  tellOfficersReminded,
} from "~/areas/notifications/commands/tell-officers-of-ledger.server";
import { remindOffices } from "~/areas/obligations/commands/remind-offices.server";
import { scopeOf } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import type { Reaction } from "../reactions";

const Place = z.object({ divisionId: z.number().int() });
const Batch = Place.extend({ batchId: z.string() });
const Issued = z.object({
  issuanceId: z.string(),
  obligationIds: z.array(z.string()).optional(),
  batchId: z.string().optional(),
});

/** Enters each place whose offices owe a text or were asked about it, as that place, and tells its staff. */
export const tellPlacesOfText: Reaction = {
  name: "tell-places-of-text",
  run: async (job) => {
    const from = job.data.divisionId;
    const { issuanceId, obligationIds, batchId } = Issued.parse(job.data.payload);
    const text: Text = {
      from,
      issuanceId,
      ...(obligationIds ? { obligationIds } : {}),
      ...(batchId ? { batchId } : {}),
    };
    const places = await within(await systemActor(from), (db) => placesOfText(db, text), { readOnly: true });
    for (const { divisionId, count } of places) {
      const debtor = await systemActor(divisionId);
      await tellOfText(debtor, job.data.eventId, text, count);
      await tellOfficersOfText(debtor, job.data.eventId, text);
    }
  },
};

/** The offices of one place are reminded of what is near, overdue or unanswered. */
export const remindOfficesOfPlace: Reaction = {
  name: "remind-offices",
  run: async (job) => {
    const { divisionId } = Place.parse(job.data.payload);
    await remindOffices(await systemActor(divisionId), job.data.eventId);
  },
};

/** The place's own staff hear how many of its offices were reminded. */
export const tellOfRemindedOffices: Reaction = {
  name: "tell-of-reminded-offices",
  run: async (job) => {
    const { divisionId, batchId } = Batch.parse(job.data.payload);
    const place = await systemActor(divisionId);
    await tellOfReminders(place, job.data.eventId, batchId);
    await tellOfficersReminded(place, job.data.eventId, batchId);
  },
};

/** The level above hears of offices that stay silent; above the nation there is none. */
export const tellAboveOfSilence: Reaction = {
  name: "tell-above-of-silence",
  run: async (job) => {
    const about = Batch.parse(job.data.payload);
    const above = scopeOf(about.divisionId).ancestors[1];
    if (above === undefined) return;
    await tellOfSilence(await systemActor(above), job.data.eventId, about);
  },
};
