import { neutralCell } from "./neutral-cell";
import type { WrittenSheet } from "./written-sheet";

function cell(text: string): string {
  const shown = neutralCell(text);
  return /[",;\t\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

const line = (cells: string[]) => `${cells.map(cell).join(",")}\r\n`;

/** The list as CSV in UTF-8, with the mark by which spreadsheets know that, and the exporter's mark in its first lines. */
export async function* csvPieces({ mark, headers, rows }: WrittenSheet): AsyncGenerator<string> {
  yield `\uFEFF${mark.map((text) => line([text])).join("")}${line(headers)}`;
  for await (const some of rows) yield some.map(line).join("");
}
