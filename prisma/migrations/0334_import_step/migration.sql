-- The step of the joining path on which a list's people stand when they come in. Lists before this one were brought in as
-- members.
alter table person_import add column entry_state text not null default 'active'
  constraint person_import_entry_state check (entry_state in ('identified', 'invited', 'active'));
alter table person_import alter column entry_state set default 'identified';
