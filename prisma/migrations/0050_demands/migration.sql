-- An officer by personal link reads the demands referred to his office and answers them; he adds to their timeline.
select tenancy.open_door(name, 'office',
    $$division_id = (select nullif(current_setting('app.office_division', true), '')::int)
      and office_id = (select nullif(current_setting('app.office', true), '')::uuid)$$, verbs::text[])
  from (values ('demand', '{select,update}'), ('demand_event', '{select,insert}')) as opened (name, verbs);

ALTER TABLE "demand" ADD COLUMN "answer_reason" TEXT, ADD COLUMN "answer_number" TEXT;

CREATE INDEX "demand_division_id_state_received_on_id_idx" ON "demand"("division_id", "state", "received_on", "id");
CREATE INDEX "demand_division_id_state_limit_on_id_idx" ON "demand"("division_id", "state", "limit_on", "id");
