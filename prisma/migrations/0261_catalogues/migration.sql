-- The frame of every page takes a place's own words before its page reads anything.
drop policy catalogue_entry_read on catalogue_entry;
drop policy catalogue_entry_insert on catalogue_entry;
drop policy catalogue_entry_update on catalogue_entry;
delete from tenancy.declaration where table_name = 'catalogue_entry';
select tenancy.declare('catalogue_entry', 'flows-down', '{place}', '{door-read}');

-- Fields of work are the columns of the coverage: they have other words, and stand.
alter table catalogue_entry drop constraint catalogue_entry_stands;
alter table catalogue_entry add constraint catalogue_entry_stands
  check (kind not in ('tier', 'outcome', 'field') or retired_on is null);
