-- A circle that ended: why, beside the day that stands there already. What it was stays with its days.
alter table circle add column closed_reason text;
create index circle_closed on circle (division_id, id) where closed_on is not null;
