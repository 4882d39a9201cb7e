import { beginningOf, LONGEST_CELL, type SheetRow } from "./sheet";
import { sheetRefusal, type Encoding } from "./sniff.server";

const DELIMITERS = [",", ";", "\t", "\u060C", "|"];
/** Bytes decoded at a time. */
const CHUNK = 64 * 1024;

/** The delimiter that parts the first lines: the one that stands most often outside quotation marks. */
function delimiterOf(text: string): string {
  const told = /^\uFEFF?sep=(.)\r?\n/.exec(text)?.[1];
  if (told) return told;
  const bare = text.replace(/"[^"]*"/g, "").split(/\r?\n/, 10);
  const counts = DELIMITERS.map((delimiter) =>
    bare.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0),
  );
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

function* texts(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length });
  }
}

/** The first characters of the file, in its encoding. */
const beginning = (bytes: Uint8Array, encoding: Encoding) =>
  new TextDecoder(encoding).decode(bytes.subarray(0, CHUNK));

/**
 * Rows of a text as RFC 4180 writes them, with any usual delimiter. Refuses a file that ends inside quotation marks: what
 * follows an unclosed mark would be one cell. Cells are cut at LONGEST_CELL + 1, so that too long is still seen as too long.
 */
export function* csvRows(bytes: Uint8Array, encoding: Encoding): Generator<SheetRow> {
  const first = beginning(bytes, encoding);
  const delimiter = delimiterOf(first);
  let skipLine = /^\uFEFF?sep=./.test(first);
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let wasQuoted = false;
  let afterReturn = false;
  let number = 0;

  const endCell = () => {
    cells.push(beginningOf(cell, LONGEST_CELL + 1));
    cell = "";
    wasQuoted = false;
  };
  const endRow = (): SheetRow | null => {
    endCell();
    number += 1;
    const row = { number, cells };
    cells = [];
    const skipped = skipLine;
    skipLine = false;
    return skipped ? null : row;
  };

  for (const text of texts(bytes, encoding)) {
    for (const char of text) {
      if (afterReturn) {
        afterReturn = false;
        if (char === "\n") continue;
      }
      if (quoted) {
        if (char !== '"') {
          if (cell.length <= LONGEST_CELL) cell += char;
        } else quoted = false;
        continue;
      }
      if (char === '"') {
        // A mark right after a closing one is a mark of the text; inside an open word it is one as well.
        if (wasQuoted) {
          cell += '"';
          quoted = true;
        } else if (cell === "") {
          quoted = true;
          wasQuoted = true;
        } else cell += char;
        continue;
      }
      if (char === delimiter) endCell();
      else if (char === "\n" || char === "\r") {
        afterReturn = char === "\r";
        const row = endRow();
        if (row) yield row;
      } else if (cell.length <= LONGEST_CELL) cell += char;
    }
  }
  if (quoted) throw sheetRefusal("open-quote", { row: number + 1 });
  if (cell !== "" || cells.length > 0 || wasQuoted) {
    const row = endRow();
    if (row) yield row;
  }
}
