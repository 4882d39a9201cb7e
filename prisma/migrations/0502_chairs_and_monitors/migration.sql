-- Who accepted that an obligation does not concern its office is a person in a post, and who looked on the spot is a circle
-- of the network, in the place of either end.
alter table obligation_event
  add column accepted_appointment_id uuid,
  add column circle_division_id int,
  add column circle_id uuid,
  add column circle_name text,
  add column visited_on date,
  add constraint obligation_event_circle_fkey foreign key (circle_division_id, circle_id)
    references circle (division_id, id) on delete restrict on update cascade;
create index obligation_event_circle on obligation_event (circle_division_id, circle_id) where circle_id is not null;
