import type { Touch } from "../people-import/undo";

/**
 * Every column that refers to a person, by `table.column`, and what becomes of it when one of two records of him goes into the
 * other, and when he is erased. A test compares this list with the foreign keys of the database.
 * - move: points to the record that stays; of two equal rows one is left
 * - follow: kept by triggers of the person himself
 * - keep: stays, so that counts stay, without words about him
 * - remove: goes
 * `touch` says as what a row of it counts when a list that brought him in is taken back: something of his own, for which he
 * stays. Null where the list itself, or a trigger, writes such rows.
 */
export const TABLES_OF_A_PERSON: Record<
  string,
  { merge: "move" | "follow"; erase: "keep" | "remove" | "follow"; touch: Touch | null }
> = {
  "call_assignment.assignee_person_id": { merge: "move", erase: "remove", touch: "call" },
  "call_assignment.person_id": { merge: "move", erase: "remove", touch: "call" },
  "contact.person_id": { merge: "move", erase: "keep", touch: "contact" },
  "join_request.person_id": { merge: "move", erase: "keep", touch: "join-request" },
  "meeting_invitation.person_id": { merge: "move", erase: "keep", touch: "invitation" },
  "member_link.person_id": { merge: "move", erase: "keep", touch: "link" },
  "membership.person_id": { merge: "move", erase: "keep", touch: null },
  "message.person_id": { merge: "move", erase: "remove", touch: "message" },
  "person_correction.person_id": { merge: "move", erase: "remove", touch: "correction" },
  "person_file.person_id": { merge: "move", erase: "remove", touch: "file" },
  "person_import_twin.person_id": { merge: "follow", erase: "follow", touch: null },
  "person_state_change.person_id": { merge: "move", erase: "keep", touch: null },
  "person_way.person_id": { merge: "move", erase: "remove", touch: "way" },
  "person_word.person_id": { merge: "follow", erase: "follow", touch: null },
  "relocation.person_id": { merge: "move", erase: "remove", touch: "relocation" },
  "tie.other_person_id": { merge: "move", erase: "remove", touch: "tie" },
  "tie.person_id": { merge: "move", erase: "remove", touch: "tie" },
};
