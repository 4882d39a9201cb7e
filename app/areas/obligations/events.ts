import { event } from "~/kernel/event";

type OneObligation = { divisionId: number; obligationId: string };

/** An obligation was passed on to offices of its place as children. */
export const ObligationPassedOn = event<OneObligation & { childIds: string[] }>("ObligationPassedOn");
export const ObligationAcknowledged = event<OneObligation>("ObligationAcknowledged");
export const ObligationBlocked = event<OneObligation>("ObligationBlocked");
/** The debtor says it is done; the issuer is to verify. */
export const ObligationReported = event<OneObligation>("ObligationReported");
export const ObligationRejected = event<OneObligation>("ObligationRejected");
export const ObligationVerified = event<OneObligation>("ObligationVerified");
export const ObligationReDated = event<OneObligation>("ObligationReDated");
/** Withdrawn or found not applicable by the issuer. */
export const ObligationEnded = event<OneObligation>("ObligationEnded");
