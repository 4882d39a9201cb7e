-- The values behind a figure whose kind is "median" (days from receipt to answer and the like), ascending: with them the
-- median and every percentile of any set of places is exact, where a median of medians would not be. Empty for other kinds.
alter table "rollup_cell" add column "values" integer[] not null default '{}';
alter table "report_figure" add column "values" integer[] not null default '{}';

-- Watches a table anew, for what indicators read of it now.
create function rollup.rewatch(tbl text, columns text[], days text[], joined text default '')
returns void language plpgsql as $fn$
declare
  act text;
begin
  foreach act in array '{insert,update,delete}'::text[] loop
    execute format('drop trigger %I on %I', 'rollup_' || act, tbl);
    execute format('drop function rollup.%I()', tbl || '_' || act);
  end loop;
  perform rollup.watch(tbl, columns, days, joined);
end
$fn$;

select rollup.rewatch('demand', '{division_id,id,received_on,limit_on,answered_at,verdict,verdict_at,state}',
  array['r.received_on', 'r.limit_on', $$r.verdict_at at time zone 'Asia/Tehran'$$, $$r.answered_at at time zone 'Asia/Tehran'$$]);
create index "demand_division_id_answered_at_idx" on "demand" ("division_id", "answered_at");
