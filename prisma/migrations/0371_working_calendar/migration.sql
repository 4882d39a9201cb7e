-- A closure is taken back and not removed: limits were reckoned by it.
alter table holiday
  add column withdrawn_at timestamptz,
  add column declared_by text;

-- The closed days between two days are asked for on every page with a limit.
create index holiday_standing on holiday (division_id, day) where withdrawn_at is null;
