-- In whose hands a saved list is: whoever made it, then whoever takes his post over, or the post while nobody holds it.
alter table person_list add column owner_account uuid;
update person_list set owner_account = created_by_key::uuid
  where created_by_key ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
