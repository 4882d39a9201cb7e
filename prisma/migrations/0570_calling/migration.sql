-- Meetings are called before they are held: types, rooms, series and agendas, and the planned life of a meeting.

-- A policy that every reading of a table must satisfy beside those that let it through.
create function tenancy.narrow(tbl text, name text, using_clause text) returns void language plpgsql as $fn$
begin
  execute format('create policy %I on %I as restrictive for select to %I using (%s)',
    tbl || '_' || name || '_select', tbl, tenancy.application_role(), using_clause);
  update tenancy.declaration set doors = doors || name where table_name = tbl;
end
$fn$;

-- The nation's types of meetings and those that a province or a county adds; `kind` is what the indicators count.
create table meeting_type (
  division_id int not null,
  code text not null,
  fa text not null,
  en text not null,
  kind text not null constraint meeting_type_kind check
    (kind in ('thematic', 'among-people', 'joint', 'provincial', 'council', 'other')),
  levels text[] not null default '{county,province}',
  participants text[] not null default '{}',
  quorum_kind text not null default 'none' constraint meeting_type_quorum_kind check
    (quorum_kind in ('none', 'count', 'half', 'two-thirds')),
  quorum_count int,
  minutes_long int not null default 90,
  agenda jsonb not null default '[]',
  position int not null default 0,
  retired_on date,
  published_at timestamptz,
  revision int not null default 1,
  primary key (division_id, code),
  constraint meeting_type_quorum check ((quorum_kind = 'count') = (quorum_count is not null))
);
select tenancy.declare('meeting_type', 'flows-down');
select tenancy.keep_place('meeting_type');

create table meeting_room (
  division_id int not null,
  id uuid not null,
  name text not null,
  seats int,
  address text,
  closed_on date,
  created_at timestamptz not null default now(),
  created_by_key text not null,
  revision int not null default 1,
  primary key (division_id, id)
);
create unique index meeting_room_name on meeting_room (division_id, name) where closed_on is null;
select tenancy.declare('meeting_room', 'exact');
select tenancy.keep_place('meeting_room');

-- A rule of the Jalali calendar, its meetings each a row of their own; `expanded_until` is the last day looked at.
create table meeting_series (
  division_id int not null,
  id uuid not null,
  title text not null,
  type_code text not null,
  every text not null constraint meeting_series_every check (every in ('week', 'month')),
  step int not null default 1 constraint meeting_series_step check (step between 1 and 52),
  weekday int constraint meeting_series_weekday check (weekday between 0 and 6),
  nth int constraint meeting_series_nth check (nth in (1, 2, 3, 4, -1)),
  month_day int constraint meeting_series_month_day check (month_day between 1 and 31),
  starts_on date not null,
  ends_on date,
  starts_at text not null constraint meeting_series_starts_at check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends_at text not null constraint meeting_series_ends_at check (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text,
  room_id uuid,
  council_id uuid,
  chair_post_id uuid,
  secretary_post_id uuid,
  host_office_ids uuid[] not null default '{}',
  agenda jsonb not null default '[]',
  on_closed_day text not null default 'keep' constraint meeting_series_on_closed_day check
    (on_closed_day in ('keep', 'next-working', 'skip')),
  expanded_until date,
  state text not null default 'runs' constraint meeting_series_state check (state in ('runs', 'ended')),
  created_at timestamptz not null default now(),
  created_by_key text not null,
  revision int not null default 1,
  primary key (division_id, id),
  constraint meeting_series_rule check (case
    when every = 'week' then weekday is not null and nth is null and month_day is null
    when month_day is not null then nth is null and weekday is null
    else nth is not null and weekday is not null end),
  constraint meeting_series_room_fkey foreign key (division_id, room_id)
    references meeting_room (division_id, id) on delete restrict on update cascade,
  constraint meeting_series_chair_post_fkey foreign key (division_id, chair_post_id)
    references post (division_id, id) on delete restrict on update cascade,
  constraint meeting_series_secretary_post_fkey foreign key (division_id, secretary_post_id)
    references post (division_id, id) on delete restrict on update cascade
);
create index meeting_series_division_id_state_id_idx on meeting_series (division_id, state, id);
select tenancy.declare('meeting_series', 'exact');
select tenancy.keep_place('meeting_series');

alter table meeting
  add constraint meeting_state check (state in ('draft', 'announced', 'in-session', 'held', 'cancelled')),
  add constraint meeting_starts_at check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add constraint meeting_ends_at check (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column type_code text,
  add column series_id uuid,
  -- The day that the rule of its series gave it, wherever it was moved since.
  add column occurrence_on date,
  add column council_id uuid,
  add column sequence_number int,
  add column room_id uuid,
  add column chair_post_id uuid,
  add column chair_name text,
  add column secretary_post_id uuid,
  add column host_office_id uuid,
  add column invitation_number text,
  add column announced_at timestamptz,
  add column started_at timestamptz,
  add column closed_at timestamptz,
  add column ics_sequence int not null default 0,
  -- Day, hours and place that were announced last before the present ones.
  add column moved_from jsonb,
  -- The hours of the clock that it takes; an end that is not after the beginning is on the next day.
  add column during tsrange generated always as (
    case when starts_at is not null and ends_at is not null then tsrange(
      held_on + make_interval(hours => left(starts_at, 2)::int, mins => right(starts_at, 2)::int),
      held_on + make_interval(days => case when ends_at <= starts_at then 1 else 0 end,
        hours => left(ends_at, 2)::int, mins => right(ends_at, 2)::int))
    end) stored,
  add constraint meeting_series_fkey foreign key (division_id, series_id)
    references meeting_series (division_id, id) on delete restrict on update cascade,
  add constraint meeting_room_fkey foreign key (division_id, room_id)
    references meeting_room (division_id, id) on delete restrict on update cascade,
  add constraint meeting_chair_post_fkey foreign key (division_id, chair_post_id)
    references post (division_id, id) on delete restrict on update cascade,
  add constraint meeting_secretary_post_fkey foreign key (division_id, secretary_post_id)
    references post (division_id, id) on delete restrict on update cascade,
  add constraint meeting_host_office_fkey foreign key (division_id, host_office_id)
    references office (division_id, id) on delete restrict on update cascade,
  -- A room holds one meeting at a time; drafts do not take it yet.
  add constraint meeting_room_taken exclude using gist
    (division_id with =, room_id with =, during with &&) where (state in ('announced', 'in-session') and room_id is not null);
create unique index meeting_occurrence on meeting (division_id, series_id, occurrence_on);
create unique index meeting_sequence on meeting (division_id, council_id, sequence_number);
create index meeting_planned on meeting (division_id, held_on, starts_at, id) where state in ('draft', 'announced', 'in-session');

-- A draft is silent: the levels above do not know of it before it is announced, nor if it is dropped before.
alter table meeting add column silent boolean not null default false;
create function draft_is_silent() returns trigger language plpgsql as $$
begin
  new.silent := new.state = 'draft' or (new.state = 'cancelled' and tg_op = 'UPDATE' and old.silent);
  return new;
end
$$;
create trigger meeting_draft_is_silent before insert or update of state, silent on meeting
  for each row execute function draft_is_silent();
select tenancy.narrow('meeting', 'silent-drafts',
  $$not silent or division_id = (select nullif(current_setting('app.division', true), '')::int)$$);

-- What a meeting speaks of, in turn; without a meeting it waits in the backlog of its series.
create table agenda_item (
  division_id int not null,
  id uuid not null,
  meeting_id uuid,
  series_id uuid,
  section text not null default '',
  position int not null,
  title text not null,
  minutes int constraint agenda_item_minutes check (minutes between 1 and 600),
  presenter text,
  presenter_office_id uuid,
  source_kind text constraint agenda_item_source_kind check (source_kind in ('obligation', 'obstacle', 'demand', 'item')),
  source_id uuid,
  source_division_id int,
  note text,
  state text not null default 'planned' constraint agenda_item_state check (state in ('planned', 'done', 'carried')),
  carried_from_id uuid,
  -- Taken off the agenda: it stays to be put back, and so that nothing fills it in anew.
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  created_by_key text not null,
  revision int not null default 1,
  primary key (division_id, id),
  constraint agenda_item_stands check (meeting_id is not null or series_id is not null),
  constraint agenda_item_meeting_fkey foreign key (division_id, meeting_id)
    references meeting (division_id, id) on delete cascade on update cascade,
  constraint agenda_item_series_fkey foreign key (division_id, series_id)
    references meeting_series (division_id, id) on delete restrict on update cascade,
  constraint agenda_item_presenter_office_fkey foreign key (division_id, presenter_office_id)
    references office (division_id, id) on delete restrict on update cascade,
  constraint agenda_item_carried_from_fkey foreign key (division_id, carried_from_id)
    references agenda_item (division_id, id) on delete restrict on update cascade
);
create index agenda_item_division_id_meeting_id_position_id_idx on agenda_item (division_id, meeting_id, position, id);
create index agenda_item_division_id_series_id_position_id_idx on agenda_item (division_id, series_id, position, id);
create unique index agenda_item_source on agenda_item (division_id, meeting_id, source_kind, source_id);
create unique index agenda_item_carried_once on agenda_item (division_id, carried_from_id);
select tenancy.declare('agenda_item', 'exact', '{place}', '{}', true);
select tenancy.keep_place('agenda_item');

-- Whoever carries events finds the places whose series run, and sees nothing else of them than where they are.
select tenancy.open_door('meeting_series', 'running', $$(select nullif(current_setting('app.kind', true), '')) = 'relay'
  and state = 'runs'$$, '{select}');
