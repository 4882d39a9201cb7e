-- A one-time link by which a person of the network opens the page of what is held about him. Opening it makes a short
-- session of its own, which stands beside it; of both only hashes are kept.
CREATE TABLE "member_link" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "opened_at" TIMESTAMPTZ,
    "session_hash" TEXT,
    "session_until" TIMESTAMPTZ,
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "member_link_pkey" PRIMARY KEY ("division_id","id")
);
CREATE UNIQUE INDEX "member_link_token_hash_key" ON "member_link"("token_hash");
CREATE UNIQUE INDEX "member_link_session_hash_key" ON "member_link"("session_hash");
CREATE INDEX "member_link_division_id_person_id_idx" ON "member_link"("division_id", "person_id");
ALTER TABLE "member_link" ADD CONSTRAINT "member_link_division_id_person_id_fkey"
  FOREIGN KEY ("division_id", "person_id") REFERENCES "person"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a person says is wrong about him: it waits for the county. The words go when it is decided.
CREATE TABLE "person_correction" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "mobile" TEXT,
    "locality" TEXT,
    "sent_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "person_correction_pkey" PRIMARY KEY ("division_id","id")
);
CREATE UNIQUE INDEX "person_correction_division_id_person_id_key" ON "person_correction"("division_id", "person_id");
ALTER TABLE "person_correction" ADD CONSTRAINT "person_correction_division_id_person_id_fkey"
  FOREIGN KEY ("division_id", "person_id") REFERENCES "person"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table person add column erased_at timestamptz;

select tenancy.declare('member_link', 'exact');
select tenancy.declare('person_correction', 'exact', '{place}', '{}', true);
select tenancy.keep_place('member_link');
select tenancy.keep_place('person_correction');

-- Whoever holds the link's token, or the session that it opened, finds the link; nobody without either does.
select tenancy.open_door('member_link', 'member-link',
  $$revoked_at is null and (token_hash = (select nullif(current_setting('app.token', true), ''))
    or session_hash = (select nullif(current_setting('app.token', true), '')))$$, '{select,update}');
select tenancy.open_door('audit_entry', 'member-link-audit',
  $$(select nullif(current_setting('app.kind', true), '')) = 'public' and subject = 'MemberLink'
    and actor_key = (select nullif(current_setting('app.key', true), ''))
    and division_id = (select l.division_id from member_link l
      where l.token_hash = (select nullif(current_setting('app.token', true), '')))$$, '{insert}');

-- On his own page a person reads his own rows, and there is nobody else.
select tenancy.open_door('person', 'member',
  $$division_id = (select nullif(current_setting('app.member_division', true), '')::int)
    and id = (select nullif(current_setting('app.member', true), '')::uuid)$$, '{select}');
select tenancy.open_door(name, 'member',
    $$division_id = (select nullif(current_setting('app.member_division', true), '')::int)
      and person_id = (select nullif(current_setting('app.member', true), '')::uuid)$$, '{select}')
  from (values ('person_way'), ('person_state_change'), ('membership'), ('contact'), ('person_correction'), ('join_request')) as opened (name);
select tenancy.open_door('circle', 'member',
  $$division_id = (select nullif(current_setting('app.member_division', true), '')::int)
    and id in (select m.circle_id from membership m
      where m.division_id = (select nullif(current_setting('app.member_division', true), '')::int)
        and m.person_id = (select nullif(current_setting('app.member', true), '')::uuid))$$, '{select}');

-- What was erased is never written again.
create function person_stays_erased() returns trigger language plpgsql as $$
begin
  raise exception 'what was erased of a person is not written again' using errcode = 'insufficient_privilege';
end
$$;
create trigger person_stays_erased before update on person for each row
  when (old.erased_at is not null and (new.erased_at is null or
    (new.full_name, new.search_key, new.mobile, new.locality, new.note, new.source, new.national_code_sealed, new.national_code_hash)
      is distinct from
    (old.full_name, old.search_key, old.mobile, old.locality, old.note, old.source, old.national_code_sealed, old.national_code_hash)))
  execute function person_stays_erased();
