-- Quiet hours are said for each channel: what wakes nobody may go at night. Closed days hold back what the place says.
alter table quiet_hours add column channel text, add column on_closed_days boolean not null default true;
update quiet_hours set channel = 'sms';
insert into quiet_hours (division_id, id, from_time, to_time, valid_from, set_by_name, published_at, channel)
  select division_id, gen_random_uuid(), from_time, to_time, valid_from, set_by_name, published_at, 'email' from quiet_hours;
alter table quiet_hours alter column channel set not null;
alter table quiet_hours add constraint quiet_hours_channel_check check (channel in ('email', 'sms'));
drop index quiet_hours_division_id_valid_from_idx;
create index quiet_hours_division_id_channel_valid_from_idx on quiet_hours (division_id, channel, valid_from);
