-- A file of evidence is sealed and lies under the id of its own row; what was kept before lies under the hash of its content.
alter table obligation_evidence add column file_sealed boolean not null default false;

-- The sweep of sealed files that no record names asks for evidence as well.
create or replace function person_files_kept(asked uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from person_file where id = any (asked) and removed_at is null
    and current_setting('app.kind', true) = 'relay'
  union all
  select id from obligation_evidence where id = any (asked) and file_sealed
    and current_setting('app.kind', true) = 'relay'
$$;
create index obligation_evidence_sealed on obligation_evidence (id) where file_sealed;
