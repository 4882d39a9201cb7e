-- One entry for many people at once: contacts of one batch are written and taken back together.
alter table contact add column batch_id uuid;
create index contact_division_id_batch_id_idx on contact (division_id, batch_id);
-- Two people who write the same list down at once write each member down once.
create unique index contact_batch_once on contact (division_id, person_id, happened_on, channel, outcome)
  where batch_id is not null;

-- What a reached member asked for is open until somebody says what was done.
alter table contact
  add column action_needed boolean not null default false,
  add column action_taken_at timestamptz,
  add column action_taken_by_key text,
  add column action_taken_note text;
create index contact_open_action on contact (division_id, happened_on, id)
  where action_needed and action_taken_at is null;
