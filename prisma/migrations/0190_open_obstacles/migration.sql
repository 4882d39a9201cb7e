-- A desk asks for what still waits for the county's word, the oldest first: without an index of its own it would pass
-- every obstacle that was ever settled.
create index obstacle_raised on obstacle (division_id, raised_on, id) where state = 'raised';
