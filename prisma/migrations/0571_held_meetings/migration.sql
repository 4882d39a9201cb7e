-- The newest meeting held is found without passing by those that are planned.
create index meeting_held on meeting (division_id, held_on, id) where state = 'held';
