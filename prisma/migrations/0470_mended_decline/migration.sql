-- Why a county declined it may put in other words afterwards; nobody else may, since the words stand under its name.
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
    when old.state = 'declined' and mine = old.to_division_id then new.decline_note is not null
      and to_jsonb(new) - 'decline_note' = to_jsonb(old) - 'decline_note'
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
