-- The hour for which a next contact was agreed.
alter table contact add column next_at time,
  add constraint contact_next_at check (next_at is null or next_on is not null);
