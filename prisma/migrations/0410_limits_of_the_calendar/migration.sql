-- A change of the working calendar moves many limits at once: the act of which a step in a timeline is one.
alter table obligation_event add column act_id uuid;
create index obligation_event_act on obligation_event (division_id, act_id) where act_id is not null;

-- An office hears of the limits that the calendar moved in one message, as it does of everything else.
alter table office_message
  drop constraint office_message_kind_check,
  add constraint office_message_kind_check check (kind in ('chase', 'reminder', 'correction', 'calendar')),
  add column moved int not null default 0;
