-- What somebody wrote who asked to join is forgotten too when nobody decided it in 90 days; the floor knows the days as well.
select tenancy.open_door('join_request', 'forget-waiting',
  $$(select nullif(current_setting('app.kind', true), '')) = 'relay' and state in ('waiting', 'forgotten')
    and received_at < now() - interval '90 days'$$, '{select,update}');
create index join_request_waits_long on join_request (received_at) where state = 'waiting';
