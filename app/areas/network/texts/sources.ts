/**
 * Free texts of the network, by `table.column`: what people write about people, circles, contacts,
 * relationships, files and goings over to another county.
 */
export const TEXT_SOURCES = [
  "circle.topic",
  "contact.action_taken_note",
  "contact.note",
  "person.note",
  "person.source",
  "person_file.removed_reason",
  "person_file.title",
  "person_state_change.note",
  "relocation.decline_note",
  "relocation.new_locality",
  "tie.note",
] as const;
export type TextSource = (typeof TEXT_SOURCES)[number];

/** The tables with the columns of each that are read. */
export const TEXT_TABLES: readonly { table: string; columns: readonly string[] }[] = [
  ...new Set(TEXT_SOURCES.map((source) => source.split(".")[0] ?? "")),
].map((table) => ({
  table,
  columns: TEXT_SOURCES.filter((source) => source.startsWith(`${table}.`)).map((source) =>
    source.slice(table.length + 1),
  ),
}));
