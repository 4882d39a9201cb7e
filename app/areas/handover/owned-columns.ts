/**
 * Every column that says in whose hands a thing is. Whoever goes leaves nothing in his hands: these pass on with the post.
 * Such a column holds an account, or the post itself while nobody holds it. A test takes the columns from the
 * catalogue: a new one has to stand here or below.
 */
export const OWNED_COLUMNS: readonly { table: string; column: string }[] = [
  { table: "call_assignment", column: "assignee_account" },
  { table: "person_list", column: "owner_account" },
];

/** Columns that name an account and put nothing into its hands, and why they do not pass on. */
export const NOT_OWNED: Readonly<Record<string, string>> = {
  "appointment.account_id": "who held the post: history",
  "appointment.holder_name": "who held the post: history",
  "call_assignment.assignee_person_id": "a trusted member, who stays",
  "deputy.account_id": "who acted for the post: history",
  "hand_over.leaver_account": "who left: history",
  "indicator.owner_en": "the desk that keeps a definition, by its name: no account",
  "indicator.owner_fa": "the desk that keeps a definition, by its name: no account",
  "known_browser.account_id": "sign-in, of the person",
  "message.account_id": "to whom something was said: history",
  "message_account.account_id": "where he wishes to be told, of the person",
  "message_preference.account_id": "what he wishes to be told, of the person",
  "notification.account_id":
    "what somebody was told; nothing of it is still to do that does not stand on the desk",
  "office_appointment.account_id":
    "who held a post of an office: what waits there is the office's, whoever holds it",
  "office_appointment.holder_name": "who held a post of an office: history",
  "personal_link.account_id": "sign-in, of the person",
  "session.account_id": "sign-in, of the person",
};
