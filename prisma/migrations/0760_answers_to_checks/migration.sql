-- What is asked about a figure or a duty is answered by a sentence, or by somebody who has seen it and says that it is
-- right: `about` is then what he saw, so that his word does not stand for another figure.
alter table report_explanation rename column indicator_code to subject;
alter table report_explanation add column about text;

-- The answers as they were sent, each with its hand and its moment.
create table report_answer (
  division_id integer not null,
  report_id uuid not null,
  submission integer not null,
  subject text not null,
  text text not null,
  about text,
  by_name text not null,
  at timestamptz not null,
  constraint report_answer_pkey primary key (division_id, report_id, submission, subject),
  constraint report_answer_division_id_report_id_fkey foreign key (division_id, report_id)
    references report (division_id, id) on delete restrict on update cascade
);
select tenancy.declare('report_answer', 'nested');
select tenancy.keep_place('report_answer');
