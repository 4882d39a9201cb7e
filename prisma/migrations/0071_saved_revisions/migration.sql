-- How often a reply, a reason or an excuse was saved, so that the second of two editors is told; 0 is nothing yet.
ALTER TABLE "report_comment" ADD COLUMN "reply_revision" INTEGER NOT NULL DEFAULT 0;
UPDATE "report_comment" SET "reply_revision" = 1 WHERE "replied_at" IS NOT NULL;
ALTER TABLE "report_exception" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "expected_report" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;
UPDATE "expected_report" SET "revision" = 1 WHERE "status" = 'excused';
