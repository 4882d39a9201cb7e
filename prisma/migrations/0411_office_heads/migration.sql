-- Who headed an office between which days: what an official promised stays his when another takes his chair.
create table office_head (
  division_id int not null,
  id uuid not null,
  office_id uuid not null,
  name text not null,
  -- Unknown where nobody wrote it: from the beginning.
  since date,
  -- The first day on which it was another, or nobody; none for who heads it today.
  until date,
  noted_by text not null,
  noted_at timestamptz not null,
  primary key (division_id, id),
  constraint office_head_office_fkey foreign key (division_id, office_id) references office (division_id, id)
    on delete restrict on update cascade
);
create index office_head_division_id_office_id_idx on office_head (division_id, office_id);
create unique index office_head_present on office_head (division_id, office_id) where until is null;
select tenancy.declare('office_head', 'nested', '{place}');
select tenancy.keep_place('office_head');

insert into office_head (division_id, id, office_id, name, noted_by, noted_at)
  select division_id, gen_random_uuid(), id, head_name, '', now() from office where head_name is not null;
