import type pg from "pg";

/** The one id of every planted row: so every foreign key finds its parent. */
export const PLANTED = "0190a000-0000-7000-8000-000000000001";

export type Column = { table_name: string; column_name: string; type: string };

/**
 * Columns that stay empty: of the ends on one side of a relationship the database takes exactly one, and nobody verifies what
 * he reported.
 */
const EMPTY = [
  // A council is no committee of its own, and only a quorum by number has one.
  "council.parent_id",
  "council.quorum_count",
  // The planted visit is an office's to another division, and was made.
  "visit.post_id",
  "visit.target_office_id",
  "visit.locality",
  "visit.excused",
  // Nobody is sent in the planted invitee's stead.
  "meeting_invitation.deputy_mobile",
  // Nobody of a circle visited what is planted.
  "obligation_event.circle_id",
  // A planted limit was said in no working days.
  "issuance.working_days",
  "obligation.working_days",
  // Its parent stands in the place that it came from.
  "obligation.parent_id",
  "person_import_twin.other_row",
  // A weekly series names a weekday alone.
  "meeting_series.month_day",
  "meeting_series.nth",
  "tie.circle_id",
  "tie.other_circle_id",
  "tie.other_person_id",
  ...["obligation", "obligation_turn"].flatMap((table) => [
    `${table}.reported_by_key`,
    `${table}.reported_for_key`,
  ]),
];

/** Values of columns that take only a few. */
const ONE_OF: Record<string, string> = {
  "meeting_calling.kind": "list",
  "meeting_calling.participants": "network",
  "meeting_calling.state": "done",
  "meeting_invitation.attended": "present",
  "meeting_invitation.kind": "office",
  "meeting_invitation.marked_by": "list",
  "meeting_invitation.participants": "bodies",
  "meeting_invitation.reply": "yes",
  "meeting_outcome.kind": "information",
  "sign_up.state": "taken",
  "agenda_item.source_kind": "item",
  "agenda_item.state": "planned",
  "meeting_invitation.seat": "member",
  "meeting.ends_at": "11:00",
  "meeting.starts_at": "09:00",
  "meeting.state": "held",
  "meeting_series.ends_at": "11:00",
  "meeting_series.every": "week",
  "meeting_series.on_closed_day": "keep",
  "meeting_series.starts_at": "09:00",
  "meeting_series.state": "runs",
  "meeting_type.kind": "other",
  "meeting_type.quorum_kind": "count",
  "export_log.taken_by_key": PLANTED,
  "indicator.peer_rule": "grade",
  "message.channel": "sms",
  "quiet_hours.channel": "sms",
  "message.receiver": "guest",
  "message.urgency": "ordinary",
  "message_account.digest": "daily",
  "message_preference.choice": "off",
  "council.kind": "council",
  "council.quorum_kind": "half",
  "council_member.seat": "member",
  "minutes_attendee.standing": "present",
  "minutes_draft.life": "approved",
  "minutes_version.version": "2",
  "office_appointment.kind": "officer",
  "office_message.kind": "chase",
  "person_import.entry_state": "identified",
  "person_import_trace.outcome": "stayed",
  "person_import_twin.question": "likely",
  "verification_sample.state": "open",
  "visit.ends_at": "11:00",
  "visit.starts_at": "09:00",
  "visit.state": "made",
  "visit.target_kind": "division",
  "visit_answer.answer": "yes",
  "visit_rota.ends_at": "11:00",
  "visit_rota.period": "1405-Q4",
  "visit_rota.starts_at": "09:00",
  "visit_rota.state": "draft",
  "visit_rota.target_kind": "division",
};

/** The columns of tables that a row brings along, in their order. */
export async function columnsOf(owner: pg.Client, tables: string[]): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `select c.relname as table_name, a.attname as column_name, format_type(a.atttypid, null) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
       and a.attgenerated = ''
       and c.relname = any($1) and c.relname || '.' || a.attname <> all($2)`,
    [tables, EMPTY],
  );
  return rows;
}

/** A value for a column of a planted row: by name where the name means a place, else by type. */
export function valueOf(
  { table_name: table, column_name: name, type }: Column,
  place: number,
  source: number,
): string | number | boolean {
  const only = ONE_OF[`${table}.${name}`];
  if (only) return only;
  if (name === "code" && ["duty", "indicator"].includes(table)) return `p${place}-planted`;
  if (name === "debtor_division_id") return place;
  if (["division_id", "office_division_id", "post_division_id"].includes(name)) return place;
  if (["source_division_id", "target_division_id"].includes(name)) return source;
  if (name === "published_at") return "1970-01-01T00:00:00Z";
  if (type === "uuid") return PLANTED;
  if (type.endsWith("[]")) return "{}";
  if (type === "jsonb") return "{}";
  if (type === "boolean") return false;
  if (/int|numeric/.test(type)) return 1;
  if (type === "date") return "2026-10-01";
  if (name === "created_at" || name === "kept_until") return "2020-03-20T00:00:00Z";
  if (type.startsWith("timestamp")) return "2026-10-01T00:00:00Z";
  if (type.startsWith("time")) return "09:00";
  return "planted";
}

/**
 * Puts one row into each of `tables` as the owner, in the county `place` and, where a row comes from somewhere, from
 * `source`. Tables wait for the ones they refer to; one that can never be filled fails with its own error.
 */
export async function plant(
  owner: pg.Client,
  tables: string[],
  place: number,
  source: number,
): Promise<void> {
  const rows = await columnsOf(owner, tables);
  let waiting = tables;
  while (waiting.length > 0) {
    const failures: unknown[] = [];
    const left: string[] = [];
    for (const table of waiting) {
      const columns = rows.filter((row) => row.table_name === table);
      const names = columns.map((column) => `"${column.column_name}"`).join(", ");
      const places = columns.map((_, i) => `$${i + 1}`).join(", ");
      try {
        await owner.query(
          `insert into "${table}" (${names}) values (${places}) on conflict do nothing`,
          columns.map((column) => valueOf(column, place, source)),
        );
      } catch (error) {
        failures.push(error);
        left.push(table);
      }
    }
    if (left.length === waiting.length) throw failures[0];
    waiting = left;
  }
}
