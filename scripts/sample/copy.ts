import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";

export type Row = Record<
  string,
  string | number | boolean | Date | null | readonly string[] | readonly number[]
>;

function field(value: Row[string]): string {
  if (value === null) return "\\N";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : `{${value.map((item) => `"${String(item)}"`).join(",")}}`;
  return text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "");
}

/** Puts rows into a table by COPY, as the owner: those with the same columns in one go. */
export async function copyRows(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const byColumns = new Map<string, Row[]>();
  for (const row of rows) {
    const key = Object.keys(row).join();
    const alike = byColumns.get(key);
    if (alike) alike.push(row);
    else byColumns.set(key, [row]);
  }
  for (const alike of byColumns.values()) await copyAlike(client, table, alike);
}

async function copyAlike(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const lines = function* () {
    for (const row of rows) yield `${columns.map((column) => field(row[column] ?? null)).join("\t")}\n`;
  };
  await pipeline(
    Readable.from(lines()),
    client.query(from(`copy ${table} (${columns.join(", ")}) from stdin`)),
  );
}
