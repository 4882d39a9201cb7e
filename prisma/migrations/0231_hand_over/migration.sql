-- What a post passes on when its holder goes: who signed, who received, and numbers. The levels above read this; the
-- inventory itself names members, and is its county's alone.
create table hand_over (
  division_id int not null,
  id uuid not null,
  post_id uuid not null,
  appointment_id uuid not null,
  leaver_account uuid not null,
  leaver_name text not null,
  last_day date not null,
  signed_on date not null,
  signed_at timestamptz not null,
  signed_as text not null,
  signed_by_key text not null,
  signed_by_name text not null,
  frozen_at timestamptz,
  counts jsonb not null default '{}',
  open_items int not null default 0,
  received_on date,
  received_at timestamptz,
  received_by_key text,
  received_by_name text,
  -- From the last day to the signed receipt.
  days int,
  revision int not null default 1,
  primary key (division_id, id),
  constraint hand_over_division_id_post_id_fkey foreign key (division_id, post_id)
    references post (division_id, id) on delete restrict on update cascade,
  constraint hand_over_division_id_appointment_id_fkey foreign key (division_id, appointment_id)
    references appointment (division_id, id) on delete restrict on update cascade
);
create unique index hand_over_division_id_appointment_id_key on hand_over (division_id, appointment_id);
select tenancy.declare('hand_over', 'nested', '{above}');
select tenancy.keep_place('hand_over');

-- The inventory as of the day of signing: added once, never changed. Names and the words about a person are not copied:
-- they are read from the register, so that erasing somebody reaches the inventory too.
create table hand_over_line (
  division_id int not null,
  hand_over_id uuid not null,
  section text not null,
  line_no int not null,
  subject_id uuid,
  title text,
  tier text,
  state text,
  last_on date,
  due_on date,
  primary key (division_id, hand_over_id, section, line_no),
  constraint hand_over_line_division_id_hand_over_id_fkey foreign key (division_id, hand_over_id)
    references hand_over (division_id, id) on delete restrict on update cascade
);
select tenancy.declare('hand_over_line', 'exact', '{append}');
select tenancy.keep_place('hand_over_line');
