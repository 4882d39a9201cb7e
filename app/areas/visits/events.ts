import { event } from "~/kernel/event";

export const VisitPlanned = event<{ visitId: string }>("VisitPlanned");
export const VisitEdited = event<{ visitId: string }>("VisitEdited");
/** To be told where it goes to (`to`), at home, and to the offices that it concerns. */
type Told = { visitId: string; from: number; to: number; moves: number };
export const VisitAnnounced = event<Told>("VisitAnnounced");
export const VisitMoved = event<Told>("VisitMoved");
export const VisitCancelled = event<Told>("VisitCancelled");
export const VisitMade = event<{ visitId: string }>("VisitMade");
export const VisitMissed = event<Told>("VisitMissed");
export const VisitExcused = event<{ visitId: string }>("VisitExcused");
export const VisitReported = event<Told>("VisitReported");
