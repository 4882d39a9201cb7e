import { event } from "~/kernel/event";

type OneObligation = { divisionId: number; obligationId: string };

/** An obligation was passed on to other offices as children: `divisionId` is where they came from. */
export const ObligationPassedOn = event<OneObligation & { childIds: string[] }>("ObligationPassedOn");
export const ObligationAcknowledged = event<OneObligation>("ObligationAcknowledged");
export const ObligationBlocked = event<OneObligation>("ObligationBlocked");
/** The debtor says it is done; the issuer is to verify. */
export const ObligationReported = event<OneObligation>("ObligationReported");
export const ObligationRejected = event<OneObligation>("ObligationRejected");
export const ObligationVerified = event<OneObligation>("ObligationVerified");
export const ObligationReDated = event<OneObligation>("ObligationReDated");
/** The debtor asks for a later day. */
export const DayAsked = event<OneObligation>("DayAsked");
/** Withdrawn or found not applicable by the issuer; `withChildren` where those to whom it was passed on owe nothing more either. */
export const ObligationEnded = event<OneObligation & { withChildren: boolean }>("ObligationEnded");
/** A text was issued, or given to further offices: `obligationIds` are those of a later addition. */
export const ObligationsIssued = event<{ issuanceId: string; obligationIds: string[] }>("ObligationsIssued");
/** The silent offices of a text were asked, each once. */
export const SilentChased = event<{ issuanceId: string; batchId: string }>("SilentChased");
/** A day has begun on which offices of a place may have to be reminded. */
export const ChasingDue = event<{ divisionId: number; day: string }>("ChasingDue");
/** Offices of a place were reminded: one message for each. */
export const OfficesReminded = event<{ divisionId: number; batchId: string }>("OfficesReminded");
/** The working calendar of a place is another: limits of what it owes may stand on closed days. `actId` is that change. */
export const LimitsToReckon = event<{ divisionId: number; actId: string }>("LimitsToReckon");
/** A change of the working calendar moved limits in a place; `actId` is that change. */
export const LimitsReckoned = event<{ divisionId: number; actId: string }>("LimitsReckoned");
/** Offices of a place stayed silent after they were reminded: the level above it hears so. */
export const SilenceEscalated = event<{ divisionId: number; batchId: string }>("SilenceEscalated");
/** Issued texts were put in other words: each office that owes them has one message of the batch. */
export const WordsCorrected = event<{ batchId: string }>("WordsCorrected");
