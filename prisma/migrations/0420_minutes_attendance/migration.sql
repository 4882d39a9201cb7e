-- Who took part in a meeting and what was said there, as its minutes have it. Both name people: they stay in their place.
CREATE TABLE "minutes_attendee" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "standing" TEXT NOT NULL CHECK ("standing" IN ('present', 'deputy', 'guest', 'absent')),

    CONSTRAINT "minutes_attendee_pkey" PRIMARY KEY ("division_id","id"),
    CONSTRAINT "minutes_attendee_minutes_fkey" FOREIGN KEY ("division_id", "minutes_id")
      REFERENCES "minutes"("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "minutes_attendee_division_id_minutes_id_position_idx"
  ON "minutes_attendee"("division_id", "minutes_id", "position");
select tenancy.declare('minutes_attendee', 'exact');
select tenancy.keep_place('minutes_attendee');

CREATE TABLE "minutes_discussion" (
    "division_id" INTEGER NOT NULL,
    "minutes_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "minutes_discussion_pkey" PRIMARY KEY ("division_id","minutes_id"),
    CONSTRAINT "minutes_discussion_minutes_fkey" FOREIGN KEY ("division_id", "minutes_id")
      REFERENCES "minutes"("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
select tenancy.declare('minutes_discussion', 'exact');
select tenancy.keep_place('minutes_discussion');
