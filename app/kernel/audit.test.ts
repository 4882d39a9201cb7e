import { expect, test } from "vitest";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, GORGAN } from "../../tests/factories/actors";
import { ownerRows } from "../../tests/setup/owner";
import { audit, auditEach } from "./audit.server";
import { within } from "./db.server";

test("an act on many at once says for whom a deputy did it, as an act on one does", async () => {
  const holder = uuidv7();
  const deputy = { ...actorOf(GORGAN, "assistant"), actingFor: { key: holder, name: "نرگس شکیبا" } };
  const ids = [uuidv7(), uuidv7(), uuidv7()] as const;
  const [one, ...many] = ids;
  await within(deputy, async (db) => {
    await audit(db, deputy, "archive", "Person", one, ["state"]);
    await auditEach(db, deputy, "archive", "Person", many, ["state"]);
  });
  const row = {
    division_id: GORGAN,
    actor_key: deputy.key,
    actor_name: deputy.name,
    acting_for_key: holder,
    verb: "archive",
    subject: "Person",
    changed: ["state"],
  };
  expect(
    await ownerRows(
      `select division_id, actor_key, actor_name, acting_for_key, verb, subject, changed from audit_entry
        where subject_id = any($1)`,
      [[...ids]],
    ),
  ).toEqual([row, row, row]);
});
