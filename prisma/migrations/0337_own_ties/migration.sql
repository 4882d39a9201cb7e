-- On his own page a person reads the relationships that are written of him, and the names of the circles and bodies in
-- them. Of another person in them he reads nothing.
select tenancy.open_door('tie', 'member',
  $$division_id = (select nullif(current_setting('app.member_division', true), '')::int)
    and (select nullif(current_setting('app.member', true), '')::uuid) in (person_id, other_person_id)$$, '{select}');
select tenancy.open_door(name, 'member-tie', replace($$division_id = (select nullif(current_setting('app.member_division', true), '')::int)
    and id in (select t.other_NAME_id from tie t
      where t.division_id = (select nullif(current_setting('app.member_division', true), '')::int)
        and t.person_id = (select nullif(current_setting('app.member', true), '')::uuid))$$, 'NAME', name), '{select}')
  from (values ('circle'), ('office')) as opened (name);
