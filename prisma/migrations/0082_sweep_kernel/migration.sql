-- A door opens with the grants of its verbs: until now every door stood in a table whose declaration had given them.
create or replace function tenancy.open_door(tbl text, door text, using_clause text, verbs text[]) returns void language plpgsql as $fn$
declare
  app text := quote_ident(tenancy.application_role());
  v text;
begin
  foreach v in array verbs loop
    execute format('create policy %I on %I for %s to %s %s', tbl || '_' || door || '_' || v, tbl, v, app,
      case v
        when 'insert' then format('with check (%s)', using_clause)
        when 'update' then format('using (%s) with check (%s)', using_clause, using_clause)
        else format('using (%s)', using_clause)
      end);
    execute format('grant %s on %I to %s', v, tbl, app);
  end loop;
  update tenancy.declaration set doors = doors || door where table_name = tbl;
end
$fn$;

-- What the kernel keeps of acts that are over is removed by night, and not before: the floor knows the days as well.
select tenancy.open_door(name, 'sweep',
    $$(select nullif(current_setting('app.kind', true), '')) = 'relay' and $$ || old, verbs::text[])
  from (values
    ('request_log', $$created_at < now() - interval '30 days'$$, '{select,delete}'),
    ('outbox_event', $$relayed_at < now() - interval '30 days'$$, '{delete}'),
    ('handled_reaction', $$handled_at < now() - interval '30 days'$$, '{delete}')
  ) as swept (name, old, verbs);

create index "request_log_created_at_idx" on "request_log" ("created_at");
create index "outbox_event_relayed_at_idx" on "outbox_event" ("relayed_at");
create index "handled_reaction_handled_at_idx" on "handled_reaction" ("handled_at");
create index "job_finished_at_idx" on "job" ("finished_at");
create index "job_failed" on "job" ("created_at") where "state" = 'failed';
