-- What somebody does to his own account is done at the door, before any place: its audit stands with the nation's, as
-- that of the links for accounts does.
select tenancy.open_door('audit_entry', 'account-audit',
  $$(select nullif(current_setting('app.kind', true), '')) = 'door'
    and division_id = 0 and subject = 'Account' and subject_id = actor_key$$,
  '{insert}');
