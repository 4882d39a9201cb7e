import { event } from "~/kernel/event";

/** A body came into the dictionary of a place. */
export const BodyAdded = event<{ organisationId: string }>("BodyAdded");
/** What the dictionary says of a body was changed. */
export const BodyEdited = event<{ organisationId: string }>("BodyEdited");
/** A group of bodies was made, or says otherwise who belongs to it. */
export const GroupDefined = event<{ groupCode: string }>("GroupDefined");
/** An office was opened in a place. */
export const OfficeOpened = event<{ officeId: string }>("OfficeOpened");
/** What an office says of itself was changed. */
export const OfficeEdited = event<{ officeId: string }>("OfficeEdited");
