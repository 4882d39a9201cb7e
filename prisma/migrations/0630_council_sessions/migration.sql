-- A session of a council is a meeting of the same place's council; who was invited for his seat in it is known by the seat,
-- for guests of a council count for nothing in its quorum. What came of an item belongs to an item that is there.
alter table meeting add constraint meeting_council_fkey
  foreign key (division_id, council_id) references council (division_id, id) on delete restrict on update cascade;
alter table meeting_series add constraint meeting_series_council_fkey
  foreign key (division_id, council_id) references council (division_id, id) on delete restrict on update cascade;
alter table meeting_invitation add column seat text
  constraint meeting_invitation_seat check (seat in ('chair', 'secretary', 'member', 'guest'));
alter table meeting_outcome add constraint meeting_outcome_agenda_item_fkey
  foreign key (division_id, agenda_item_id) references agenda_item (division_id, id) on delete no action on update cascade;
create index meeting_outcome_division_id_agenda_item_id_idx on meeting_outcome (division_id, agenda_item_id);
