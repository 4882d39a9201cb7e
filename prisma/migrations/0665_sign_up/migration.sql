-- A meeting of officials among the people has a public address at which anybody may put his name down. It stands on
-- posters: whoever holds it reads the page itself, and nothing of those who came by it.
CREATE TABLE "sign_up_page" (
    "division_id" INTEGER NOT NULL,
    "meeting_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "capacity" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "opened_by_key" TEXT NOT NULL,
    "opened_by_name" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sign_up_page_pkey" PRIMARY KEY ("division_id", "meeting_id"),
    CONSTRAINT "sign_up_page_capacity" CHECK ("capacity" BETWEEN 1 AND 2000)
);
CREATE UNIQUE INDEX "sign_up_page_token_key" ON "sign_up_page" ("token");
ALTER TABLE "sign_up_page" ADD CONSTRAINT "sign_up_page_meeting_fkey"
  FOREIGN KEY ("division_id", "meeting_id") REFERENCES "meeting" ("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who put his name down. Once he is on the list of the invited, his name and number stand there and nowhere else.
CREATE TABLE "sign_up" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "full_name" TEXT,
    "mobile" TEXT,
    "subject" TEXT,
    "consented_at" TIMESTAMPTZ NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL,
    "decided_at" TIMESTAMPTZ,
    "decided_by_key" TEXT,
    "decided_by_name" TEXT,
    "invitation_id" UUID,

    CONSTRAINT "sign_up_pkey" PRIMARY KEY ("division_id", "id"),
    CONSTRAINT "sign_up_state" CHECK ("state" IN ('waiting', 'taken', 'declined', 'forgotten')),
    CONSTRAINT "sign_up_taken" CHECK (("state" = 'taken') <= ("invitation_id" IS NOT NULL))
);
CREATE INDEX "sign_up_division_id_meeting_id_id_idx" ON "sign_up" ("division_id", "meeting_id", "id");
CREATE INDEX "sign_up_division_id_invitation_id_idx" ON "sign_up" ("division_id", "invitation_id");
-- Whoever sends the form twice stands there once.
CREATE UNIQUE INDEX "sign_up_once" ON "sign_up" ("division_id", "meeting_id", "mobile");
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_page_fkey"
  FOREIGN KEY ("division_id", "meeting_id") REFERENCES "sign_up_page" ("division_id", "meeting_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_invitation_fkey"
  FOREIGN KEY ("division_id", "invitation_id") REFERENCES "meeting_invitation" ("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

select tenancy.declare('sign_up_page', 'exact');
select tenancy.declare('sign_up', 'exact');
select tenancy.keep_place('sign_up_page');
select tenancy.keep_place('sign_up');

select tenancy.open_door('sign_up_page', 'sign-up',
  $$token = (select nullif(current_setting('app.token', true), '')) and closed_at is null$$, '{select}');

-- What somebody wrote who put his name down is forgotten in the night after 90 days, and the number of whoever came to
-- the list by it; the floor knows the days as well.
select tenancy.open_door('sign_up', 'forget',
  $$(select nullif(current_setting('app.kind', true), '')) = 'relay' and received_at < now() - interval '90 days'$$,
  '{select,update}');
create index sign_up_to_forget on sign_up (received_at)
  where full_name is not null or mobile is not null or subject is not null;
select tenancy.open_door('meeting_invitation', 'forget-signed-up',
  $$(select nullif(current_setting('app.kind', true), '')) = 'relay' and kind = 'guest' and consented_at is not null
    and created_at < now() - interval '90 days'$$, '{select,update}');
create index meeting_invitation_to_forget on meeting_invitation (created_at)
  where kind = 'guest' and consented_at is not null and mobile is not null;
