-- Lists that read all that a county has of something, cut from an index of theirs.
create index "person_correction_division_id_sent_at_id_idx" on "person_correction" ("division_id", "sent_at", "id");
create index "contact_action_open" on "contact" ("division_id", "person_id") where "action_needed" and "action_taken_at" is null;
create index "person_members_by_name" on "person" ("division_id", "search_key", "id") where "state" = 'active' and "erased_at" is null;
create index "person_core_by_name" on "person" ("division_id", "search_key", "id") where "tier" = 'core' and "state" = 'active';
