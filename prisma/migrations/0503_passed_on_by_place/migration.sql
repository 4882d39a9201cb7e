-- What an office may read of what it passed on is looked for from its own place on, and not among what all offices did.
alter policy "obligation_event_passed-on_select" on obligation_event using (
  source_division_id = (select nullif(current_setting('app.office_division', true), '')::int)
  and exists (select from obligation r where r.division_id = obligation_event.division_id
    and r.id = obligation_event.obligation_id
    and r.source_division_id = (select nullif(current_setting('app.office_division', true), '')::int)
    and r.source_office_id = (select nullif(current_setting('app.office', true), '')::uuid)));
alter policy "obligation_event_passed-on_insert" on obligation_event with check (
  source_division_id = (select nullif(current_setting('app.office_division', true), '')::int)
  and exists (select from obligation r where r.division_id = obligation_event.division_id
    and r.id = obligation_event.obligation_id
    and r.source_division_id = (select nullif(current_setting('app.office_division', true), '')::int)
    and r.source_office_id = (select nullif(current_setting('app.office', true), '')::uuid)));
alter policy "obligation_evidence_passed-on_select" on obligation_evidence using (
  source_division_id = (select nullif(current_setting('app.office_division', true), '')::int)
  and exists (select from obligation r where r.division_id = obligation_evidence.division_id
    and r.id = obligation_evidence.obligation_id
    and r.source_division_id = (select nullif(current_setting('app.office_division', true), '')::int)
    and r.source_office_id = (select nullif(current_setting('app.office', true), '')::uuid)));
