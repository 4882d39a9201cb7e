-- An office that had ended already keeps the heir it had then, and has it again when a later act is taken back.
alter table abolition_place add column prior_heir_id uuid;
