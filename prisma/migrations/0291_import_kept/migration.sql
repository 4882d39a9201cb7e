-- A list that stopped says so: when its last rows came in, and why its last job ended.
alter table "person_import" add column "moved_at" timestamptz, add column "failure" text;

-- What a list brought along and is in nobody's network goes by itself: a file that nobody starts, and rows that were refused.
alter table "person_import_file" add column "kept_until" timestamptz not null default now() + interval '14 days';
alter table "person_import_refusal" add column "kept_until" timestamptz not null default now() + interval '30 days';
update "person_import_refusal" r set
  kept_until = coalesce(i.finished_at, i.created_at) + interval '30 days',
  -- Of a refused row what its list brings in, and nothing else of the file.
  cells = array(select coalesce(r.cells[n], '') from unnest(i.columns) with ordinality c (choice, n)
    where c.choice <> 'none' order by n)
  from "person_import" i where i.division_id = r.division_id and i.id = r.import_id;

alter table "person_import_file" drop constraint "person_import_file_division_id_import_id_fkey",
  add constraint "person_import_file_division_id_import_id_fkey"
  foreign key ("division_id", "import_id") references "person_import" ("division_id", "id") on delete cascade on update cascade;
alter table "person_import_twin" drop constraint "person_import_twin_division_id_import_id_fkey",
  add constraint "person_import_twin_division_id_import_id_fkey"
  foreign key ("division_id", "import_id") references "person_import" ("division_id", "id") on delete cascade on update cascade;

-- By night, and not before: the floor knows the days as well.
select tenancy.open_door('person_import', 'unstarted',
  $$(select nullif(current_setting('app.kind', true), '')) = 'relay' and state in ('columns', 'checked')
    and created_at < now() - interval '14 days'$$, '{select,delete}');
select tenancy.open_door(name, 'sweep',
    $$(select nullif(current_setting('app.kind', true), '')) = 'relay' and kept_until < now()$$, '{select,delete}')
  from (values ('person_import_file'), ('person_import_refusal')) as kept (name);
