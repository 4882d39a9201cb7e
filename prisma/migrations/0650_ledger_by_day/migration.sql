-- The ledger is read by the day due as well, the longest overdue first: at either end, whole, or what is still owed alone.
-- The index of what is over or near its limit is the same with what waits to be verified left out: one serves both.
drop index obligation_due;
create index obligation_open_by_day on obligation (division_id, due_on, id)
  where state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done');
create index obligation_source_open_by_day on obligation (source_division_id, due_on, id)
  where state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done');
create index obligation_by_day on obligation (division_id, due_on, id);
create index obligation_source_by_day on obligation (source_division_id, due_on, id);
