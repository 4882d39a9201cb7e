-- The moment a county was closed: what the closing itself ended bears it, and a closing that is taken back restores that.
alter table division add column closed_at timestamptz;
-- The day a county was entered, where that was after its first day: it owes nothing for a quarter that was over by then.
alter table division add column entered_on date;
