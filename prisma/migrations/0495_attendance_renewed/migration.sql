-- A newer copy of issued minutes lists anew who took part: the place takes its former list back, as it may change it.
do $$
declare
  own text;
begin
  select pg_get_expr(polqual, polrelid) into strict own from pg_policy
    where polrelid = 'minutes_attendee'::regclass and polname = 'minutes_attendee_update';
  execute format('create policy minutes_attendee_delete on minutes_attendee for delete to %I using (%s)',
    tenancy.application_role(), own);
  execute format('grant delete on minutes_attendee to %I', tenancy.application_role());
  update tenancy.declaration set deletable = true where table_name = 'minutes_attendee';
end
$$;
