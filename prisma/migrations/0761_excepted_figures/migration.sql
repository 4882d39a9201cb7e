-- A figure of a submission that the level above approves with an exception, and why.
create table report_figure_exception (
  division_id integer not null,
  report_id uuid not null,
  submission integer not null,
  indicator_code text not null,
  reason text not null,
  by_name text not null,
  by_key text not null,
  at timestamptz not null,
  revision integer not null default 1,
  constraint report_figure_exception_pkey primary key (division_id, report_id, submission, indicator_code),
  constraint report_figure_exception_figure_fkey
    foreign key (division_id, report_id, submission, indicator_code)
    references report_figure (division_id, report_id, submission, indicator_code) on delete restrict on update cascade
);
select tenancy.declare('report_figure_exception', 'nested', '{above}', '{}', true);
select tenancy.keep_place('report_figure_exception');
