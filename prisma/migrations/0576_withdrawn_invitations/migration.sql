-- An invitation that is taken back keeps its number: whoever is invited again has the same one, and nobody else gets it. How
-- long a link opens follows from the day of the meeting.
alter table meeting_invitation
  add column withdrawn_at timestamptz,
  drop column token_until;
