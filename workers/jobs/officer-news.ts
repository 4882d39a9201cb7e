import { z } from "zod";
import { systemActor } from "~/actor.server";
import {
  placesOfCorrection,
  tellOfCorrectedWords,
} from "~/areas/notifications/commands/tell-of-corrected-words.server";
import { tellOfOfficer } from "~/areas/notifications/commands/tell-of-officer.server";
import { within } from "~/kernel/db.server";
import type { Reaction } from "../reactions";

const Appointed = z.object({ divisionId: z.number().int(), appointmentId: z.string() });
const Corrected = z.object({ batchId: z.string() });

const tell = (name: string, news: Parameters<typeof tellOfOfficer>[2]): Reaction => ({
  name,
  run: async (job) => {
    const { divisionId, appointmentId } = Appointed.parse(job.data.payload);
    await tellOfOfficer(await systemActor(divisionId), job.data.eventId, news, appointmentId);
  },
});

/** A place hears of everybody who comes to act for one of its offices, and of every link that opens such an account. */
export const tellOfficerAppointed = tell("tell-officer-appointed", "officer-appointed");
export const tellOfficerEnded = tell("tell-officer-ended", "officer-ended");
export const tellOfficerLink = tell("tell-officer-link", "officer-link");

/** Enters each place whose offices owe what was put in other words, as that place. */
export const tellPlacesOfCorrection: Reaction = {
  name: "tell-places-of-correction",
  run: async (job) => {
    const correction = { from: job.data.divisionId, ...Corrected.parse(job.data.payload) };
    const issuer = await systemActor(correction.from);
    const places = await within(issuer, (db) => placesOfCorrection(db, correction), { readOnly: true });
    for (const id of places) await tellOfCorrectedWords(await systemActor(id), job.data.eventId, correction);
  },
};
