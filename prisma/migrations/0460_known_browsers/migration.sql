-- Browsers in which an account was signed in before: tries from them are counted apart from those of their network.
create table known_browser (
  token_hash text primary key,
  account_id uuid not null constraint known_browser_account_id_fkey references account (id) on delete cascade on update cascade,
  last_used_at timestamptz not null default now()
);
create index known_browser_account_id_idx on known_browser (account_id);
create index known_browser_last_used_at_idx on known_browser (last_used_at);
select tenancy.declare('known_browser', 'door', '{door}', '{}', true);
