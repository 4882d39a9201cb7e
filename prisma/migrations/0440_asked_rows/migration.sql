-- Of a row may also be asked whose it is: its number or code belongs to somebody of another name, of the county or of an
-- earlier row of the same list.
alter table person_import_twin
  alter column person_id drop not null,
  add column question text not null default 'likely',
  add column other_row integer,
  add column other_name text,
  add constraint person_import_twin_question check (question in ('likely', 'number', 'code')),
  add constraint person_import_twin_other check ((person_id is null) <> (other_row is null));

-- Lists that were looked through without these questions are looked through anew.
delete from person_import_twin;
update person_import set state = 'columns', preview = null, revision = revision + 1 where state = 'checked';
