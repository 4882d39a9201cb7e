const setting = (name: string, cast = "") =>
  `(select nullif(current_setting('app.${name}', true), '')${cast})`;
const OFFICE = `division_id = ${setting("office_division", "::int")} and office_id = ${setting("office", "::uuid")}`;
const HEIR = (table: string, record: string) =>
  `division_id = ${setting("office_division", "::int")} and exists (select from ${record} r
    where r.division_id = ${table}.division_id and r.id = ${table}.${record}_id and r.office_id = ${setting("office", "::uuid")})`;
const FROM_OFFICE = `source_division_id = ${setting("office_division", "::int")}`;
const PASSED_ON = `${FROM_OFFICE} and source_office_id = ${setting("office", "::uuid")}`;
const OF_PASSED_ON = (table: string) =>
  `${FROM_OFFICE} and exists (select from obligation r where r.division_id = ${table}.division_id
    and r.id = ${table}.obligation_id and r.${FROM_OFFICE} and r.source_office_id = ${setting("office", "::uuid")})`;
const FORM = `l.token = ${setting("token")}`;
const FROM_MINE = `source_division_id = ${setting("division", "::int")}`;
const MINE_DIVISION = `division_id = ${setting("member_division", "::int")}`;
const ME = `${MINE_DIVISION} and person_id = ${setting("member", "::uuid")}`;
const TO_MINE = `to_division_id = ${setting("division", "::int")}`;
const PUBLISHED_BELOW = `published_at is not null and division_id between ${setting("lo", "::int")} and ${setting("hi", "::int")}`;
const OF_OFFICE = (column: string) => `${column} = ${setting("office", "::uuid")}`;
const REPORTED = (table: string) => `exists (select from visit v where v.division_id = ${table}.division_id
  and v.id = ${table}.visit_id and v.state = 'reported')`;
const CODE = `tracking_code = ${setting("tracking")}`;

export type OpenedDoor = {
  table: string;
  door: string;
  condition?: string;
  verbs?: string[];
  /** No door but a bar: what every reading of the table must satisfy besides. */
  isBar?: true;
};

/**
 * The doors that stand open beside those which `tenancy.declare` knows: what they let through, said a second time and
 * apart from the migrations. A door that is opened without a line here is found.
 */
export const OPENED: OpenedDoor[] = [
  {
    table: "visit",
    door: "visit-above",
    condition: `state <> 'planned' and division_id between ${setting("lo", "::int")} and ${setting("hi", "::int")}`,
    verbs: ["select"],
  },
  {
    table: "visit",
    door: "visited",
    condition: `state <> 'planned' and target_division_id = ${setting("division", "::int")}`,
    verbs: ["select"],
  },
  {
    table: "visit",
    door: "visit-office",
    condition: `state <> 'planned' and division_id = ${setting("office_division", "::int")}
      and (${OF_OFFICE("office_id")} or ${OF_OFFICE("target_office_id")})`,
    verbs: ["select"],
  },
  ...["visit_report", "visit_answer", "visit_finding"].map((table) => ({
    table,
    door: "reported-visit",
    condition: REPORTED(table),
    verbs: ["select"],
  })),
  {
    table: "meeting_series",
    door: "running",
    condition: `${setting("kind")} = 'relay' and state = 'runs'`,
    verbs: ["select"],
  },
  {
    table: "meeting",
    door: "silent-drafts",
    condition: `not silent or division_id = ${setting("division", "::int")}`,
    isBar: true,
  },
  { table: "audit_entry", door: "administrator-append" },
  {
    table: "audit_entry",
    door: "office-audit",
    condition: `${setting("kind")} = 'office' and division_id = ${setting("office_division", "::int")}
      and actor_key = ${setting("key")}`,
    verbs: ["insert"],
  },
  {
    table: "audit_entry",
    door: "tracking-audit",
    condition: `${setting("kind")} = 'public' and actor_key = ${setting("key")}
      and division_id = (select d.division_id from demand d where d.${CODE})`,
    verbs: ["insert"],
  },
  {
    table: "audit_entry",
    door: "account-audit",
    condition: `${setting("kind")} = 'door' and division_id = 0 and subject = 'Account' and subject_id = actor_key`,
    verbs: ["insert"],
  },
  {
    table: "personal_link",
    door: "place-links",
    condition: `kind = 'office' and division_id = ${setting("division", "::int")}`,
    verbs: ["select", "update"],
  },
  {
    table: "personal_link",
    door: "record-links",
    condition: `record_id is not null and division_id = ${setting("division", "::int")}`,
    verbs: ["select", "update"],
  },
  { table: "message", door: "own-office-read", condition: OFFICE, verbs: ["select"] },
  { table: "message_receipt", door: "gateway", condition: `${setting("kind")} = 'relay'`, verbs: ["select"] },
  {
    table: "notification",
    door: "office-account",
    condition: `${OFFICE} and account_id::text = ${setting("key")}`,
    verbs: ["select", "update"],
  },
  {
    table: "export_log",
    door: "office-account",
    condition: `${OFFICE} and taken_by_key = ${setting("key")}`,
    verbs: ["select", "insert"],
  },
  { table: "weekend_rule", door: "levels-above", condition: PUBLISHED_BELOW, verbs: ["select"] },
  { table: "holiday", door: "levels-above", condition: PUBLISHED_BELOW, verbs: ["select"] },
  { table: "obligation", door: "passed-on", condition: PASSED_ON, verbs: ["select", "update"] },
  {
    table: "obligation",
    door: "pass-on",
    condition: `${setting("kind")} = 'office' and ${PASSED_ON} and exists (select from tenancy.office_reach() r
      where r.division_id = obligation.division_id and r.id = obligation.office_id)`,
    verbs: ["insert"],
  },
  {
    table: "obligation_event",
    door: "passed-on",
    condition: OF_PASSED_ON("obligation_event"),
    verbs: ["select", "insert"],
  },
  {
    table: "obligation_evidence",
    door: "passed-on",
    condition: OF_PASSED_ON("obligation_evidence"),
    verbs: ["select"],
  },
  { table: "demand", door: "office", condition: OFFICE, verbs: ["select", "update"] },
  { table: "demand_event", door: "office", condition: OFFICE, verbs: ["select", "insert"] },
  { table: "demand_event", door: "tracking-timeline", condition: CODE, verbs: ["select"] },
  {
    table: "demand_event",
    door: "tracking-word",
    condition: `${CODE} and (division_id, demand_id) = (select d.division_id, d.id from demand d where d.${CODE})`,
    verbs: ["insert"],
  },
  ...(
    [
      ["obligation_event", "obligation"],
      ["obligation_evidence", "obligation"],
      ["demand_event", "demand"],
    ] as const
  ).map(([table, record]) => ({
    table,
    door: "heir-office",
    condition: HEIR(table, record),
    verbs: ["select"],
  })),
  {
    table: "join_link",
    door: "join-form",
    condition: `token = ${setting("token")} and revoked_at is null`,
    verbs: ["select"],
  },
  {
    table: "join_request",
    door: "join-form",
    condition: `state = 'waiting' and person_id is null
      and (division_id, link_id) = (select l.division_id, l.id from join_link l where ${FORM})`,
    verbs: ["insert"],
  },
  {
    table: "audit_entry",
    door: "join-form-audit",
    condition: `${setting("kind")} = 'public' and subject = 'JoinRequest' and actor_key = ${setting("key")}
      and division_id = (select l.division_id from join_link l where ${FORM})`,
    verbs: ["insert"],
  },
  {
    table: "meeting_invitation",
    door: "invitee",
    condition: `token_hash = ${setting("token")}`,
    verbs: ["select"],
  },
  {
    table: "sign_up_page",
    door: "sign-up",
    condition: `token = ${setting("token")} and closed_at is null`,
    verbs: ["select"],
  },
  {
    table: "sign_up",
    door: "forget",
    condition: `${setting("kind")} = 'relay' and received_at < now() - interval '90 days'`,
    verbs: ["select", "update"],
  },
  {
    table: "meeting_invitation",
    door: "forget-signed-up",
    condition: `${setting("kind")} = 'relay' and kind = 'guest' and consented_at is not null
      and created_at < now() - interval '90 days'`,
    verbs: ["select", "update"],
  },
  {
    table: "meeting_invitation",
    door: "forget-deputy",
    condition: `${setting("kind")} = 'relay' and replied_at < now() - interval '180 days'`,
    verbs: ["select", "update"],
  },
  {
    table: "member_link",
    door: "member-link",
    condition: `revoked_at is null and (token_hash = ${setting("token")} or session_hash = ${setting("token")})`,
    verbs: ["select", "update"],
  },
  {
    table: "audit_entry",
    door: "member-link-audit",
    condition: `${setting("kind")} = 'public' and subject = 'MemberLink' and actor_key = ${setting("key")}
      and division_id = (select l.division_id from member_link l where l.token_hash = ${setting("token")})`,
    verbs: ["insert"],
  },
  {
    table: "person",
    door: "member",
    condition: `${MINE_DIVISION} and id = ${setting("member", "::uuid")}`,
    verbs: ["select"],
  },
  ...["person_way", "person_state_change", "membership", "contact", "person_correction", "join_request"].map(
    (table) => ({ table, door: "member", condition: ME, verbs: ["select"] }),
  ),
  {
    table: "circle",
    door: "member",
    condition: `${MINE_DIVISION} and id in (select m.circle_id from membership m where m.${ME.replace(" and ", " and m.")})`,
    verbs: ["select"],
  },
  {
    table: "tie",
    door: "member",
    condition: `${MINE_DIVISION} and ${setting("member", "::uuid")} in (person_id, other_person_id)`,
    verbs: ["select"],
  },
  ...["circle", "office"].map((table) => ({
    table,
    door: "member-tie",
    condition: `${MINE_DIVISION} and id in (select t.other_${table}_id from tie t
      where t.${ME.replace(" and ", " and t.")})`,
    verbs: ["select"],
  })),
  {
    table: "join_request",
    door: "forget",
    condition: `${setting("kind")} = 'relay' and state = 'declined' and decided_at < now() - interval '30 days'`,
    verbs: ["select", "update"],
  },
  ...["glass_grant", "glass_look"].map((table) => ({
    table,
    door: "source-read",
    condition: FROM_MINE,
    verbs: ["select"],
  })),
  {
    table: "glass_grant",
    door: "opening",
    condition: `${FROM_MINE} and division_id between ${setting("lo", "::int")} and ${setting("hi", "::int")}
      and opened_by_key = ${setting("key")} and opened_at = now()::timestamptz(3) and ended_at is null`,
    verbs: ["insert"],
  },
  {
    table: "glass_grant",
    door: "ending",
    condition: `(division_id = ${setting("division", "::int")} or ${FROM_MINE})`,
    verbs: ["update"],
  },
  ...[
    { table: "request_log", since: "created_at", verbs: ["select", "delete"] },
    { table: "outbox_event", since: "relayed_at", verbs: ["delete"] },
    { table: "handled_reaction", since: "handled_at", verbs: ["delete"] },
  ].map(({ table, since, verbs }) => ({
    table,
    door: "sweep",
    condition: `${setting("kind")} = 'relay' and ${since} < now() - interval '30 days'`,
    verbs,
  })),
  {
    table: "person_import",
    door: "unstarted",
    condition: `${setting("kind")} = 'relay' and state in ('columns', 'checked') and created_at < now() - interval '14 days'`,
    verbs: ["select", "delete"],
  },
  ...["person_import_file", "person_import_refusal", "person_import_trace"].map((table) => ({
    table,
    door: "sweep",
    condition: `${setting("kind")} = 'relay' and kept_until < now()`,
    verbs: ["select", "delete"],
  })),
  {
    table: "person_merge",
    door: "sweep",
    condition: `${setting("kind")} = 'relay' and merged_at < now() - interval '31 days'`,
    verbs: ["select", "delete"],
  },
  {
    table: "join_request",
    door: "forget-waiting",
    condition: `${setting("kind")} = 'relay' and state in ('waiting', 'forgotten')
      and received_at < now() - interval '90 days'`,
    verbs: ["select", "update"],
  },
  { table: "person_file", door: "member", condition: ME, verbs: ["select"] },
  { table: "relocation", door: "member", condition: ME, verbs: ["select"] },
  {
    table: "relocation",
    door: "arrival",
    condition: `${TO_MINE} and consented_at is not null`,
    verbs: ["select", "update"],
  },
  {
    table: "relocation_luggage",
    door: "arrival",
    condition: `${TO_MINE} and (division_id, relocation_id) in
      (select r.division_id, r.id from relocation r where r.${TO_MINE} and r.state = 'accepted')`,
    verbs: ["select", "delete"],
  },
  {
    table: "relocation",
    door: "overdue",
    condition: `${setting("kind")} = 'relay' and state in ('offered', 'consented') and expires_on < current_date`,
    verbs: ["select"],
  },
  {
    table: "abolition",
    door: "stopped",
    condition: `${setting("kind")} = 'relay' and state in ('moving', 'undoing')`,
    verbs: ["select"],
  },
];
