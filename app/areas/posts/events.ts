import { event } from "~/kernel/event";

/** The usual posts of a place were opened. */
export const PlaceOpened = event<{ divisionId: number }>("PlaceOpened");
export const HolderAppointed = event<{ divisionId: number; appointmentId: string }>("HolderAppointed");
/** A link was made by which whoever holds it sets a new password for the holder of a post. */
export const HolderLinkIssued = event<{ divisionId: number; appointmentId: string }>("HolderLinkIssued");
export const AppointmentEnded = event<{ divisionId: number; appointmentId: string }>("AppointmentEnded");
export const DeputyNamed = event<{ divisionId: number; deputyId: string }>("DeputyNamed");
export const DeputyEnded = event<{ divisionId: number; deputyId: string }>("DeputyEnded");
