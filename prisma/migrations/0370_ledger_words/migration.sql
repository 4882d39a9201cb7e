-- Why a day was moved, from the catalogue, and who accepted that an obligation does not concern its office.
alter table obligation_event
  add column cause text,
  add column accepted_by text;

-- The day as it was said, where offices are closed on it and the limit went to the next day on which they work.
alter table obligation
  add column asked_due_on date,
  add column cause text,
  add column obstacle_id uuid,
  add column verified_for_key text,
  add column verified_how text;
alter table issuance add column asked_due_on date;

-- What blocks an obligation is an obstacle that its own place has raised.
alter table obligation add constraint obligation_obstacle_fkey
  foreign key (division_id, obstacle_id) references obstacle (division_id, id) on delete restrict on update cascade;
create index obligation_division_id_obstacle_id_idx on obligation (division_id, obstacle_id);

-- Each turn of a continuous obligation has an answer of its own.
alter table obligation_evidence
  add column turn_id uuid,
  add column record_kind text,
  add column record_id uuid;
alter table obligation_turn
  add column reported_for_key text,
  add column verified_for_key text,
  add column verified_how text;

-- Whoever reported it never verifies it: neither by his own hand, nor as somebody's deputy, nor by his deputy. What was
-- kept before stands as it is.
alter table obligation add constraint obligation_not_by_own_hand check (
  verified_by_key is null or not coalesce(
    verified_by_key = reported_by_key or verified_by_key = reported_for_key
    or verified_for_key = reported_by_key or verified_for_key = reported_for_key, false)) not valid;
alter table obligation_turn add constraint obligation_turn_not_by_own_hand check (
  not coalesce(
    verified_by_key = reported_by_key or verified_by_key = reported_for_key
    or verified_for_key = reported_by_key or verified_for_key = reported_for_key, false)) not valid;
