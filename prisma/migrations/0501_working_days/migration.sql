-- A limit that was said in working days stays one: it is counted from its day by the calendar of whoever owes it, again when
-- that changes, and is shown as it was said. Another day that somebody gives is a day and no count.
alter table obligation add column working_days int,
  add constraint obligation_working_days_check check (working_days is null
    or (working_days between 1 and 1000 and deadline_kind = 'relative' and counts_from is not null and due_on is not null));
alter table issuance add column working_days int,
  add constraint issuance_working_days_check check (working_days is null
    or (working_days between 1 and 1000 and deadline_kind = 'relative' and counts_from is not null and due_on is not null));
create index obligation_working_days on obligation (division_id, counts_from, working_days)
  where working_days is not null;

update issuance i set working_days = r.deadline_days from resolution r
where i.division_id = r.division_id and i.id = r.id and i.deadline_kind = 'relative' and r.deadline_unit = 'working'
  and r.deadline_days between 1 and 1000 and i.counts_from is not null and i.due_on is not null;
update obligation b set working_days = i.working_days from issuance i
where i.working_days is not null and b.source_division_id = i.division_id and b.source_id = i.id and b.parent_id is null
  and b.deadline_kind = 'relative' and b.first_due_on = b.due_on and b.counts_from = i.counts_from;
