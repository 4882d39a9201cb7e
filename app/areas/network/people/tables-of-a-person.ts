/**
 * Every column that refers to a person, by `table.column`, and what becomes of it when one of two records of him goes into the
 * other, and when he is erased. A test compares this list with the foreign keys of the database.
 * - move: points to the record that stays; of two equal rows one is left
 * - follow: kept by triggers of the person himself
 * - keep: stays, so that counts stay, without words about him
 * - remove: goes
 */
export const TABLES_OF_A_PERSON: Record<
  string,
  { merge: "move" | "follow"; erase: "keep" | "remove" | "follow" }
> = {
  "call_assignment.assignee_person_id": { merge: "move", erase: "remove" },
  "call_assignment.person_id": { merge: "move", erase: "remove" },
  "contact.person_id": { merge: "move", erase: "keep" },
  "join_request.person_id": { merge: "move", erase: "keep" },
  "member_link.person_id": { merge: "move", erase: "keep" },
  "membership.person_id": { merge: "move", erase: "keep" },
  "person_correction.person_id": { merge: "move", erase: "remove" },
  "person_file.person_id": { merge: "move", erase: "remove" },
  "person_import_twin.person_id": { merge: "follow", erase: "follow" },
  "person_state_change.person_id": { merge: "move", erase: "keep" },
  "person_way.person_id": { merge: "move", erase: "remove" },
  "person_word.person_id": { merge: "follow", erase: "follow" },
  "relocation.person_id": { merge: "move", erase: "remove" },
  "tie.other_person_id": { merge: "move", erase: "remove" },
  "tie.person_id": { merge: "move", erase: "remove" },
};
