-- The issuer's ledger is listed newest minutes first and within them by number: an index in that very order.
DROP INDEX "issuance_division_id_issued_at_number_id_idx";
CREATE INDEX "issuance_newest" ON "issuance" ("division_id", "issued_at" DESC, (coalesce("number", 0)), "id");

-- What is over its limit or near it, the earliest first; what is done is not looked at.
CREATE INDEX "obligation_due" ON "obligation" ("division_id", "due_on", "id")
  WHERE "state" IN ('issued', 'acknowledged', 'in-progress', 'blocked');
