/** States in which an obligation is still owed; the ledger, which builds on this area, says the same. */
export const OWED_STATES = ["issued", "acknowledged", "in-progress", "blocked", "reported-done"] as const;

/**
 * Every column that names an office, and what becomes of it when the office ends and another goes on. A test takes the
 * columns from the catalogue: a new one has to stand here, and in `movers.server.ts`, or below.
 */
export const MOVED_COLUMNS = [
  "obligation.office_id",
  "demand.office_id",
  "obstacle.office_id",
  "tie.other_office_id",
  "personal_link.office_id",
  "body_group_member.office_id",
] as const;

/** Columns that name an office and stay as they are, and why. */
export const KEPT_COLUMNS: Readonly<Record<string, string>> = {
  "agenda_item.presenter_office_id": "who was to speak; a planned meeting is planned anew by its place",
  "abolition_place.office_id": "which office ended: the act itself",
  "abolition_place.heir_office_id": "who went on: the act itself",
  "visit.office_id": "whose head was to visit then; a visit to come is planned anew by its place",
  "visit.target_office_id": "which office was visited then; a visit to come is planned anew by its place",
  "council_member.office_id":
    "for whom somebody sits by his order: the heir's seat takes an order of its own",
  "demand_event.office_id": "who it was then; read by whoever has the demand now",
  "export_log.office_id": "of whose desk a list was taken",
  "group_use.office_ids": "who was meant on the day of the issue",
  "obligation.issued_office_id": "who owed it when it was issued",
  "obligation.source_office_id": "whose it was to pass on: it follows its parent by itself",
  "obligation_event.office_id": "who it was then; read by whoever owes it now",
  "obligation_evidence.office_id": "who it was then; read by whoever owes it now",
  "meeting_invitation.office_id":
    "who was invited that day; whoever goes on is invited by name to what comes",
  "meeting.host_office_id": "who received it, or was to: a planned meeting is planned anew by its place",
  "meeting_series.host_office_ids": "whose turn it is to receive: an office that ended is passed over",
  "notification.office_id": "who was told that day",
  "message.office_id": "who was written to that day",
  "office.heir_id": "who goes on",
  "office_appointment.office_id":
    "who held a post of the office that ended: its power ended with it, and the heir has officers of its own",
  "office_head.office_id": "who headed it in its time",
  "office_message.office_id":
    "who was written to that day; what is still owed is chased anew with whoever goes on",
  "resolution_party.office_id": "who answers for it as the minutes were written",
};

/** Days in which a merge may be taken back. */
export const TAKE_BACK_DAYS = 30;

export const LINKS = ["move", "take-back"] as const;
export type Links = (typeof LINKS)[number];

export const ABOLITION_STATES = ["moving", "done", "undoing", "undone"] as const;
export type AbolitionState = (typeof ABOLITION_STATES)[number];
