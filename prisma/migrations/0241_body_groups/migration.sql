-- A group of a place's own lists its members or says by a rule who belongs to it.
alter table body_group
  add column rule_reach text,
  add column rule_kind text,
  add column rule_group_of_five text,
  add column revision int not null default 1,
  add column retired_on date;

create table body_group_member (
  division_id int not null,
  group_code text not null,
  office_division_id int not null,
  office_id uuid not null,
  primary key (division_id, group_code, office_division_id, office_id),
  constraint body_group_member_group_code_fkey foreign key (group_code) references body_group (code)
    on delete restrict on update cascade,
  constraint body_group_member_office_division_id_office_id_fkey foreign key (office_division_id, office_id)
    references office (division_id, id) on delete restrict on update cascade
);
create index body_group_member_division_id_office_id_idx on body_group_member (division_id, office_id);
select tenancy.declare('body_group_member', 'nested', '{place}', '{}', true);
select tenancy.keep_place('body_group_member');

-- Which offices a line meant by a group on the day it was issued. The line's id is the use's.
create table group_use (
  division_id int not null,
  id uuid not null,
  group_code text not null,
  group_name text not null,
  source_id uuid not null,
  title text not null,
  used_at timestamptz not null,
  office_divisions int[] not null,
  office_ids uuid[] not null,
  office_names text[] not null,
  primary key (division_id, id)
);
create index group_use_division_id_group_code_used_at_id_idx on group_use (division_id, group_code, used_at, id);
select tenancy.declare('group_use', 'nested', '{append}');
select tenancy.keep_place('group_use');
