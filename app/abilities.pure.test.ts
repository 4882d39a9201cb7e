import { expect, test } from "vitest";
import { areaRules } from "./abilities";
import type { AreaRules } from "./kernel/authorize";

test("every area's ability.ts is in the list that makes an actor's ability", () => {
  const files = import.meta.glob<{ rules: AreaRules }>("./areas/*/ability.ts", { eager: true });
  for (const [file, { rules }] of Object.entries(files)) expect(areaRules, file).toContain(rules);
  expect(areaRules).toHaveLength(Object.keys(files).length);
});
