-- What an act did to offices of the place, so that taking it back takes back that and nothing else.
alter table abolition_place
  -- opened or reopened: what this act did to the heir's office; null where it stood.
  add column heir_opened text,
  -- How the heir's office was before it was reopened.
  add column heir_was_closed_on date,
  add column heir_was_heir_id uuid;

-- Since when an act is in its state, or was last taken up: one that stands for long is taken up again by night.
alter table abolition add column state_since timestamptz not null default now();
select tenancy.open_door('abolition', 'stopped',
  $$(select nullif(current_setting('app.kind', true), '')) = 'relay' and state in ('moving', 'undoing')$$, '{select}');
