-- What a body owes to whoever issued it, over all its offices, cut from an index of its own.
create index "obligation_source_division_id_organisation_id_issued_at_id_idx"
  on "obligation" ("source_division_id", "organisation_id", "issued_at", "id");
