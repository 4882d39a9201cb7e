-- The number of whoever was sent in an invitee's stead is forgotten in the night half a year after he was named.
select tenancy.open_door('meeting_invitation', 'forget-deputy',
  $$(select nullif(current_setting('app.kind', true), '')) = 'relay' and replied_at < now() - interval '180 days'$$, '{select,update}');
create index meeting_invitation_deputies_to_forget on meeting_invitation (replied_at) where deputy_mobile is not null;
