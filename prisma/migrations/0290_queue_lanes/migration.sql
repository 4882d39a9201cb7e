-- Jobs that may take their time stand in a lane of their own, and each lane is claimed from apart.
alter table "job" add column "lane" text not null default 'swift';
drop index "job_due";
create index "job_due" on "job" ("lane", "run_at") where "state" in ('waiting', 'active');
