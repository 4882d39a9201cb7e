/** Notes that belong to what happened with a person, the words on his files, and why somebody was declined, by the name they have in an address. */
export const NOTE_KINDS = [
  "contact",
  "action",
  "step",
  "file-title",
  "file-reason",
  "decline",
  "relocation-decline",
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Where each is kept; the text to look at is named alike. */
export const NOTE_SOURCES = {
  contact: "contact.note",
  action: "contact.action_taken_note",
  step: "person_state_change.note",
  "file-title": "person_file.title",
  "file-reason": "person_file.removed_reason",
  decline: "join_request.decline_note",
  "relocation-decline": "relocation.decline_note",
} as const satisfies Record<NoteKind, string>;
