-- The field of activity names a kind of work: it stands on a circle, never on a person.
alter table circle add column field text;
