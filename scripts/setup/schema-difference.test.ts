import { expect, inject, test } from "vitest";
import { schemaDifference } from "./schema-difference.mjs";

test("the landed migrations and the schema say the same", async () => {
  await expect(schemaDifference(inject("cluster"))).resolves.toBe("");
});
