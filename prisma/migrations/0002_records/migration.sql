-- The records of all areas. The tables mirror prisma/schema; the declarations at the end make their policies.
-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name_fa" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "levels" TEXT[],
    "group_of_five" TEXT,
    "published_at" TIMESTAMPTZ,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_group" (
    "code" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "name_fa" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ,

    CONSTRAINT "body_group_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "party_spelling" (
    "id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "organisation_id" UUID,
    "group_code" TEXT,
    "written" TEXT NOT NULL,
    "search_key" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ,

    CONSTRAINT "party_spelling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name_fa" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "officer_name" TEXT,
    "officer_mobile" TEXT,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "office_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "demand" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "tracking_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "locality" TEXT,
    "channel" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "office_id" UUID,
    "office_name" TEXT,
    "referred_at" TIMESTAMPTZ,
    "limit_on" DATE,
    "answer_kind" TEXT,
    "answer_text" TEXT,
    "answered_at" TIMESTAMPTZ,
    "verdict" TEXT,
    "verdict_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "demand_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "demand_person" (
    "division_id" INTEGER NOT NULL,
    "demand_id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "mobile" TEXT,
    "words" TEXT NOT NULL,

    CONSTRAINT "demand_person_pkey" PRIMARY KEY ("division_id","demand_id")
);

-- CreateTable
CREATE TABLE "demand_event" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "office_id" UUID,
    "tracking_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "demand_event_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "division" (
    "id" INTEGER NOT NULL,
    "parent_id" INTEGER,
    "level" TEXT NOT NULL,
    "code" TEXT,
    "name_fa" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "grade" TEXT NOT NULL DEFAULT 'ordinary',
    "population" INTEGER,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "successor_ids" INTEGER[],

    CONSTRAINT "division_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "division_name" (
    "division_id" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "name_fa" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "division_name_pkey" PRIMARY KEY ("division_id","valid_from")
);

-- CreateTable
CREATE TABLE "weekend_rule" (
    "id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "weekday" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "status" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ,

    CONSTRAINT "weekend_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "name_fa" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "username" TEXT,
    "mobile" TEXT,
    "full_name" TEXT NOT NULL,
    "password_hash" TEXT,
    "is_administrator" BOOLEAN NOT NULL DEFAULT false,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'fa',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "public_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "absolute_expires_at" TIMESTAMPTZ NOT NULL,
    "rotated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personal_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "account_id" UUID,
    "division_id" INTEGER,
    "office_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "personal_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "actor_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "relayed_at" TIMESTAMPTZ,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handled_reaction" (
    "event_id" UUID NOT NULL,
    "reaction" TEXT NOT NULL,
    "handled_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handled_reaction_pkey" PRIMARY KEY ("event_id","reaction")
);

-- CreateTable
CREATE TABLE "job" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "run_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_until" TIMESTAMPTZ,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_key" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "changed" TEXT[],
    "transaction_id" BIGINT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "request_log" (
    "actor_key" TEXT NOT NULL,
    "request_id" UUID NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_log_pkey" PRIMARY KEY ("actor_key","request_id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "starts_at" TEXT,
    "ends_at" TEXT,
    "place" TEXT,
    "state" TEXT NOT NULL,
    "summary" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "meeting_attendance" (
    "division_id" INTEGER NOT NULL,
    "meeting_id" UUID NOT NULL,
    "participants" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "meeting_attendance_pkey" PRIMARY KEY ("division_id","meeting_id","participants")
);

-- CreateTable
CREATE TABLE "minutes_draft" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "source_text" TEXT NOT NULL,
    "source_hash" TEXT NOT NULL,
    "review" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "minutes_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "minutes_draft_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "held_on" DATE,
    "starts_at" TEXT,
    "ends_at" TEXT,
    "place" TEXT,
    "invitation_number" TEXT,
    "agenda" TEXT[],
    "declared_count" INTEGER,
    "source_hash" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ NOT NULL,
    "issued_by_name" TEXT NOT NULL,
    "created_by_key" TEXT NOT NULL,

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "resolution" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "refers_to" INTEGER[],
    "deadline_kind" TEXT NOT NULL,
    "due_on" DATE,
    "cadence" TEXT,
    "receiver" TEXT,
    "no_deadline_reason" TEXT,

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "resolution_item" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "resolution_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "resolution_item_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "resolution_party" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "resolution_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "group_code" TEXT,
    "office_id" UUID,
    "written" TEXT NOT NULL,
    "named_at" TIMESTAMPTZ,
    "named_by_name" TEXT,

    CONSTRAINT "resolution_party_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "search_key" TEXT NOT NULL,
    "mobile" TEXT,
    "tier" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "locality" TEXT,
    "note" TEXT,
    "source" TEXT,
    "joined_on" DATE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "circle" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "place" TEXT,
    "formed_on" DATE NOT NULL,
    "closed_on" DATE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "circle_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "membership" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "circle_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "contact" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "note" TEXT,
    "next_on" DATE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "tier_cadence" (
    "division_id" INTEGER NOT NULL,
    "tier" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ,

    CONSTRAINT "tier_cadence_pkey" PRIMARY KEY ("division_id","tier")
);

-- CreateTable
CREATE TABLE "notification" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "href" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "obligation" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "source_division_id" INTEGER NOT NULL,
    "source_kind" TEXT NOT NULL,
    "source_id" UUID,
    "source_title" TEXT NOT NULL,
    "source_number" INTEGER,
    "resolution_party_id" UUID,
    "parent_id" UUID,
    "office_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "deadline_kind" TEXT NOT NULL,
    "first_due_on" DATE,
    "due_on" DATE,
    "cadence" TEXT,
    "receiver" TEXT,
    "no_deadline_reason" TEXT,
    "state" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ NOT NULL,
    "issued_by_key" TEXT NOT NULL,
    "acknowledged_at" TIMESTAMPTZ,
    "reported_at" TIMESTAMPTZ,
    "reported_by_key" TEXT,
    "verified_at" TIMESTAMPTZ,
    "verified_by_key" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "obligation_event" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "source_division_id" INTEGER NOT NULL,
    "office_id" UUID NOT NULL,
    "obligation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "by_name" TEXT NOT NULL,
    "by_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "obligation_event_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "obligation_evidence" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "source_division_id" INTEGER NOT NULL,
    "office_id" UUID NOT NULL,
    "obligation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "file_hash" TEXT,
    "file_name" TEXT,
    "file_type" TEXT,
    "file_size" INTEGER,
    "by_name" TEXT NOT NULL,
    "by_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "obligation_evidence_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "obstacle" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "office_id" UUID,
    "tried_locally" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "proposal" TEXT,
    "state" TEXT NOT NULL,
    "raised_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "obstacle_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "obstacle_leg" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "source_division_id" INTEGER NOT NULL,
    "obstacle_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tried_locally" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "proposal" TEXT,
    "state" TEXT NOT NULL,
    "arrived_at" TIMESTAMPTZ NOT NULL,
    "limit_on" DATE,
    "taken_at" TIMESTAMPTZ,
    "answer_kind" TEXT,
    "answer_text" TEXT,
    "answered_at" TIMESTAMPTZ,
    "answered_by_name" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "obstacle_leg_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "post" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "title_fa" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "holder_name" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "ended_at" TIMESTAMPTZ,
    "end_reason" TEXT,
    "created_by_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "duty" (
    "code" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "role_group" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text_fa" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "is_absent" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ,

    CONSTRAINT "duty_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "indicator" (
    "code" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "duty_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name_fa" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "unit_fa" TEXT NOT NULL,
    "unit_en" TEXT NOT NULL,
    "formula_fa" TEXT NOT NULL,
    "formula_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "minimum_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "expected_report" (
    "division_id" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT,
    "frozen_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "expected_report_pkey" PRIMARY KEY ("division_id","period")
);

-- CreateTable
CREATE TABLE "report" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "submission" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "due_on" DATE NOT NULL,
    "attested_at" TIMESTAMPTZ,
    "attested_by_name" TEXT,
    "attested_by_key" TEXT,
    "submitted_at" TIMESTAMPTZ,
    "returned_at" TIMESTAMPTZ,
    "return_reason" TEXT,
    "approved_at" TIMESTAMPTZ,
    "approved_by_name" TEXT,
    "approved_by_key" TEXT,
    "accepted_at" TIMESTAMPTZ,
    "accepted_by_name" TEXT,
    "accepted_by_key" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "report_draft" (
    "division_id" INTEGER NOT NULL,
    "report_id" UUID NOT NULL,
    "duty_code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_by_name" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_draft_pkey" PRIMARY KEY ("division_id","report_id","duty_code")
);

-- CreateTable
CREATE TABLE "report_narrative" (
    "division_id" INTEGER NOT NULL,
    "report_id" UUID NOT NULL,
    "submission" INTEGER NOT NULL,
    "duty_code" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "report_narrative_pkey" PRIMARY KEY ("division_id","report_id","submission","duty_code")
);

-- CreateTable
CREATE TABLE "report_figure" (
    "division_id" INTEGER NOT NULL,
    "report_id" UUID NOT NULL,
    "submission" INTEGER NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "indicator_version" INTEGER NOT NULL,
    "numerator" INTEGER NOT NULL,
    "denominator" INTEGER,
    "record_ids" UUID[],

    CONSTRAINT "report_figure_pkey" PRIMARY KEY ("division_id","report_id","submission","indicator_code")
);

-- CreateTable
CREATE TABLE "report_comment" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "submission" INTEGER NOT NULL,
    "indicator_code" TEXT,
    "text" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reply_text" TEXT,
    "reply_by_name" TEXT,
    "replied_at" TIMESTAMPTZ,

    CONSTRAINT "report_comment_pkey" PRIMARY KEY ("division_id","id")
);

-- CreateTable
CREATE TABLE "report_exception" (
    "division_id" INTEGER NOT NULL,
    "report_id" UUID NOT NULL,
    "child_division_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_exception_pkey" PRIMARY KEY ("division_id","report_id","child_division_id")
);

-- CreateTable
CREATE TABLE "rollup_mark" (
    "id" BIGSERIAL NOT NULL,
    "division_id" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rollup_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rollup_cell" (
    "division_id" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "numerator" INTEGER NOT NULL,
    "denominator" INTEGER,
    "computed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "rollup_cell_pkey" PRIMARY KEY ("division_id","period","indicator_code")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_code_key" ON "organisation"("code");

-- CreateIndex
CREATE INDEX "organisation_division_id_idx" ON "organisation"("division_id");

-- CreateIndex
CREATE UNIQUE INDEX "party_spelling_division_id_search_key_key" ON "party_spelling"("division_id", "search_key");

-- CreateIndex
CREATE INDEX "office_organisation_id_division_id_idx" ON "office"("organisation_id", "division_id");

-- CreateIndex
CREATE UNIQUE INDEX "office_division_id_organisation_id_key" ON "office"("division_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "demand_tracking_code_key" ON "demand"("tracking_code");

-- CreateIndex
CREATE INDEX "demand_division_id_received_on_id_idx" ON "demand"("division_id", "received_on", "id");

-- CreateIndex
CREATE INDEX "demand_division_id_office_id_received_on_id_idx" ON "demand"("division_id", "office_id", "received_on", "id");

-- CreateIndex
CREATE INDEX "demand_event_division_id_demand_id_at_idx" ON "demand_event"("division_id", "demand_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "division_code_key" ON "division"("code");

-- CreateIndex
CREATE INDEX "division_parent_id_idx" ON "division"("parent_id");

-- CreateIndex
CREATE INDEX "weekend_rule_division_id_idx" ON "weekend_rule"("division_id");

-- CreateIndex
CREATE INDEX "holiday_division_id_day_idx" ON "holiday"("division_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "account_username_key" ON "account"("username");

-- CreateIndex
CREATE UNIQUE INDEX "account_mobile_key" ON "account"("mobile");

-- CreateIndex
CREATE UNIQUE INDEX "session_public_id_key" ON "session"("public_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "personal_link_token_hash_key" ON "personal_link"("token_hash");

-- CreateIndex
CREATE INDEX "personal_link_account_id_idx" ON "personal_link"("account_id");

-- CreateIndex
CREATE INDEX "personal_link_division_id_office_id_idx" ON "personal_link"("division_id", "office_id");

-- CreateIndex
CREATE INDEX "audit_entry_division_id_subject_subject_id_idx" ON "audit_entry"("division_id", "subject", "subject_id");

-- CreateIndex
CREATE INDEX "meeting_division_id_held_on_id_idx" ON "meeting"("division_id", "held_on", "id");

-- CreateIndex
CREATE INDEX "minutes_draft_division_id_source_hash_idx" ON "minutes_draft"("division_id", "source_hash");

-- CreateIndex
CREATE INDEX "minutes_draft_division_id_created_at_id_idx" ON "minutes_draft"("division_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "minutes_division_id_issued_at_id_idx" ON "minutes"("division_id", "issued_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_division_id_source_hash_key" ON "minutes"("division_id", "source_hash");

-- CreateIndex
CREATE UNIQUE INDEX "resolution_division_id_minutes_id_number_key" ON "resolution"("division_id", "minutes_id", "number");

-- CreateIndex
CREATE INDEX "resolution_item_division_id_resolution_id_idx" ON "resolution_item"("division_id", "resolution_id");

-- CreateIndex
CREATE INDEX "resolution_party_division_id_resolution_id_idx" ON "resolution_party"("division_id", "resolution_id");

-- CreateIndex
CREATE INDEX "resolution_party_division_id_kind_named_at_idx" ON "resolution_party"("division_id", "kind", "named_at");

-- CreateIndex
CREATE INDEX "person_division_id_created_at_id_idx" ON "person"("division_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "person_division_id_mobile_key" ON "person"("division_id", "mobile");

-- CreateIndex
CREATE INDEX "circle_division_id_created_at_id_idx" ON "circle"("division_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "membership_division_id_circle_id_idx" ON "membership"("division_id", "circle_id");

-- CreateIndex
CREATE INDEX "membership_division_id_person_id_idx" ON "membership"("division_id", "person_id");

-- CreateIndex
CREATE INDEX "contact_division_id_person_id_happened_on_idx" ON "contact"("division_id", "person_id", "happened_on");

-- CreateIndex
CREATE INDEX "contact_division_id_happened_on_id_idx" ON "contact"("division_id", "happened_on", "id");

-- CreateIndex
CREATE INDEX "notification_division_id_account_id_created_at_id_idx" ON "notification"("division_id", "account_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "obligation_division_id_issued_at_id_idx" ON "obligation"("division_id", "issued_at", "id");

-- CreateIndex
CREATE INDEX "obligation_source_division_id_issued_at_id_idx" ON "obligation"("source_division_id", "issued_at", "id");

-- CreateIndex
CREATE INDEX "obligation_division_id_office_id_issued_at_id_idx" ON "obligation"("division_id", "office_id", "issued_at", "id");

-- CreateIndex
CREATE INDEX "obligation_division_id_parent_id_idx" ON "obligation"("division_id", "parent_id");

-- CreateIndex
CREATE INDEX "obligation_source_division_id_source_id_idx" ON "obligation"("source_division_id", "source_id");

-- CreateIndex
CREATE INDEX "obligation_event_division_id_obligation_id_at_idx" ON "obligation_event"("division_id", "obligation_id", "at");

-- CreateIndex
CREATE INDEX "obligation_evidence_division_id_obligation_id_idx" ON "obligation_evidence"("division_id", "obligation_id");

-- CreateIndex
CREATE INDEX "obstacle_division_id_raised_on_id_idx" ON "obstacle"("division_id", "raised_on", "id");

-- CreateIndex
CREATE INDEX "obstacle_leg_division_id_arrived_at_id_idx" ON "obstacle_leg"("division_id", "arrived_at", "id");

-- CreateIndex
CREATE INDEX "obstacle_leg_source_division_id_obstacle_id_idx" ON "obstacle_leg"("source_division_id", "obstacle_id");

-- CreateIndex
CREATE INDEX "appointment_account_id_idx" ON "appointment"("account_id");

-- CreateIndex
CREATE INDEX "appointment_division_id_post_id_idx" ON "appointment"("division_id", "post_id");

-- CreateIndex
CREATE INDEX "expected_report_period_division_id_idx" ON "expected_report"("period", "division_id");

-- CreateIndex
CREATE INDEX "report_period_division_id_idx" ON "report"("period", "division_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_division_id_period_version_key" ON "report"("division_id", "period", "version");

-- CreateIndex
CREATE INDEX "report_comment_division_id_report_id_at_idx" ON "report_comment"("division_id", "report_id", "at");

-- CreateIndex
CREATE INDEX "rollup_mark_division_id_period_idx" ON "rollup_mark"("division_id", "period");

-- CreateIndex
CREATE INDEX "rollup_cell_period_indicator_code_division_id_idx" ON "rollup_cell"("period", "indicator_code", "division_id");

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_person" ADD CONSTRAINT "demand_person_division_id_demand_id_fkey" FOREIGN KEY ("division_id", "demand_id") REFERENCES "demand"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_event" ADD CONSTRAINT "demand_event_division_id_demand_id_fkey" FOREIGN KEY ("division_id", "demand_id") REFERENCES "demand"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_division_id_meeting_id_fkey" FOREIGN KEY ("division_id", "meeting_id") REFERENCES "meeting"("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_division_id_minutes_id_fkey" FOREIGN KEY ("division_id", "minutes_id") REFERENCES "minutes"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution_item" ADD CONSTRAINT "resolution_item_division_id_resolution_id_fkey" FOREIGN KEY ("division_id", "resolution_id") REFERENCES "resolution"("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution_party" ADD CONSTRAINT "resolution_party_division_id_resolution_id_fkey" FOREIGN KEY ("division_id", "resolution_id") REFERENCES "resolution"("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_division_id_circle_id_fkey" FOREIGN KEY ("division_id", "circle_id") REFERENCES "circle"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_division_id_person_id_fkey" FOREIGN KEY ("division_id", "person_id") REFERENCES "person"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_division_id_person_id_fkey" FOREIGN KEY ("division_id", "person_id") REFERENCES "person"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_division_id_parent_id_fkey" FOREIGN KEY ("division_id", "parent_id") REFERENCES "obligation"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation_event" ADD CONSTRAINT "obligation_event_division_id_obligation_id_fkey" FOREIGN KEY ("division_id", "obligation_id") REFERENCES "obligation"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation_evidence" ADD CONSTRAINT "obligation_evidence_division_id_obligation_id_fkey" FOREIGN KEY ("division_id", "obligation_id") REFERENCES "obligation"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_division_id_post_id_fkey" FOREIGN KEY ("division_id", "post_id") REFERENCES "post"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_draft" ADD CONSTRAINT "report_draft_division_id_report_id_fkey" FOREIGN KEY ("division_id", "report_id") REFERENCES "report"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_narrative" ADD CONSTRAINT "report_narrative_division_id_report_id_fkey" FOREIGN KEY ("division_id", "report_id") REFERENCES "report"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_figure" ADD CONSTRAINT "report_figure_division_id_report_id_fkey" FOREIGN KEY ("division_id", "report_id") REFERENCES "report"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_division_id_report_id_fkey" FOREIGN KEY ("division_id", "report_id") REFERENCES "report"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_exception" ADD CONSTRAINT "report_exception_division_id_report_id_fkey" FOREIGN KEY ("division_id", "report_id") REFERENCES "report"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema cannot say.
alter table "rollup_mark" alter column "at" set default now();
create index "outbox_event_waiting" on "outbox_event" ("created_at") where "relayed_at" is null;
create index "job_waiting" on "job" ("run_at") where "state" = 'waiting';
create unique index "appointment_one_holder" on "appointment" ("division_id", "post_id") where "ended_at" is null and "ends_on" is null;
alter table "obligation" add constraint "obligation_source_chk" check ("source_division_id" between 0 and 99999);
alter table "audit_entry" alter column "transaction_id" set default pg_current_xact_id()::text::bigint;

-- Reading classes: every table with records is declared here, once.
select tenancy.declare('division', 'public', '{none}', '{administrator}');
select tenancy.declare('division_name', 'public', '{none}', '{administrator}');
select tenancy.declare('weekend_rule', 'flows-down');
select tenancy.declare('holiday', 'flows-down');
select tenancy.declare('account', 'door', '{door}', '{administrator}');
select tenancy.declare('session', 'door', '{door}', '{}', true);
select tenancy.declare('personal_link', 'door', '{door}', '{administrator,staff-insert}');
select tenancy.declare('rate_limit', 'door', '{door}', '{}', true);
select tenancy.declare('post', 'nested', '{above}', '{administrator,door-read}');
select tenancy.declare('appointment', 'nested', '{above}', '{account,administrator,door-read}');
select tenancy.declare('organisation', 'flows-down');
select tenancy.declare('body_group', 'flows-down');
select tenancy.declare('party_spelling', 'flows-down');
select tenancy.declare('office', 'nested', '{place}', '{own-office,administrator}');
select tenancy.declare('person', 'exact');
select tenancy.declare('circle', 'nested');
select tenancy.declare('membership', 'exact');
select tenancy.declare('contact', 'exact', '{place}', '{}', true);
select tenancy.declare('tier_cadence', 'flows-down');
select tenancy.declare('meeting', 'nested', '{place}', '{}', true);
select tenancy.declare('meeting_attendance', 'nested', '{place}', '{}', true);
select tenancy.declare('minutes_draft', 'exact');
select tenancy.declare('minutes', 'nested');
select tenancy.declare('resolution', 'nested');
select tenancy.declare('resolution_item', 'nested');
select tenancy.declare('resolution_party', 'nested');
select tenancy.declare('obligation', 'two-ended', '{place,source}', '{office}');
select tenancy.declare('obligation_event', 'two-ended', '{append,append-source}', '{office-append}');
select tenancy.declare('obligation_evidence', 'two-ended', '{append,append-source}', '{office-append}');
select tenancy.declare('demand', 'nested', '{place}', '{tracking}');
select tenancy.declare('demand_person', 'exact');
select tenancy.declare('demand_event', 'nested', '{append}', '{tracking-append}');
select tenancy.declare('obstacle', 'nested');
select tenancy.declare('obstacle_leg', 'two-ended', '{place,up}');
select tenancy.declare('duty', 'flows-down');
select tenancy.declare('indicator', 'flows-down');
select tenancy.declare('expected_report', 'nested');
select tenancy.declare('report', 'nested', '{above}');
select tenancy.declare('report_draft', 'exact', '{place}', '{}', true);
select tenancy.declare('report_narrative', 'nested');
select tenancy.declare('report_figure', 'nested');
select tenancy.declare('report_comment', 'nested', '{above}');
select tenancy.declare('report_exception', 'nested', '{place}', '{}', true);
select tenancy.declare('rollup_mark', 'system', '{relay}', '{}', true);
select tenancy.declare('rollup_cell', 'nested');
select tenancy.declare('notification', 'exact');
select tenancy.declare('outbox_event', 'system', '{anyone,relay}');
select tenancy.declare('handled_reaction', 'system', '{anyone}');
select tenancy.declare('job', 'system', '{relay}', '{}', true);
select tenancy.declare('audit_entry', 'exact', '{append}');
select tenancy.declare('request_log', 'own', '{own}');
