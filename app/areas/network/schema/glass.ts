import { z } from "zod";
import { choice, paragraphs } from "~/kernel/fields";
import { GLASS_MINUTES } from "../choices";

/** Letters that a reason has at least: a full stop is none. */
const SHORTEST_REASON = 10;

/** A county of one's province, why its people are looked at, and for how long. */
export const OpenGlass = z.object({
  county: z
    .string({ error: "form.choose" })
    .regex(/^[1-9]\d{3,4}$/, { error: "form.choose" })
    .transform(Number),
  reason: paragraphs(500).refine((text) => text === "" || text.length >= SHORTEST_REASON, {
    error: "network.glass.reason-short",
  }),
  minutes: choice(GLASS_MINUTES).transform(Number),
});
export type OpenGlass = z.output<typeof OpenGlass>;

/** Which look is ended stands in the address. */
export const EndGlass = z.object({});
