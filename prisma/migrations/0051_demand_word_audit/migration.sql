-- Whoever holds a tracking code leaves the audit entry of his word in the place of his demand, and nowhere else.
select tenancy.open_door('audit_entry', 'tracking-audit',
  $$(select nullif(current_setting('app.kind', true), '')) = 'public'
    and actor_key = (select nullif(current_setting('app.key', true), ''))
    and division_id = (select d.division_id from demand d
      where d.tracking_code = (select nullif(current_setting('app.tracking', true), '')))$$,
  '{insert}');

-- How often a demand went from one office to another: one of the outcomes that are shown side by side.
ALTER TABLE "demand" ADD COLUMN "transfers" INTEGER NOT NULL DEFAULT 0;
