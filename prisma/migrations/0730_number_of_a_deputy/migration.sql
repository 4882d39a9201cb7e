-- Whoever is sent in an invitee's stead may have a number: he gets a link of his own, which opens while he is the one who is sent.
alter table meeting_invitation add column deputy_mobile text
  constraint meeting_invitation_deputy_mobile check (deputy_mobile is null or reply = 'deputy');
