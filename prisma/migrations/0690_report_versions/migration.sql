-- A locked report is opened anew by the nation: a later version begins with the reason, and the earlier stays as it was.
alter table report
  add column reopened_at timestamptz,
  add column reopened_by_name text,
  add column reopened_by_key text,
  add column reopen_reason text,
  add column approved_for_key text,
  add column accepted_for_key text;
alter table report add constraint report_version_has_reason check (version = 1 or reopen_reason is not null);

-- Which records of a submission's sample somebody of the level above has had before him.
create table report_sample_seen (
  division_id integer not null,
  report_id uuid not null,
  submission integer not null,
  record_id uuid not null,
  by_key text not null,
  by_name text not null,
  at timestamptz not null default now(),
  constraint report_sample_seen_pkey primary key (division_id, report_id, submission, by_key, record_id),
  constraint report_sample_seen_division_id_report_id_fkey foreign key (division_id, report_id)
    references report (division_id, id) on delete restrict on update cascade
);
select tenancy.declare('report_sample_seen', 'nested', '{above}');
select tenancy.keep_place('report_sample_seen');
