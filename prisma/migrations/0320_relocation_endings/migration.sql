-- What goes along is packed anew whenever his record changes, and so it is kept what he agreed to.
alter table relocation_luggage
  add column takes_ways boolean not null default false,
  add column takes_capacities boolean not null default false;
update relocation_luggage set takes_capacities = capacities <> '{}',
  takes_ways = preferred_way is not null or ways @? '$[*] ? (@.consentedOn != null || @.handle != null)';

-- An offer that ends in any other way than by being accepted takes nothing along, whichever end ended it: the other
-- county may say no, and may not read or remove what would have come.
create function relocation_ends() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from relocation_luggage where division_id = new.division_id and relocation_id = new.id;
  return null;
end
$$;
revoke all on function relocation_ends() from public;
create trigger relocation_ends after update on relocation for each row
  when (new.state in ('declined', 'refused', 'withdrawn', 'expired')) execute function relocation_ends();
delete from relocation_luggage l using relocation r
  where r.division_id = l.division_id and r.id = l.relocation_id
    and r.state in ('declined', 'refused', 'withdrawn', 'expired');

-- Consent and refusal are the word of the one who would go, and of no other member; his county may only write his name
-- anew while the other one decides.
create or replace function relocation_turns() returns trigger language plpgsql as $$
declare
  mine constant integer := nullif(current_setting('app.division', true), '')::integer;
  hand constant uuid := case when current_setting('app.kind', true) = 'system'
    then nullif(current_setting('app.hand', true), '')::uuid end;
  settled constant text[] := '{state,full_name,new_locality,consented_at,ended_at,ended_by_name,decline_note,arrived_id}';
  is_allowed boolean;
begin
  -- Merging two records of him moves it along as the owner.
  if current_user::text <> tenancy.application_role() then return null; end if;
  is_allowed := case
    when tg_op = 'INSERT' then new.state = 'offered' and new.consented_at is null
    when to_jsonb(new) - settled <> to_jsonb(old) - settled then false
    when mine = old.to_division_id then new.consented_at = old.consented_at
      and (old.state = 'consented' and new.state in ('accepted', 'declined')
        or old.state = 'accepted' and new.state = 'accepted' and old.arrived_id is null)
    when mine = old.division_id and old.state = 'consented' and new.state = 'consented' then
      new.full_name is not null and to_jsonb(new) - 'full_name' = to_jsonb(old) - 'full_name'
    when mine = old.division_id and hand is not null then hand = old.person_id
      and (old.state = 'offered' and new.state = 'consented'
        or old.state in ('offered', 'consented') and new.state = 'refused')
    when mine = old.division_id then old.state in ('offered', 'consented') and new.state in ('withdrawn', 'expired')
    else false end;
  if is_allowed is not true then
    raise exception 'a relocation does not turn so' using errcode = 'check_violation';
  end if;
  return null;
end
$$;

-- Which of these files stand in a record: the night asks it of every place, and learns nothing else.
create function person_files_kept(asked uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from person_file where id = any (asked) and removed_at is null
    and current_setting('app.kind', true) = 'relay'
$$;
revoke all on function person_files_kept(uuid[]) from public;
do $$
begin
  execute format('grant execute on function person_files_kept(uuid[]) to %I', tenancy.application_role());
end
$$;
