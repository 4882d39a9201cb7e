-- Why a list is taken back: there is no way back from it, so that somebody writes it down, as for one wrong record.
alter table person_import add column undone_reason text;
