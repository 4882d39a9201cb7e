import { event } from "~/kernel/event";

export const CircleFormed = event<{ circleId: string }>("CircleFormed");
export const CircleClosed = event<{ circleId: string }>("CircleClosed");
export const CircleReopened = event<{ circleId: string }>("CircleReopened");
export const PersonRegistered = event<{ personId: string }>("PersonRegistered");
export const PersonMoved = event<{ personId: string }>("PersonMoved");
export const ContactRecorded = event<{ contactId: string }>("ContactRecorded");
/** One entry for many people: one event for all its contacts. */
export const ContactsRecorded = event<{ batchId: string }>("ContactsRecorded");
export const ActionTaken = event<{ contactId: string }>("ActionTaken");
export const CadenceSet = event<{ divisionId: number }>("CadenceSet");
/** One event for all members whose calls were given to somebody, or taken back, at once. */
export const CallsAssigned = event<{
  assignmentId: string;
  personIds: string[];
  /** The official who is to call; null for a trusted member, and where the calls were taken back. */
  toAccount: string | null;
}>("CallsAssigned");
/** A list of people is to be brought in: at its start, and wherever one job leaves off for the next. */
export const PeopleImportStarted = event<{ importId: string }>("PeopleImportStarted");
/** A batch of a list is in: its rows up to this one, and who is new by them. */
export const PeopleImported = event<{ importId: string; rowsDone: number; personIds: string[] }>(
  "PeopleImported",
);
/** A list of people is to be taken back: at its start, and wherever one job leaves off for the next. */
export const PeopleImportUndoStarted = event<{ importId: string }>("PeopleImportUndoStarted");
/** A batch of a list was taken back: whose records are wrong ones now, and who is as before the list. */
export const PeopleImportUndone = event<{ importId: string; undone: number; personIds: string[] }>(
  "PeopleImportUndone",
);
/** Somebody joined a circle, left it, or has another role in it. */
export const MembershipChanged = event<{ circleId: string; personId: string }>("MembershipChanged");
/** A relationship was recorded, changed or ended. */
export const TieKept = event<{ tieId: string }>("TieKept");
/** Somebody filled a county's join form. */
export const JoinRequested = event<{ requestId: string }>("JoinRequested");
export const JoinRequestDecided = event<{ requestId: string }>("JoinRequestDecided");
export const PersonEdited = event<{ personId: string }>("PersonEdited");
export const PeopleMerged = event<{ mergeId: string; personIds: string[] }>("PeopleMerged");
export const MergeUndone = event<{ mergeId: string; personIds: string[] }>("MergeUndone");
/** A representative opened a look into a county's people: told to the county at once. */
export const GlassOpened = event<{ grantId: string; countyId: number }>("GlassOpened");
/** It was ended before its minute. */
export const GlassEnded = event<{ grantId: string; countyId: number }>("GlassEnded");
/** A person says on his own page what is wrong about him. */
export const CorrectionProposed = event<{ personId: string }>("CorrectionProposed");
/** A person had everything erased that was about him. */
export const PersonErased = event<{ personId: string }>("PersonErased");
/** Files about people were taken away, or went with who was erased: their content goes too. */
export const PersonFilesRemoved = event<{ fileIds: string[] }>("PersonFilesRemoved");
/** Many people were put into another tier at once. */
export const TiersChanged = event<{ personIds: string[] }>("TiersChanged");

/** A person is offered to another county: what both ends call the offer, and the two ends. */
type OfRelocation = { relocationId: string; fromDivisionId: number; toDivisionId: number };
export const RelocationOffered = event<OfRelocation>("RelocationOffered");
export const RelocationConsented = event<OfRelocation>("RelocationConsented");
export const RelocationRefused = event<OfRelocation>("RelocationRefused");
export const RelocationWithdrawn = event<OfRelocation>("RelocationWithdrawn");
export const RelocationAccepted = event<OfRelocation>("RelocationAccepted");
export const RelocationDeclined = event<OfRelocation>("RelocationDeclined");
export const RelocationExpired = event<OfRelocation>("RelocationExpired");
