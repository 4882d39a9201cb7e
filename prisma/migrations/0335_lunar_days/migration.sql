-- Whether the days of a list are written in the lunar calendar: judged over its column, since a year alone may be of either.
alter table person_import add column lunar_days boolean not null default false;
