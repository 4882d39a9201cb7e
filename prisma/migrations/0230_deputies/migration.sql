-- Who acts for a post from day to day: for its holder, or for the post itself while nobody holds it. It ends by itself.
create table deputy (
  division_id int not null,
  id uuid not null,
  post_id uuid not null,
  appointment_id uuid,
  account_id uuid not null,
  deputy_name text not null,
  order_number text,
  starts_on date not null,
  ends_on date not null,
  ended_at timestamptz,
  named_by_key text not null,
  named_by_name text not null,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (division_id, id),
  constraint deputy_division_id_post_id_fkey foreign key (division_id, post_id)
    references post (division_id, id) on delete restrict on update cascade,
  constraint deputy_division_id_appointment_id_fkey foreign key (division_id, appointment_id)
    references appointment (division_id, id) on delete restrict on update cascade,
  -- A post has one deputy at a time, and nobody acts for two posts of one place at a time: his acts say for whom they are.
  constraint deputy_one_at_a_time exclude using gist
    (division_id with =, post_id with =, daterange(starts_on, ends_on, '[]') with &&) where (ended_at is null),
  constraint deputy_one_post_at_a_time exclude using gist
    (division_id with =, account_id with =, daterange(starts_on, ends_on, '[]') with &&) where (ended_at is null)
);
create index deputy_account_id_idx on deputy (account_id);
create index deputy_division_id_post_id_idx on deputy (division_id, post_id);
select tenancy.declare('deputy', 'nested', '{above}', '{administrator,door-read}');
select tenancy.keep_place('deputy');

-- For whom an act was done by his deputy: the two are one hand where nobody may verify or approve his own.
alter table audit_entry add column acting_for_key text;
alter table obligation add column reported_for_key text;
alter table report add column attested_for_key text;
