import type { Row } from "./copy";

/** Rows by table, in the order in which tables may be filled (parents first). */
export const TABLES = [
  "account",
  "catalogue_entry",
  "post",
  "appointment",
  "organisation",
  "party_spelling",
  "deputy",
  "office",
  "office_appointment",
  "office_head",
  "council",
  "council_member",
  "visit",
  "visit_company",
  "visit_report",
  "visit_answer",
  "visit_finding",
  "visit_rota",
  "visit_turn",
  "body_event",
  "abolition",
  "abolition_place",
  "person",
  "person_pair",
  "person_state_change",
  "person_import",
  "person_import_file",
  "person_import_refusal",
  "person_list",
  "export_log",
  "circle",
  "membership",
  "tie",
  "contact",
  "join_link",
  "join_request",
  "glass_grant",
  "glass_look",
  "person_correction",
  "person_file",
  "relocation",
  "relocation_luggage",
  "meeting_room",
  "meeting_series",
  "meeting",
  "meeting_attendance",
  "agenda_item",
  "meeting_invitation",
  "meeting_session",
  "meeting_outcome",
  "minutes_draft",
  "minutes",
  "minutes_version",
  "minutes_comment",
  "resolution",
  "resolution_party",
  "issuance",
  "obligation",
  "obligation_event",
  "obligation_evidence",
  "office_message",
  "office_message_item",
  "demand",
  "demand_person",
  "demand_event",
  "obstacle",
  "obstacle_leg",
  "notification",
  "message",
  "message_event",
  "bad_address",
  "sample_outbox",
] as const;
export type Table = (typeof TABLES)[number];

/** The sample country while it is being made. */
export class Country {
  readonly rows = new Map<Table, Row[]>();

  add(table: Table, row: Row): void {
    const list = this.rows.get(table);
    if (list) list.push(row);
    else this.rows.set(table, [row]);
  }
}
