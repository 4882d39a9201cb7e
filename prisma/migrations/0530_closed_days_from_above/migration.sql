-- The levels above know on which days offices below are closed: a county's limit is one day for whoever reads it.
select tenancy.open_door(name, 'levels-above',
  $$published_at is not null and division_id between (select nullif(current_setting('app.lo', true), '')::int)
    and (select nullif(current_setting('app.hi', true), '')::int)$$, '{select}')
  from (values ('weekend_rule'), ('holiday')) as opened (name);
