-- Nothing reads or writes it: officers have accounts and offices have contacts of their own.
alter table "office" drop column "officer_mobile";
