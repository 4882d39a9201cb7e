import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TEXT_SOURCES } from "./sources";

/** Columns in which nobody writes freely: kinds and states, names and numbers, and what the application makes of them. */
const NO_FREE_TEXT = new Set(
  `circle.closed_reason circle.field circle.name circle.place circle.search_key circle_word.glued circle_word.tail
  contact.channel contact.outcome glass_look.kind import_column.field import_column.header_key
  join_link.name join_link.token join_request.decline_reason join_request.full_name join_request.locality
  join_request.mobile join_request.preferred_way membership.role person.full_name person.locality person.mobile
  person.national_code_sealed person.preferred_way person.search_key person.tier person_block.block
  person_correction.full_name person_correction.locality person_correction.mobile person_file.file_name
  person_file.file_type person_import.entry_state person_import.failure person_import.file_name person_import_trace.outcome person_import_twin.decision
  person_import_twin.full_name person_import_twin.locality person_import_twin.mobile
  person_import_twin.other_name person_import_twin.question person_list.name
  person_state_change.reason person_way.handle person_way.way person_word.glued person_word.tail
  relocation.full_name relocation.reason relocation_luggage.mobile relocation_luggage.preferred_way
  text_to_look_at.source tier_cadence.tier tie.type`.split(/\s+/),
);
/** Written freely and not read by night: words that are forgotten soon, and those in which one level answers to another. */
const READ_BY_NOBODY = new Set([
  "glass_grant.reason",
  "join_request.decline_note",
  // It stands in the step of each whom it cancelled, and is read there.
  "person_import.undone_reason",
]);

/** Columns of the network that hold one text, by `table.column`. */
function textColumns(): string[] {
  return readdirSync("prisma/schema")
    .filter((file) => file.startsWith("network"))
    .flatMap((file) => [...readFileSync(`prisma/schema/${file}`, "utf8").matchAll(/^model [^]*?^\}/gm)])
    .flatMap(([model]) => {
      const table = /@@map\("(\w+)"\)/.exec(model)?.[1];
      return [...model.matchAll(/^ +(\w+) +String\??(?: .*)?$/gm)]
        .filter(([line]) => !line.includes("@db.Uuid"))
        .map(([line, name]) => `${table}.${/@map\("(\w+)"\)/.exec(line)?.[1] ?? name}`);
    })
    .filter((column) => !/(?:_key|_by_name|_hash|\.state)$/.test(column) || column.endsWith("header_key"));
}

test("every column of the network in which people write freely is read by night, or it is said why not", () => {
  const known = new Set<string>([...TEXT_SOURCES, ...NO_FREE_TEXT, ...READ_BY_NOBODY]);
  const columns = textColumns();
  expect(columns.filter((column) => !known.has(column))).toEqual([]);
  expect([...known].filter((column) => !columns.includes(column) && !column.endsWith("search_key"))).toEqual(
    [],
  );
});
