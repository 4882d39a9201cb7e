import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { blockOf, MOST_ROWS, type Block, type Found, type SheetRow } from "./sheet";
import { sheetRefusal } from "./sniff.server";

const MERGE_CELL = /<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/g;
/** The longest beginning of such a tag that may stand at the end of a piece. */
const LONGEST_TAG = 200;

/**
 * The merged cells of a sheet. They stand behind its rows, which need them: so the sheet is unpacked once for them alone,
 * without reading a cell.
 */
export async function mergedCells(sheet: Readable, found: Found): Promise<Block[]> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const chunk of sheet) {
    const text = rest + decoder.write(chunk as Buffer);
    let end = 0;
    for (const match of text.matchAll(MERGE_CELL)) {
      found.merged.push(match[1] ?? "");
      end = match.index + match[0].length;
    }
    if (found.merged.length > MOST_ROWS) throw sheetRefusal("merged-many");
    rest = text.slice(Math.max(end, text.length - LONGEST_TAG));
  }
  return found.merged.flatMap(blockOf);
}

type Open = Block & { text: string };

/**
 * Reads rows as they look on the sheet. A cell merged down says its text for every row of its block that says something
 * besides; one merged across says it for its first column. A row that is one text over the whole width is a heading and
 * comes without cells.
 */
export class MergedRows {
  private readonly starts = new Map<number, Block[]>();
  private open: Open[] = [];
  private width = 0;

  constructor(
    blocks: readonly Block[],
    private readonly found: Found,
  ) {
    for (const block of blocks) {
      const there = this.starts.get(block.row);
      if (there) there.push(block);
      else this.starts.set(block.row, [block]);
    }
  }

  asSeen(row: SheetRow): SheetRow {
    if (this.starts.size === 0) return row;
    const cells = [...row.cells];
    this.open = this.open.filter(({ lastRow }) => lastRow >= row.number);
    const fromAbove: number[] = [];
    const covered: Block[] = [...this.open];
    // What lies under a block is not seen.
    for (const block of this.open) this.clear(cells, block, block.column);
    const isEmpty = cells.every((text) => text.trim() === "");
    for (const block of this.open) {
      if (isEmpty || block.text === "") continue;
      while (cells.length <= block.column) cells.push("");
      cells[block.column] = block.text;
      fromAbove.push(block.column);
    }
    for (const block of this.starts.get(row.number) ?? []) {
      this.clear(cells, block, block.column + 1);
      covered.push(block);
      if (block.lastRow > row.number) this.open.push({ ...block, text: cells[block.column] ?? "" });
    }
    if (this.isHeading(cells, covered)) {
      if (this.found.headings.length < MOST_ROWS) this.found.headings.push(row.number);
      return { number: row.number, cells: [] };
    }
    this.width = Math.max(this.width, cells.length);
    return fromAbove.length > 0 ? { number: row.number, cells, fromAbove } : { number: row.number, cells };
  }

  private clear(cells: string[], { lastColumn }: Block, from: number): void {
    for (let at = from; at <= lastColumn && at < cells.length; at++) cells[at] = "";
  }

  private isHeading(cells: readonly string[], covered: readonly Block[]): boolean {
    const filled = cells.flatMap((text, at) => (text.trim() === "" ? [] : [at]));
    return (
      filled.length === 1 &&
      covered.some(
        ({ column, lastColumn }) =>
          column === filled[0] && lastColumn > column && column === 0 && lastColumn >= this.width - 1,
      )
    );
  }
}
