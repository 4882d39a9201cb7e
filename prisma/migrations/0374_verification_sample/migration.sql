-- A sample drawn by chance out of what waits to be verified: those drawn are looked at one by one, and by their outcome the
-- rest. It is frozen as it was drawn, so that nobody picks.
create table verification_sample (
  division_id int not null,
  id uuid not null,
  population int not null,
  size int not null,
  drawn_at timestamptz not null,
  drawn_by_name text not null,
  drawn_by_key text not null,
  -- accepted: the rest was verified by it. discarded: it was not.
  state text not null default 'open' check (state in ('open', 'accepted', 'discarded')),
  settled_at timestamptz,
  primary key (division_id, id)
);
create unique index verification_sample_open on verification_sample (division_id) where state = 'open';
select tenancy.declare('verification_sample', 'nested', '{place}');
select tenancy.keep_place('verification_sample');

create table verification_sample_item (
  division_id int not null,
  sample_id uuid not null,
  debtor_division_id int not null,
  obligation_id uuid not null,
  -- As it was when the sample was drawn: what changed since is not verified by it.
  revision int not null,
  is_drawn boolean not null,
  primary key (division_id, sample_id, debtor_division_id, obligation_id),
  constraint verification_sample_item_sample_fkey foreign key (division_id, sample_id)
    references verification_sample (division_id, id) on delete restrict on update cascade,
  constraint verification_sample_item_obligation_fkey foreign key (debtor_division_id, obligation_id)
    references obligation (division_id, id) on delete restrict on update cascade
);
create index verification_sample_item_debtor_division_id_obligation_id_idx
  on verification_sample_item (debtor_division_id, obligation_id);
select tenancy.declare('verification_sample_item', 'nested', '{place}');
select tenancy.keep_place('verification_sample_item');
