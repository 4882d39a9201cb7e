-- One condition finds every job that may be taken: one that waits, and one whose worker's lease is over. run_at is
-- when a job may next be taken, so that jobs that are done, however many are kept, are never looked at.
drop index "job_waiting";
create index "job_due" on "job" ("run_at") where "state" in ('waiting', 'active');
update "job" set "run_at" = "locked_until" where "state" = 'active' and "locked_until" is not null;
