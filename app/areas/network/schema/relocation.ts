import { z } from "zod";
import { choice, line, paragraphs } from "~/kernel/fields";
import { TIERS } from "../choices";
import { LUGGAGE, RELOCATION_REASONS } from "../relocation/lifecycle";

/** To which county somebody goes, and why. */
export const OfferRelocation = z.object({
  county: z
    .string({ error: "form.choose" })
    .regex(/^[1-9]\d{3,4}$/, { error: "form.choose" })
    .transform(Number),
  reason: choice(RELOCATION_REASONS),
});
export type OfferRelocation = z.output<typeof OfferRelocation>;

/** What the person himself agrees to. */
export const ConsentToRelocation = z.object({
  newLocality: line(100).optional(),
  luggage: z.array(choice(LUGGAGE)).max(LUGGAGE.length, { error: "form.invalid" }).default([]),
  sure: z.literal("on", { error: "network.relocation.consent.tick" }),
});
export type ConsentToRelocation = z.output<typeof ConsentToRelocation>;

export const AcceptRelocation = z.object({ tier: choice(TIERS) });
export type AcceptRelocation = z.output<typeof AcceptRelocation>;

export const DeclineRelocation = z.object({ note: paragraphs(300) });
export type DeclineRelocation = z.output<typeof DeclineRelocation>;
