-- A session's token is changed every hour: the offered one waits until the browser shows it, the one before holds for
-- the requests that were under way.
alter table "session"
  add column "is_kept" boolean not null default false,
  add column "offered_id" text,
  add column "offered_at" timestamptz,
  add column "previous_id" text;
create unique index "session_offered_id_key" on "session" ("offered_id");
create unique index "session_previous_id_key" on "session" ("previous_id");
