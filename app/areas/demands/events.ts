import { event } from "~/kernel/event";

export const DemandRecorded = event<{ demandId: string }>("DemandRecorded");
export const DemandReferred = event<{ demandId: string; officeId: string }>("DemandReferred");
export const DemandAnswered = event<{ demandId: string }>("DemandAnswered");
export const DemandJudged = event<{ demandId: string; verdict: string }>("DemandJudged");
export const DemandWithdrawn = event<{ demandId: string }>("DemandWithdrawn");
