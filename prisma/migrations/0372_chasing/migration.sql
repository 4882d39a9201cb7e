-- A decision that no minutes hold: where it came from, and the number and date of whoever wrote to us about it.
alter table issuance
  add column from_kind text,
  add column their_number text,
  add column their_on date,
  add column receiver text,
  add column no_deadline_reason text;
alter table obligation
  add column their_number text,
  add column their_on date;
-- Our own numbers run through, place by place.
create unique index issuance_decision_number on issuance (division_id, number) where source_kind = 'decision';

-- What was sent to an office about what it owes: one message for each office, however many items it speaks of.
create table office_message (
  division_id int not null,
  id uuid not null,
  source_division_id int not null,
  office_id uuid not null,
  -- chase: somebody asked the silent. reminder: by the working calendar.
  kind text not null check (kind in ('chase', 'reminder')),
  batch_id uuid not null,
  -- The text of which the silent were asked.
  source_id uuid,
  due_soon int not null default 0,
  overdue int not null default 0,
  silent int not null default 0,
  escalated int not null default 0,
  note text,
  by_name text not null,
  by_key text not null,
  sent_at timestamptz not null,
  sent_on date not null,
  seen_at timestamptz,
  primary key (division_id, id),
  constraint office_message_office_fkey foreign key (division_id, office_id) references office (division_id, id)
    on delete restrict on update cascade
);
create index office_message_division_id_office_id_sent_at_id_idx on office_message (division_id, office_id, sent_at, id);
create index office_message_source_division_id_batch_id_idx on office_message (source_division_id, batch_id);
create index office_message_source_division_id_source_id_idx on office_message (source_division_id, source_id);
select tenancy.declare('office_message', 'two-ended', '{append,append-source}', '{office}');
select tenancy.keep_place('office_message');

-- Of which obligation a message speaks, and why. The key is what keeps anything from being said twice.
create table office_message_item (
  division_id int not null,
  obligation_id uuid not null,
  kind text not null,
  -- What it is said for: the day it is due, the day it was issued, the day it was asked.
  mark text not null,
  source_division_id int not null,
  message_id uuid not null,
  primary key (division_id, obligation_id, kind, mark),
  constraint office_message_item_obligation_fkey foreign key (division_id, obligation_id)
    references obligation (division_id, id) on delete restrict on update cascade,
  constraint office_message_item_message_fkey foreign key (division_id, message_id)
    references office_message (division_id, id) on delete restrict on update cascade
);
create index office_message_item_division_id_message_id_idx on office_message_item (division_id, message_id);
select tenancy.declare('office_message_item', 'two-ended', '{append,append-source}');
select tenancy.keep_place('office_message_item');
