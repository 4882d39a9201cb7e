-- Duties and indicators by version: a version holds from the first day of a quarter until the next one does, is never
-- changed, and a report keeps the one it was sent with. The nation's hold everywhere; a province adds its own beside them.
alter table duty add column valid_from date not null default '2011-03-21';
alter table indicator add column valid_from date not null default '2011-03-21';
alter table duty alter column valid_from drop default, alter column version drop default;
alter table indicator alter column valid_from drop default, alter column version drop default;
alter table duty drop constraint duty_pkey, add constraint duty_pkey primary key (division_id, code, version),
  add constraint duty_version_counts check (version > 0);
alter table indicator drop constraint indicator_pkey, add constraint indicator_pkey primary key (division_id, code, version),
  add constraint indicator_version_counts check (version > 0);

-- A place's own carries its place in the code, so that it never stands for one of the nation's.
alter table duty add constraint duty_own_code
  check (case when division_id = 0 then code not like 'p%' else code like 'p' || division_id || '-%' end);
alter table indicator add constraint indicator_own_code
  check (case when division_id = 0 then code not like 'p%' else code like 'p' || division_id || '-%' end);

-- What is aimed at, in the indicator's unit; who answers for the definition; by what places are compared.
alter table indicator
  add column target int,
  add column owner_fa text not null default 'ستاد ملی مردمی‌سازی',
  add column owner_en text not null default 'National people-engagement office',
  add column peer_rule text not null default 'population';
alter table indicator alter column owner_fa drop default, alter column owner_en drop default, alter column peer_rule drop default;
alter table indicator
  add constraint indicator_peer_rule check (peer_rule in ('population', 'grade')),
  add constraint indicator_target check (target >= 0 and target <= 1000000);
update indicator set target = 100 where code in ('a9.answered-in-time', 'a16.on-time-first-limit', 'a2.within-cadence');
update indicator set target = 0 where code = 'a9.overdue';

alter table report_narrative add column duty_version int not null default 1;
alter table report_narrative alter column duty_version drop default;

-- What is owed and how it is counted is open to everyone; a version is added by its own place and changed by nobody.
do $$
declare t text; p record;
begin
  foreach t in array array['duty', 'indicator'] loop
    for p in select policyname from pg_policies where tablename = t loop
      execute format('drop policy %I on %I', p.policyname, t);
    end loop;
    execute format('revoke all on %I from %I', t, tenancy.application_role());
    delete from tenancy.declaration where table_name = t;
    perform tenancy.declare(t, 'public', '{append}');
  end loop;
end $$;
