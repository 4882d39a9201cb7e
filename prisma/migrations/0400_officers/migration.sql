-- Who holds a post of an executive body's office, and thereby an account that acts for the office and for nothing else.
create table office_appointment (
  division_id int not null,
  id uuid not null,
  office_id uuid not null,
  kind text not null constraint office_appointment_kind_check check (kind in ('public-relations', 'officer')),
  title_fa text not null,
  title_en text not null,
  account_id uuid not null,
  holder_name text not null,
  order_number text not null,
  starts_on date not null,
  ends_on date,
  ended_at timestamptz,
  end_reason text,
  created_by_key text not null,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (division_id, id),
  constraint office_appointment_division_id_office_id_fkey foreign key (division_id, office_id)
    references office (division_id, id) on delete restrict on update cascade,
  -- A post of an office has one holder at a time.
  constraint office_appointment_one_at_a_time exclude using gist
    (division_id with =, office_id with =, kind with =, daterange(starts_on, ends_on, '[]') with &&)
    where (ended_at is null)
);
create index office_appointment_account_id_idx on office_appointment (account_id);
create index office_appointment_division_id_office_id_idx on office_appointment (division_id, office_id);
select tenancy.declare('office_appointment', 'nested', '{place}', '{administrator,door-read}');
select tenancy.keep_place('office_appointment');

-- What an account is told as the officer of an office is the office's: it reads it there, and marks it as read.
alter table notification add column office_id uuid;
select tenancy.open_door('notification', 'office-account',
  $$division_id = (select nullif(current_setting('app.office_division', true), '')::int)
    and office_id = (select nullif(current_setting('app.office', true), '')::uuid)
    and account_id::text = (select nullif(current_setting('app.key', true), ''))$$,
  '{select,update}');
