import { AQQALA, GOLESTAN, GORGAN } from "../../factories/actors";
import { INDICATORS } from "~/areas/reports/indicators/list.server";
import { DAY, INSTANT, type ManyRows, type Share } from "./many-rows";

/** Rows that the one place has of a table that grows with its work. */
export const ROWS = 1200;
const COUNTY: Share = { here: ROWS, place: GORGAN, elsewhere: 14 * ROWS };
const PROVINCE: Share = { here: ROWS, place: GOLESTAN, elsewhere: 14 * ROWS };
/** What is planned of a place at one time: some dozens. */
const PLANNED: Share = { here: 40, place: GORGAN, elsewhere: 560 };
const FEW: Share = { here: 40, place: GORGAN, elsewhere: 8000 };
const QUARTERS = "(array['1404-Q1','1404-Q2','1404-Q3','1404-Q4','1405-Q1','1405-Q2','1405-Q3','1405-Q4'])";

const BODIES: Share = { here: 100, place: GORGAN, elsewhere: 7000 };

/** The id of a row, from its number. */
export const numbered = (kind: string, n: string) => `md5('${kind} ' || ${n})::uuid`;
/** One of a place's few, so that each of them has a hundredth of its rows. */
const one = (kind: string) => numbered(kind, "(1 + n % 100)");

/** A tie of its own number; one in three is over. */
const tied = (kind: string) => ({
  id: numbered(`tie ${kind}`, "n"),
  from_on: "date '2021-01-01'",
  to_on: "case when n % 3 = 0 then date '2022-01-01' end",
});

const among = (...values: string[]) =>
  `(array[${values.map((value) => `'${value}'`).join(", ")}])[1 + n % ${values.length}]`;
/** Days and instants of a year, for what is counted by quarter. */
const RECENT = "date '2026-12-24' - (n % 900)";

const TIES = [
  ["tie", { ...tied("pp"), person_id: numbered("person", "n"), other_person_id: one("person") }],
  ["tie", { ...tied("cc"), circle_id: one("circle"), other_circle_id: numbered("circle", "n") }],
  ["tie", { ...tied("po"), person_id: numbered("person", "n"), other_office_id: one("office") }],
] as const;

/** The province of the county that a row stands in. */
const PROVINCE_OF = `case when n <= ${ROWS} then ${GOLESTAN} else ids[1 + n % cardinality(ids)] / 1000 * 1000 end`;

/** Fills every table that a list reads. */
export async function fillCountry(rows: ManyRows): Promise<void> {
  const id = (kind: string) => ({ id: numbered(kind, "n") });
  const organisation = numbered("organisation", "(case when n <= 100 then n else n / 14 end)");
  await rows.fill("organisation", { ...id("organisation"), kind: "'executive'", code: "'o' || n" }, BODIES);
  await rows.fill(
    "office",
    { ...id("office"), organisation_id: organisation, name_fa: "'اداره ' || n" },
    BODIES,
  );
  await rows.fill(
    "body_group_member",
    { group_code: "'g-' || (1 + n % 100)", office_id: numbered("office", "n") },
    COUNTY,
  );
  await rows.fill("group_use", { ...id("group_use"), group_code: "'g-' || (1 + n % 100)" }, COUNTY);
  await rows.fill("post", { ...id("post"), role: among("assistant", "governor", "expert") }, FEW);
  await rows.fill(
    "appointment",
    { post_id: numbered("post", "n"), account_id: one("account"), holder_name: "'نرگس شکیبا'" },
    FEW,
  );
  await rows.fill(
    "deputy",
    {
      post_id: numbered("post", "n"),
      account_id: numbered("account", "n"),
      starts_on: "date '2026-12-01'",
      ends_on: "date '2026-12-20' + n % 9",
    },
    FEW,
  );
  await rows.fill(
    "office_appointment",
    {
      office_id: numbered("office", "n"),
      kind: "'officer'",
      account_id: one("account"),
      starts_on: "date '2026-12-01'",
      ends_on: "date '2026-12-20' + n % 9",
    },
    FEW,
  );
  await rows.fill("council", { ...id("council"), kind: "'council'", quorum_kind: "'half'" }, FEW);
  await rows.fill(
    "council_member",
    {
      ...id("council_member"),
      council_id: numbered("council", "1 + n % 20"),
      seat: "'member'",
      starts_on: "date '2026-01-01' + n % 300",
    },
    COUNTY,
  );
  await rows.fill(
    "visit",
    {
      ...id("visit"),
      target_kind: "'division'",
      target_division_id: "1 + n % 400",
      post_id: numbered("post", "1 + n % 3"),
      planned_on: "date '2026-01-01' + n % 300",
      state: "(array['planned', 'announced', 'made', 'reported'])[1 + n % 4]",
    },
    COUNTY,
  );
  await rows.fill(
    "visit_finding",
    { ...id("visit_finding"), visit_id: numbered("visit", "1 + n % 300"), found_at: "now()" },
    COUNTY,
  );
  await rows.fill(
    "visit_rota",
    {
      ...id("visit_rota"),
      period: "'1405-Q4'",
      target_kind: "'division'",
      state: "'draft'",
      starts_on: "date '2026-12-22'",
    },
    FEW,
  );
  await rows.fill(
    "visit_turn",
    {
      ...id("visit_turn"),
      rota_id: numbered("visit_rota", "1 + n % 20"),
      on_day: "date '2026-12-22' + n % 80",
    },
    COUNTY,
  );
  await rows.fill("hand_over", { ...id("hand_over"), appointment_id: numbered("appointment", "n") }, FEW);
  await rows.fill("circle", { ...id("circle"), search_key: "'حلقه آب ' || n", formed_on: RECENT }, COUNTY);
  await rows.fill(
    "person",
    {
      ...id("person"),
      search_key: "'عضو ' || lpad(n::text, 6, '0')",
      mobile: "'9' || lpad(n::text, 9, '0')",
      tier: among("core", "active", "wide"),
      state: "case when n % 10 = 0 then 'archived' else 'active' end",
      joined_on: RECENT,
      quiet_since: RECENT,
      note: "'note ' || n",
    },
    COUNTY,
  );
  await rows.fill(
    "text_to_look_at",
    {
      source: "'person.note'",
      record_id: numbered("person", "n"),
      text_hash: "md5('note ' || n)",
      state: "case when n % 3 = 0 then 'open' else 'fine' end",
    },
    COUNTY,
  );
  await rows.fill(
    "person_pair",
    {
      first_id: "('0' || substr(md5('a' || n), 2))::uuid",
      second_id: "('f' || substr(md5('b' || n), 2))::uuid",
      score: "n % 100",
      state: "case when n % 3 = 0 then 'open' else 'apart' end",
    },
    COUNTY,
  );
  await rows.fill(
    "person_merge",
    { kept_id: numbered("person", "n"), merged_at: INSTANT, gone: "'{}'", undone_at: "null" },
    COUNTY,
  );
  await rows.fill("person_state_change", { person_id: numbered("person", "n") }, COUNTY);
  await rows.fill("person_way", { person_id: numbered("person", "n"), way: "'phone'" }, COUNTY);
  await rows.fill("person_import", { ...id("person_import") }, COUNTY);
  await rows.fill("person_list", { ...id("person_list"), is_shared: "n % 40 = 7" }, FEW);
  await rows.fill("person_import_refusal", { import_id: one("person_import"), row_number: "n" }, COUNTY);
  await rows.fill(
    "person_import_trace",
    { import_id: one("person_import"), person_id: numbered("person", "n"), outcome: "'stayed'" },
    COUNTY,
  );
  await rows.fill(
    "person_import_twin",
    { import_id: one("person_import"), row_number: "n", person_id: numbered("person", "n") },
    COUNTY,
  );
  await rows.fill("membership", { circle_id: one("circle"), person_id: numbered("person", "n") }, COUNTY);
  await rows.fill("catalogue_entry", { kind: "'tie-person-person'", code: "'type-' || n" }, FEW);
  for (const [table, ends] of TIES) await rows.fill(table, ends, COUNTY);
  await rows.fill(
    "contact",
    {
      person_id: one("person"),
      outcome: among("reached", "no-answer"),
      happened_on: DAY,
      action_needed: "n % 2 = 0",
      next_on: `case when n % 20 = 0 then ${RECENT} end`,
    },
    COUNTY,
  );
  await rows.fill("join_link", { ...id("join_link"), token: "'t' || n" }, FEW);
  await rows.fill(
    "join_request",
    {
      ...id("join_request"),
      link_id: one("join_link"),
      state: among("waiting", "accepted", "declined"),
      mobile: "'+98' || n",
      received_at: INSTANT,
      person_id: "null",
    },
    COUNTY,
  );
  await rows.fill(
    "member_link",
    { person_id: one("person"), token_hash: "'h' || n", session_hash: "null" },
    COUNTY,
  );
  await rows.fill(
    "person_correction",
    { person_id: numbered("person", "n"), full_name: "'عضو'", sent_at: INSTANT },
    COUNTY,
  );
  await rows.fill("person_file", { ...id("person_file"), person_id: one("person") }, COUNTY);
  await rows.fill(
    "relocation",
    {
      ...id("relocation"),
      to_division_id: `case when n <= ${ROWS} then ${AQQALA} else ${GORGAN} end`,
      person_id: numbered("person", "n"),
      state: among("accepted", "declined", "withdrawn"),
      full_name: "null",
      consented_at: INSTANT,
      offered_at: INSTANT,
      expires_on: "date '2026-10-01'",
      arrived_id: "null",
    },
    COUNTY,
  );
  await rows.fill("export_log", { ...id("export_log"), number: "n" }, COUNTY);
  await rows.fill("export_paper", { ...id("export_log"), state: "'waiting'", locale: "'fa'" }, COUNTY);
  await rows.fill(
    "glass_grant",
    { ...id("grant"), source_division_id: PROVINCE_OF, minutes: "30", opened_at: INSTANT },
    COUNTY,
  );
  await rows.fill(
    "glass_look",
    { grant_id: one("grant"), source_division_id: PROVINCE_OF, kind: "'person'", seen_at: INSTANT },
    COUNTY,
  );
  await rows.fill(
    "meeting",
    { ...id("meeting"), kind: among("thematic", "joint", "among-people"), held_on: RECENT, state: "'held'" },
    COUNTY,
  );
  await rows.fill("meeting_type", { code: "'type-' || n", kind: "'other'" }, FEW);
  await rows.fill("meeting_room", { ...id("meeting_room"), name: "'سالن ' || n" }, FEW);
  await rows.fill(
    "meeting_series",
    {
      ...id("meeting_series"),
      every: "'week'",
      weekday: "n % 7",
      starts_at: "'09:00'",
      ends_at: "'11:00'",
      state: "'runs'",
    },
    FEW,
  );
  await rows.fill(
    "meeting",
    {
      id: numbered("planned", "n"),
      kind: "'thematic'",
      series_id: one("meeting_series"),
      occurrence_on: "date '2026-12-25' + n",
      held_on: "date '2026-12-25' + n",
      starts_at: "'09:00'",
      ends_at: "'11:00'",
      state: "'draft'",
    },
    PLANNED,
  );
  await rows.fill(
    "agenda_item",
    {
      ...id("agenda_item"),
      meeting_id: one("planned"),
      series_id: one("meeting_series"),
      position: "n",
      state: "'planned'",
    },
    COUNTY,
  );
  await rows.fill(
    "meeting_invitation",
    {
      ...id("meeting_invitation"),
      meeting_id: one("planned"),
      number: "n",
      kind: "'person'",
      participants: "'network'",
      person_id: numbered("person", "n"),
    },
    COUNTY,
  );
  await rows.fill(
    "sign_up_page",
    { meeting_id: numbered("planned", "n"), token: "'s' || n", capacity: "100" },
    FEW,
  );
  await rows.fill(
    "sign_up",
    {
      ...id("sign_up"),
      meeting_id: one("planned"),
      state: "'waiting'",
      mobile: "'+98' || n",
      received_at: INSTANT,
      invitation_id: "null",
    },
    COUNTY,
  );
  await rows.fill(
    "meeting_calling",
    {
      ...id("meeting_calling"),
      meeting_id: one("planned"),
      kind: "'list'",
      participants: "'network'",
      state: "'done'",
    },
    COUNTY,
  );
  await rows.fill(
    "meeting_outcome",
    { ...id("meeting_outcome"), meeting_id: one("planned"), position: "n", kind: "'decision'" },
    COUNTY,
  );
  await rows.fill("meeting_attendance", { meeting_id: numbered("meeting", "n"), count: "12" }, COUNTY);
  await rows.fill(
    "demand",
    {
      ...id("demand"),
      tracking_code: "gen_random_uuid()::text",
      kind: among("request", "complaint"),
      received_on: RECENT,
      limit_on: RECENT,
      office_id: one("office"),
      state: among("received", "referred", "answered", "reopened", "confirmed"),
      answer_kind: among("done", "refused"),
      answered_at: INSTANT,
    },
    COUNTY,
  );
  await rows.fill("demand_event", { demand_id: numbered("demand", "n"), kind: "'referred'" }, COUNTY);
  await rows.fill(
    "obstacle",
    { ...id("obstacle"), state: "case when n % 12 = 0 then 'raised' else 'verified' end", raised_on: RECENT },
    COUNTY,
  );
  await rows.fill(
    "obstacle_leg",
    {
      source_division_id: String(GORGAN),
      obstacle_id: numbered("obstacle", "n"),
      state: among("answered", "taken", "waiting"),
      arrived_at: INSTANT,
    },
    PROVINCE,
  );
  await rows.fill(
    "obligation",
    {
      ...id("obligation"),
      source_division_id: `case when n <= ${ROWS} then ${GOLESTAN} else 3000 end`,
      source_kind: "'resolution'",
      source_id: numbered("resolution", "n"),
      office_id: one("office"),
      deadline_kind: "'dated'",
      first_due_on: RECENT,
      due_on: `${RECENT} + n % 2`,
      state: among("issued", "in-progress", "reported-done", "verified"),
      issued_at: INSTANT,
    },
    COUNTY,
  );
  await rows.fill(
    "office_head",
    { ...id("head"), office_id: numbered("office", "n"), since: RECENT, until: RECENT },
    COUNTY,
  );
  await rows.fill(
    "obligation_event",
    { obligation_id: numbered("obligation", "n"), kind: "'reject'", at: INSTANT },
    COUNTY,
  );
  await rows.fill(
    "obligation_turn",
    { ...id("turn"), obligation_id: numbered("obligation", "n"), due_on: RECENT },
    COUNTY,
  );
  await rows.fill(
    "issuance",
    {
      ...id("resolution"),
      record_id: one("minutes"),
      number: "nullif(n % 17, 0)",
      issued_at: "timestamptz '2020-01-01 08:00:00Z' + (n / 17) * interval '7 days'",
    },
    PROVINCE,
  );
  await rows.fill("minutes", { ...id("minutes"), source_hash: "n::text" }, PROVINCE);
  await rows.fill("resolution", { ...id("resolution"), minutes_id: one("minutes"), number: "n" }, PROVINCE);
  const review = among("review", "issued", "discarded");
  await rows.fill(
    "minutes_draft",
    { ...id("minutes_draft"), state: review, created_at: INSTANT, source_hash: "n::text", to_look: "n % 17" },
    PROVINCE,
  );
  await rows.fill(
    "minutes_version",
    {
      ...id("minutes_version"),
      meeting_id: one("meeting"),
      version: "1 + n / 100",
      corrects: "nullif(n / 100, 0)",
      reason: "'نام'",
      number: "n",
    },
    PROVINCE,
  );
  await rows.fill("minutes_comment", { ...id("minutes_comment"), draft_id: one("minutes_draft") }, PROVINCE);
  const fileState = among("waiting", "read", "known", "refused");
  await rows.fill("minutes_file", { ...id("minutes_file"), state: fileState }, PROVINCE);
  await rows.fill(
    "message",
    {
      ...id("message"),
      channel: among("sms", "email"),
      urgency: "'ordinary'",
      receiver: "'guest'",
      person_id: "null::uuid",
      office_id: "null::uuid",
      state: among("delivered", "dead", "queued"),
      once_key: "n::text",
      created_at: INSTANT,
    },
    COUNTY,
  );
  await rows.fill(
    "sample_outbox",
    { ...id("sampled"), message_id: numbered("message", "n"), at: INSTANT },
    COUNTY,
  );
  await rows.fill("notification", { account_id: one("account"), created_at: INSTANT }, COUNTY);
  await rows.query(
    "insert into person_word select p.division_id, p.id, w.* from person p, person_tails(search_key, full_name, mobile) w",
  );
  await rows.query(
    "insert into person_block select p.division_id, b.block, p.id from person p, person_blocks(search_key, mobile) b",
  );
  await rows.query(
    "insert into circle_word select c.division_id, c.id, w.* from circle c, search_tails(c.search_key) w",
  );
  await fillReports(rows);
  await rows.settle();
}

async function fillReports(rows: ManyRows): Promise<void> {
  const place = "(select array_agg(id order by id) from division where level = 'county')";
  const codes = INDICATORS.map(({ code }) => `'${code}'`).join(", ");
  await rows.query(
    `insert into report (division_id, id, period, version, submission, state, due_on)
     select d, md5('report ' || d || q)::uuid, q, 1, 1, (array['approved', 'submitted'])[1 + d % 2], '2026-12-24'
     from unnest(${place}) d, unnest(${QUARTERS}) q`,
  );
  await rows.query(
    `insert into report_figure (division_id, report_id, submission, indicator_code, indicator_version, numerator, record_ids)
     select division_id, id, 1, code, 1, 5, '{}' from report, unnest(array[${codes}]) code`,
  );
  await rows.query(
    `insert into report_figure_exception (division_id, report_id, submission, indicator_code, reason, by_name, by_key, at)
     select division_id, report_id, submission, indicator_code, '-', '-', '-', now() from report_figure`,
  );
  await rows.query(
    `insert into rollup_cell (division_id, period, indicator_code, numerator, computed_at)
     select division_id, period, code, 5, now() from report, unnest(array[${codes}]) code`,
  );
  await rows.query(
    `insert into expected_report (division_id, period, status, frozen_at)
     select division_id, period, 'expected', now() from report`,
  );
}
