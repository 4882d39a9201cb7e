import { z } from "zod";
import { choice, line, mobileNumber, paragraphs } from "~/kernel/fields";
import { entryCode } from "../../catalogues/schema";
import { DECLINE_REASONS, JOIN_LINK_DAYS, TIERS } from "../choices";
import { WAYS } from "../people/ways";
import { MOST_CAPACITIES } from "./people";

export const OpenJoinLink = z.object({ name: line(80).optional(), days: choice(JOIN_LINK_DAYS) });
export type OpenJoinLink = z.output<typeof OpenJoinLink>;

/** What somebody without an account writes of himself. */
export const RequestToJoin = z.object({
  fullName: line(120),
  mobile: mobileNumber,
  locality: line(100).optional(),
  capacities: z.array(entryCode).max(MOST_CAPACITIES, { error: "form.invalid" }).default([]),
  preferredWay: choice(WAYS).optional(),
  consent: z.literal("on", { error: "network.join.consent-needed" }),
  /** A field that people do not see: only a program fills it. */
  website: z.string().max(1_000_000).optional(),
});
export type RequestToJoin = z.output<typeof RequestToJoin>;

export const AcceptJoinRequest = z.object({ tier: choice(TIERS) });
export type AcceptJoinRequest = z.output<typeof AcceptJoinRequest>;

export const DeclineJoinRequest = z.object({
  reason: choice(DECLINE_REASONS),
  note: paragraphs(300).optional(),
});
export type DeclineJoinRequest = z.output<typeof DeclineJoinRequest>;
