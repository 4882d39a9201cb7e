-- An event may wait for its hour: a message that must not wake anybody, a question that is asked again later.
alter table outbox_event add column due_at timestamptz not null default now();
drop index "outbox_event_waiting";
create index "outbox_event_waiting" on "outbox_event" ("due_at") where "relayed_at" is null;

-- One thing to be said to one receiver over one channel. Its words are made when it goes; its number or address is the
-- receiver's own, unless somebody typed another.
create table message (
  division_id int not null,
  id uuid not null,
  channel text not null constraint message_channel_check check (channel in ('email', 'sms')),
  kind text not null,
  urgency text not null constraint message_urgency_check check (urgency in ('urgent', 'ordinary')),
  params jsonb not null default '{}',
  href text,
  -- Words that somebody wrote himself, in place of the sentence of the kind.
  own_text text,
  locale text not null default 'fa',
  receiver text not null constraint message_receiver_check check (receiver in ('account', 'person', 'office', 'guest')),
  account_id uuid,
  person_id uuid,
  office_id uuid,
  guest_name text,
  typed_address text,
  state text not null,
  why text,
  due_at timestamptz not null,
  until timestamptz not null,
  -- What it is about, so that it can be called off, and what keeps it from being said twice.
  about text,
  once_key text,
  link_purpose text,
  link_record_id uuid,
  link_until timestamptz,
  -- Each round is a sending of its own with an id of its own; within a round nothing is sent twice.
  round int not null default 1,
  attempts int not null default 0,
  asked int not null default 0,
  may_have_gone boolean not null default false,
  first_tried_at timestamptz,
  claimed_until timestamptz,
  sent_to text,
  remote_id text,
  created_at timestamptz not null,
  created_by_key text not null,
  created_by_name text not null,
  accepted_at timestamptz,
  settled_at timestamptz,
  revision int not null default 1,
  primary key (division_id, id),
  constraint message_person_fkey foreign key (division_id, person_id) references person (division_id, id)
    on delete restrict on update cascade,
  constraint message_office_fkey foreign key (division_id, office_id) references office (division_id, id)
    on delete restrict on update cascade
);
create index message_division_id_created_at_id_idx on message (division_id, created_at, id);
create index message_division_id_state_created_at_id_idx on message (division_id, state, created_at, id);
create index message_division_id_person_id_idx on message (division_id, person_id);
create index message_division_id_office_id_created_at_id_idx on message (division_id, office_id, created_at, id);
create index message_division_id_about_idx on message (division_id, about);
create unique index message_division_id_once_key_key on message (division_id, once_key);
-- What is gathered for somebody is one message until it goes.
create unique index message_gathering on message (division_id, account_id, channel) where kind = 'digest' and state = 'queued';
select tenancy.declare('message', 'exact', '{place}', '{}', true);
select tenancy.keep_place('message');
select tenancy.open_door('message', 'own-office-read',
  $$division_id = (select nullif(current_setting('app.office_division', true), '')::int)
    and office_id = (select nullif(current_setting('app.office', true), '')::uuid)$$, '{select}');

create table message_event (
  division_id int not null,
  id uuid not null,
  message_id uuid not null,
  state text not null,
  why text,
  at timestamptz not null,
  by_key text not null,
  by_name text not null,
  primary key (division_id, id),
  constraint message_event_message_fkey foreign key (division_id, message_id) references message (division_id, id)
    on delete cascade on update cascade
);
create index message_event_division_id_message_id_at_id_idx on message_event (division_id, message_id, at, id);
select tenancy.declare('message_event', 'exact', '{append}');
select tenancy.keep_place('message_event');

-- Under which number the gateway knows a message: its reports name nothing else.
create table message_receipt (
  remote_id text not null,
  division_id int not null,
  message_id uuid not null,
  primary key (remote_id),
  constraint message_receipt_message_fkey foreign key (division_id, message_id) references message (division_id, id)
    on delete cascade on update cascade
);
create index message_receipt_division_id_message_id_idx on message_receipt (division_id, message_id);
select tenancy.declare('message_receipt', 'exact');
select tenancy.keep_place('message_receipt');
select tenancy.open_door('message_receipt', 'gateway',
  $$(select nullif(current_setting('app.kind', true), '')) = 'relay'$$, '{select}');

-- An address that came to nothing: nothing more is sent there until another takes its place, or somebody says it is right.
create table bad_address (
  division_id int not null,
  channel text not null,
  address_hash text not null,
  why text not null,
  at timestamptz not null,
  message_id uuid not null,
  primary key (division_id, channel, address_hash)
);
select tenancy.declare('bad_address', 'exact', '{place}', '{}', true);
select tenancy.keep_place('bad_address');

-- Between which hours nothing that is not urgent goes out; the nearest place's own word holds.
create table quiet_hours (
  division_id int not null,
  id uuid not null,
  from_time time not null,
  to_time time not null,
  valid_from date not null,
  set_by_name text,
  published_at timestamptz not null,
  primary key (division_id, id)
);
create index quiet_hours_division_id_valid_from_idx on quiet_hours (division_id, valid_from);
select tenancy.declare('quiet_hours', 'flows-down');
select tenancy.keep_place('quiet_hours');
insert into quiet_hours (division_id, id, from_time, to_time, valid_from, published_at)
  values (0, '01900000-0000-7000-8000-000000000600', '21:00', '08:00', '2020-01-01', '2020-01-01T00:00:00Z');

-- What an account wishes to hear outside of the pages, and where.
create table message_account (
  account_id uuid not null,
  email text,
  digest text not null default 'daily' constraint message_account_digest_check check (digest in ('daily', 'weekly')),
  revision int not null default 1,
  primary key (account_id),
  constraint message_account_account_id_fkey foreign key (account_id) references account (id)
    on delete cascade on update cascade
);
select tenancy.declare('message_account', 'door', '{door}');
create table message_preference (
  account_id uuid not null,
  topic text not null,
  channel text not null,
  choice text not null constraint message_preference_choice_check check (choice in ('now', 'digest', 'off')),
  primary key (account_id, topic, channel),
  constraint message_preference_account_id_fkey foreign key (account_id) references account (id)
    on delete cascade on update cascade
);
select tenancy.declare('message_preference', 'door', '{door}');

-- By which message a notification went out as well.
alter table notification add column told_in uuid;

-- A personal link is bound to one record and one receiver, whatever it is for.
alter table personal_link add column record_id uuid, add column receiver text;
create index personal_link_division_id_record_id_idx on personal_link (division_id, record_id);
select tenancy.open_door('personal_link', 'record-links',
  $$record_id is not null and division_id = (select nullif(current_setting('app.division', true), '')::int)$$,
  '{select,update}');

-- The sample sends nothing: what would have gone out stands here, word for word.
create table sample_outbox (
  division_id int not null,
  id uuid not null,
  message_id uuid not null,
  channel text not null,
  address text not null,
  subject text,
  body text not null,
  at timestamptz not null,
  primary key (division_id, id),
  constraint sample_outbox_message_fkey foreign key (division_id, message_id) references message (division_id, id)
    on delete cascade on update cascade
);
create index sample_outbox_division_id_at_id_idx on sample_outbox (division_id, at, id);
create index sample_outbox_division_id_message_id_idx on sample_outbox (division_id, message_id);
select tenancy.declare('sample_outbox', 'exact');
select tenancy.keep_place('sample_outbox');
