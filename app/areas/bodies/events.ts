import { event } from "~/kernel/event";

/** A body came into the dictionary of a place. */
export const BodyAdded = event<{ organisationId: string }>("BodyAdded");
/** What the dictionary says of a body was changed. */
export const BodyEdited = event<{ organisationId: string }>("BodyEdited");
/** A group of bodies was made, or says otherwise who belongs to it. */
export const GroupDefined = event<{ groupCode: string }>("GroupDefined");
/** A place said whom a written name means there; `spellingId` is the row of `party_spelling` that says so. */
export const NameTaught = event<{ spellingId: string }>("NameTaught");
/** An office was opened in a place. */
export const OfficeOpened = event<{ officeId: string }>("OfficeOpened");
/** What an office says of itself was changed. */
export const OfficeEdited = event<{ officeId: string }>("OfficeEdited");
/** A body, or its office in one place, ended or is taken back: at the act, and wherever one job leaves off for the next. */
export const BodyEnded = event<{ divisionId: number; abolitionId: string }>("BodyEnded");
/** An office ended in a place, and what it had has gone over. */
export const OfficeEnded = event<{ abolitionId: string; officeId: string }>("OfficeEnded");
/** A place opened several of the bodies that usually have an office at its level. */
export const OfficesOpened = event<{ divisionId: number }>("OfficesOpened");
/** The end of an office is taken back in a place, and what it had has come back. */
export const OfficeReturned = event<{ abolitionId: string; officeId: string }>("OfficeReturned");
