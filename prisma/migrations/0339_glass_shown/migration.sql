-- When a look was opened as its pages say it: by the application's clock, which a sample sets. Whether it is open is said
-- by the database's clock alone.
alter table glass_grant add column shown_at timestamptz(3);
