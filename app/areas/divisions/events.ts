import { event } from "~/kernel/event";

export const CountyCreated = event<{ divisionId: number }>("CountyCreated");
export const DivisionRenamed = event<{ divisionId: number }>("DivisionRenamed");
/** Offices of a place are closed on a day, or not after all; or its weekend is another. */
export const CalendarChanged = event<{ divisionId: number }>("CalendarChanged");
export const CountyClosed = event<{ divisionId: number; successorIds: number[] }>("CountyClosed");
/** The closing of a county was taken back, and these would have succeeded it. */
export const CountyReopened = event<{ divisionId: number; successorIds: number[] }>("CountyReopened");
