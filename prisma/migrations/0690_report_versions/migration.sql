-- A locked report is opened anew by the nation: a later version begins with the reason, and the earlier stays as it was.
-- A governor signs a report before it is sent where his province asks for it; a change of the drafts takes it away.
alter table report
  add column reopened_at timestamptz,
  add column reopened_by_name text,
  add column reopened_by_key text,
  add column reopen_reason text,
  add column countersigned_at timestamptz,
  add column countersigned_by_name text,
  add column countersigned_by_key text,
  add column countersigned_for_key text,
  add column approved_for_key text,
  add column accepted_for_key text;
alter table report add constraint report_version_has_reason check (version = 1 or reopen_reason is not null);

-- A figure that whoever approves does not stand for, with the reason: it is named beside the figure at every level.
create table report_figure_exception (
  division_id integer not null,
  report_id uuid not null,
  submission integer not null,
  indicator_code text not null,
  reason text not null,
  by_name text not null,
  by_key text not null,
  at timestamptz not null default now(),
  revision integer not null default 1,
  constraint report_figure_exception_pkey primary key (division_id, report_id, submission, indicator_code),
  constraint report_figure_exception_division_id_report_id_fkey foreign key (division_id, report_id)
    references report (division_id, id) on delete restrict on update cascade
);
select tenancy.declare('report_figure_exception', 'nested', '{above}');
select tenancy.keep_place('report_figure_exception');

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

-- The answer of the level above to a report that stands: people stop reporting into silence.
create table report_letter (
  division_id integer not null,
  report_id uuid not null,
  text text not null,
  by_name text not null,
  by_key text not null,
  at timestamptz not null default now(),
  revision integer not null default 1,
  constraint report_letter_pkey primary key (division_id, report_id),
  constraint report_letter_division_id_report_id_fkey foreign key (division_id, report_id)
    references report (division_id, id) on delete restrict on update cascade
);
select tenancy.declare('report_letter', 'nested', '{above}');
select tenancy.keep_place('report_letter');

-- Whether reports of a place are signed by its governor before they are sent: said by the level above it.
create table report_rule (
  division_id integer not null,
  countersigns boolean not null,
  by_name text not null,
  at timestamptz not null default now(),
  revision integer not null default 1,
  constraint report_rule_pkey primary key (division_id)
);
select tenancy.declare('report_rule', 'nested', '{above}');
select tenancy.keep_place('report_rule');
