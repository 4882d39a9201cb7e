import { expect, inject, test } from "vitest";
import { schemaDifference } from "./schema-difference.mjs";

// Prisma's own engine compares: it takes its time where the cores are busy.
test("the landed migrations and the schema say the same", { timeout: 120_000 }, async () => {
  await expect(schemaDifference(inject("cluster"))).resolves.toBe("");
});
