-- What an office owes was put in other words: it is told so once, as it is told of a limit.
alter table office_message
  drop constraint office_message_kind_check,
  add constraint office_message_kind_check check (kind in ('chase', 'reminder', 'correction')),
  add column corrected int not null default 0;
