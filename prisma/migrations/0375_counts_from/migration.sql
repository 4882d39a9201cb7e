-- From which day a limit without a date of its own was counted: that of the meeting, or of the issue where there was none.
alter table issuance add column counts_from date;
alter table obligation add column counts_from date;
