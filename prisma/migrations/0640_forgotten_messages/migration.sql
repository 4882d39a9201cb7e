-- A message whose job was lost, or failed for good, is looked for: when that was done last.
alter table message add column looked_for_at timestamptz;
-- One of many to whom the record was said: an invitation of the meeting that `about` names.
alter table message add column about_part text;
create index message_open on message (due_at) where state in ('queued', 'sending', 'unsure');

-- Places with messages of which nobody has heard for long, for whoever carries events: numbers of places and nothing else.
create function tenancy.places_with_open_messages(due_before timestamptz, most int) returns setof int
  language sql stable security definer set search_path = public, pg_temp as $$
  select division_id from message
  where current_setting('app.kind', true) = 'relay' and state in ('queued', 'sending', 'unsure') and due_at < due_before
  group by division_id order by min(due_at) limit most
$$;
revoke all on function tenancy.places_with_open_messages(timestamptz, int) from public;
do $$
begin
  execute format('grant execute on function tenancy.places_with_open_messages(timestamptz, int) to %I',
    tenancy.application_role());
end $$;

-- What is carried out of the pages knows what it is about, and from when on it is of no use.
alter table notification add column about text, add column about_part text, add column until timestamptz;
create index notification_about on notification (division_id, about) where about is not null;

-- Which day of a meeting that is moved an invitee was told last: by its count of moves.
alter table meeting_invitation add column told_sequence int not null default 0;
