-- What has run out is removed as people sign in: by index, however much a guesser has left behind.
create index "rate_limit_window_start_idx" on "rate_limit" ("window_start");
create index "session_expires_at_idx" on "session" ("expires_at");
