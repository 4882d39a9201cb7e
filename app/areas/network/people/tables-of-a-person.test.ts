import { expect, test } from "vitest";
import { ownerRows } from "../../../../tests/setup/owner";
import { TABLES_OF_A_PERSON } from "./tables-of-a-person";

test("every table that refers to a person is known to merging and erasing", async () => {
  const rows = await ownerRows<{ column: string }>(
    `select k.conrelid::regclass || '.' || a.attname as column
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
      where k.contype = 'f' and k.confrelid = 'person'::regclass and a.attname <> 'division_id' order by 1`,
  );
  expect(rows.map(({ column }) => column)).toEqual(Object.keys(TABLES_OF_A_PERSON).sort());
});
