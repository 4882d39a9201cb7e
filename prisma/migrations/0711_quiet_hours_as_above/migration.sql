-- A place may take its own quiet hours back: from then on those of the nearest level above hold again. What held before stays.
alter table quiet_hours add column as_above boolean not null default false;

-- The message centre by why something did not go out, the newest first.
create index message_by_why on message (division_id, why, created_at, id) where why is not null;
