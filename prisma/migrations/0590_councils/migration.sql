-- A standing council or committee of a place: what founds it, who presides, how it has to be composed.
create table council (
  division_id int not null,
  id uuid not null,
  kind text not null constraint council_kind_check check (kind in ('council', 'committee')),
  name_fa text not null,
  name_en text not null,
  -- The council whose committee it is.
  parent_id uuid,
  -- The letter or decree that founds it, and what it is for.
  basis text,
  duties text,
  chair_post_id uuid,
  secretary_post_id uuid,
  -- How many members each of the five groups of bodies has at least, by the group's code.
  least_of_five jsonb not null default '{}',
  least_members int constraint council_least_members_check check (least_members between 1 and 500),
  most_members int constraint council_most_members_check check (most_members between 1 and 500),
  quorum_kind text not null constraint council_quorum_kind_check check (quorum_kind in ('half', 'two-thirds', 'count', 'none')),
  quorum_count int constraint council_quorum_count_check check (quorum_count between 1 and 500),
  -- The number of its first session here: what was held before has numbers of its own.
  first_number int not null default 1 constraint council_first_number_check check (first_number between 1 and 10000),
  -- Whether the public-relations managers of the place's offices are guests of every session.
  invites_pr boolean not null default false,
  founded_on date,
  dissolved_on date,
  dissolve_reason text,
  created_by_key text not null,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (division_id, id),
  constraint council_parent_fkey foreign key (division_id, parent_id) references council (division_id, id)
    on delete restrict on update cascade,
  constraint council_chair_post_fkey foreign key (division_id, chair_post_id) references post (division_id, id)
    on delete restrict on update cascade,
  constraint council_secretary_post_fkey foreign key (division_id, secretary_post_id) references post (division_id, id)
    on delete restrict on update cascade,
  constraint council_quorum_count_said check ((quorum_kind = 'count') = (quorum_count is not null)),
  constraint council_not_its_own_committee check (parent_id is distinct from id)
);
create index council_division_id_name_fa_id_idx on council (division_id, name_fa, id);
create index council_division_id_parent_id_idx on council (division_id, parent_id);
select tenancy.declare('council', 'nested');
select tenancy.keep_place('council');

-- Who sits in it by which order between which days. Names stay in their place.
create table council_member (
  division_id int not null,
  id uuid not null,
  council_id uuid not null,
  seat text not null constraint council_member_seat_check check (seat in ('chair', 'secretary', 'member', 'guest')),
  office_id uuid,
  name text not null,
  role_title text not null,
  -- Of whoever speaks for no office of the directory; else it is that of the office's body.
  group_of_five text,
  order_number text,
  starts_on date not null,
  ends_on date,
  ended_at timestamptz,
  end_reason text,
  created_by_key text not null,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (division_id, id),
  constraint council_member_council_fkey foreign key (division_id, council_id) references council (division_id, id)
    on delete restrict on update cascade,
  constraint council_member_office_fkey foreign key (division_id, office_id) references office (division_id, id)
    on delete restrict on update cascade,
  -- One chair and one secretary at a time, and one seat for an office.
  constraint council_member_one_chair exclude using gist
    (division_id with =, council_id with =, seat with =, daterange(starts_on, ends_on, '[]') with &&)
    where (ended_at is null and seat in ('chair', 'secretary')),
  constraint council_member_one_seat_of_an_office exclude using gist
    (division_id with =, council_id with =, office_id with =, daterange(starts_on, ends_on, '[]') with &&)
    where (ended_at is null and office_id is not null)
);
create index council_member_division_id_council_id_starts_on_id_idx
  on council_member (division_id, council_id, starts_on, id);
create index council_member_division_id_office_id_idx on council_member (division_id, office_id);
select tenancy.declare('council_member', 'exact');
select tenancy.keep_place('council_member');
