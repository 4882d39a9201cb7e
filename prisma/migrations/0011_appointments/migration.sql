-- A post has one holder at a time, also among appointments with an end and among those to come.
create extension if not exists btree_gist;
alter table "appointment" add constraint "appointment_one_at_a_time"
  exclude using gist ("division_id" with =, "post_id" with =, daterange("starts_on", "ends_on", '[]') with &&)
  where ("ended_at" is null);

-- A door beside those a table was declared with: its policy, its grant and its name in the declaration together.
-- administrator-append: the platform's administrator adds rows that he cannot read back.
create function tenancy.open_door(tbl text, door text) returns void language plpgsql as $fn$
declare
  app text := quote_ident(tenancy.application_role());
begin
  if door <> 'administrator-append' then raise exception 'unknown door %', door; end if;
  execute format('create policy %I on %I for insert to %s with check ((select nullif(current_setting(''app.kind'', true), '''')) = ''administrator'')',
    tbl || '_' || door || '_insert', tbl, app);
  execute format('grant insert on %I to %s', tbl, app);
  update tenancy.declaration set doors = doors || door where table_name = tbl;
  if not found then raise exception 'table % is not declared', tbl; end if;
end
$fn$;

select tenancy.open_door('audit_entry', 'administrator-append');
