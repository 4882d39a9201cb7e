-- What the indicators of the network, the meetings, the visits, the demands and the ledger read besides: marks for it, and
-- an index for every instant by which records are counted.
select rollup.rewatch('circle', '{division_id,id,field,formed_on,closed_on}', '{r.formed_on}');
select rollup.rewatch('contact', '{division_id,id,person_id,happened_on,outcome,action_needed,action_taken_at}',
  '{r.happened_on}');
select rollup.rewatch('demand',
  '{division_id,id,kind,channel,received_on,limit_on,answered_at,answer_kind,verdict,verdict_at,state,transfers}',
  array['r.received_on', 'r.limit_on', $$r.verdict_at at time zone 'Asia/Tehran'$$, $$r.answered_at at time zone 'Asia/Tehran'$$]);
select rollup.rewatch('obstacle', '{division_id,id,raised_on,settled_on,state}', '{r.raised_on,r.settled_on}');
select rollup.rewatch('obligation',
  '{division_id,id,first_due_on,due_on,state,reported_at,verified_at,issued_at,acknowledged_at}',
  array['r.first_due_on', 'r.due_on', $$r.acknowledged_at at time zone 'Asia/Tehran'$$]);

select rollup.watch('membership', '{division_id,id,person_id,from_on,to_on}', '{r.from_on,r.to_on}');
select rollup.watch('join_request', '{division_id,id,state,received_at,decided_at}',
  array[$$r.decided_at at time zone 'Asia/Tehran'$$]);
select rollup.watch('obligation_event', '{division_id,id,obligation_id,circle_id,visited_on}', '{r.visited_on}');
select rollup.watch('meeting_invitation', '{division_id,id,meeting_id,office_id,attended,withdrawn_at}', '{m.held_on}',
  'join meeting m on m.division_id = r.division_id and m.id = r.meeting_id');
select rollup.watch('meeting_outcome', '{division_id,id,meeting_id,kind,removed_at}', '{m.held_on}',
  'join meeting m on m.division_id = r.division_id and m.id = r.meeting_id');
select rollup.watch('minutes', '{division_id,id,meeting_id,issued_at}', '{m.held_on}',
  'join meeting m on m.division_id = r.division_id and m.id = r.meeting_id');
select rollup.watch('resolution', '{division_id,id,minutes_id}', '{m.held_on}',
  'join minutes s on s.division_id = r.division_id and s.id = r.minutes_id '
  'join meeting m on m.division_id = s.division_id and m.id = s.meeting_id');
select rollup.watch('visit', '{division_id,id,planned_on,state,locality,excused}', '{r.planned_on}');

create index "join_request_division_id_decided_at_idx" on "join_request" ("division_id", "decided_at");
create index "obligation_event_division_id_visited_on_idx" on "obligation_event" ("division_id", "visited_on");
create index "obligation_division_id_acknowledged_at_idx" on "obligation" ("division_id", "acknowledged_at");
create index "obstacle_division_id_settled_on_idx" on "obstacle" ("division_id", "settled_on");
