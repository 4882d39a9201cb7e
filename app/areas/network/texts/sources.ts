/** Free texts of the network, by `table.column`: what people write about people, circles, contacts and relationships. */
export const TEXT_SOURCES = [
  "circle.topic",
  "contact.action_taken_note",
  "contact.note",
  "person.note",
  "person.source",
  "person_state_change.note",
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
