-- What goes along with whoever has consented and waits for the other county is packed anew by whatever changes it, in the
-- same transaction: his record, a way to reach him, the record that the offer is of, or the offer itself.
create function relocation_packs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  place constant integer := case when tg_op = 'DELETE' then old.division_id else new.division_id end;
  changed uuid[];
begin
  if tg_table_name = 'person' then
    changed := array[new.id];
  elsif tg_table_name = 'relocation' then
    changed := array[new.person_id];
  elsif tg_table_name = 'relocation_luggage' then
    changed := array(select person_id from relocation where division_id = place and id = new.relocation_id);
  elsif tg_op = 'INSERT' then
    changed := array[new.person_id];
  elsif tg_op = 'DELETE' then
    changed := array[old.person_id];
  else
    changed := array[old.person_id, new.person_id];
  end if;
  if not exists (select from relocation
      where division_id = place and person_id = any (changed) and state = 'consented') then
    return null;
  end if;
  update relocation r set full_name = p.full_name from person p
    where r.division_id = place and r.person_id = any (changed) and r.state = 'consented'
      and p.division_id = r.division_id and p.id = r.person_id and r.full_name is distinct from p.full_name;
  -- His number, and of the rest what he agreed to. What he bars goes along in any case, without the name on it.
  update relocation_luggage l set mobile = p.mobile, no_contact = p.no_contact,
      capacities = case when l.takes_capacities then p.capacities else '{}' end,
      preferred_way = case when l.takes_ways then p.preferred_way end,
      ways = coalesce((
        select jsonb_agg(jsonb_build_object('way', w.way, 'handle', case when l.takes_ways then w.handle end,
          'consentedOn', w.consented_on, 'barredOn', w.barred_on) order by w.way)
        from person_way w where w.division_id = p.division_id and w.person_id = p.id
          and (l.takes_ways or w.barred_on is not null)), '[]')
    from relocation r join person p on p.division_id = r.division_id and p.id = r.person_id
    where r.division_id = place and r.person_id = any (changed) and r.state = 'consented'
      and l.division_id = r.division_id and l.relocation_id = r.id;
  return null;
end
$$;
revoke all on function relocation_packs() from public;

create trigger relocation_packs after update on person for each row
  when (old.full_name is distinct from new.full_name or old.mobile is distinct from new.mobile
    or old.no_contact is distinct from new.no_contact or old.capacities is distinct from new.capacities
    or old.preferred_way is distinct from new.preferred_way)
  execute function relocation_packs();
create trigger relocation_packs after insert or update or delete on person_way for each row
  execute function relocation_packs();
create trigger relocation_packs after update of person_id, state on relocation for each row
  when (new.state = 'consented') execute function relocation_packs();
create trigger relocation_packs after insert on relocation_luggage for each row execute function relocation_packs();
