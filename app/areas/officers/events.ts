import { event } from "~/kernel/event";

type OfOffice = { divisionId: number; appointmentId: string };

export const OfficerAppointed = event<OfOffice>("OfficerAppointed");
export const OfficerEnded = event<OfOffice>("OfficerEnded");
/** A link was made by which whoever holds it sets a new password for an officer. */
export const OfficerLinkIssued = event<OfOffice>("OfficerLinkIssued");
