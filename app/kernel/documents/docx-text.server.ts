import { StringDecoder } from "node:string_decoder";
import { Refusal } from "~/kernel/refusal";
import { sheetRefusal } from "~/kernel/sheets/sniff.server";
import { xmlParser, type XmlTag } from "~/kernel/sheets/xml-events.server";
import { openArchive, type Archive } from "~/kernel/sheets/zip-entries.server";
import {
  cellText,
  filledRow,
  LARGEST_PART,
  LONGEST_DOCUMENT,
  PARAGRAPH,
  type DocumentText,
} from "./document-text";
import { listNumbers, valueOf, type ListNumbers } from "./list-numbers.server";

/** What is in the file and on no page: deleted words, and the second copy of a drawing. */
const UNSEEN = new Set(["del", "moveFrom", "Fallback"]);

type NoteKind = "footnote" | "endnote";
/** A note that the text refers to, in the order of its marks. */
type NoteMark = { kind: NoteKind; id: string };

type Paragraph = { text: string; style: string; numId: string | null; level: number };
/** A paragraph, or a row of a table that stands inside the cell. */
type Block = { text: string; isRow: boolean };
type Cell = { blocks: Block[]; isMergedFromAbove: boolean; span: number };
type Table = { row: Cell[]; cell: Cell | null; above: string[] };

class DocumentReader {
  readonly lines: string[] = [];
  readonly notes: NoteMark[] = [];
  private length = 0;
  private depth = 0;
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: Table[] = [];
  private unseen = 0;
  private runs = 0;
  private inText = false;
  private readonly parser;

  constructor(private readonly numbers: ListNumbers) {
    this.parser = xmlParser({
      open: (tag) => this.open(tag),
      text: (piece) => {
        const paragraph = this.paragraphs.at(-1);
        if (this.inText && this.unseen === 0 && paragraph) paragraph.text += piece;
      },
      close: (name) => this.close(name),
    });
  }

  write(piece: string): void {
    this.parser.write(piece);
    if (this.length > LONGEST_DOCUMENT) throw sheetRefusal("too-large-inside");
  }

  /** Whether every part that began has ended: what is cut off in the middle is not the document. */
  get isWhole(): boolean {
    return this.depth === 0;
  }

  private open({ name, attributes }: XmlTag): void {
    this.depth += 1;
    if (UNSEEN.has(name)) this.unseen += 1;
    const paragraph = this.paragraphs.at(-1);
    const cell = this.tables.at(-1)?.cell;
    switch (name) {
      case "p":
        this.paragraphs.push({ text: "", style: "", numId: null, level: 0 });
        break;
      case "r":
        this.runs += 1;
        break;
      case "t":
        this.inText = true;
        break;
      case "tab":
        // Outside a run it is where a tab would stop, not one.
        if (this.runs > 0 && paragraph) paragraph.text += this.tables.length > 0 ? " " : "\t";
        break;
      case "br":
      case "cr":
        if (this.runs > 0 && paragraph) paragraph.text += PARAGRAPH;
        break;
      case "footnoteReference":
      case "endnoteReference": {
        const kind = name === "footnoteReference" ? "footnote" : "endnote";
        const id = valueOf(attributes, "id");
        if (!paragraph || this.unseen > 0 || id === undefined) break;
        this.notes.push({ kind, id });
        paragraph.text += `[${markOf(kind, this.notes.filter((note) => note.kind === kind).length)}]`;
        break;
      }
      case "noBreakHyphen":
        if (paragraph) paragraph.text += "-";
        break;
      case "pStyle":
        if (paragraph) paragraph.style = valueOf(attributes) ?? "";
        break;
      case "ilvl":
        if (paragraph) paragraph.level = Number(valueOf(attributes) ?? 0);
        break;
      case "numId":
        if (paragraph) paragraph.numId = valueOf(attributes) ?? "";
        break;
      case "tbl":
        this.tables.push({ row: [], cell: null, above: [] });
        break;
      case "tc": {
        const table = this.tables.at(-1);
        if (table) table.cell = { blocks: [], isMergedFromAbove: false, span: 1 };
        break;
      }
      case "vMerge":
        if (cell) cell.isMergedFromAbove = (valueOf(attributes) ?? "continue") === "continue";
        break;
      case "gridSpan":
        if (cell) cell.span = Math.min(60, Number(valueOf(attributes)) || 1);
        break;
    }
  }

  private close(name: string): void {
    this.depth -= 1;
    if (UNSEEN.has(name)) this.unseen -= 1;
    switch (name) {
      case "t":
        this.inText = false;
        break;
      case "r":
        this.runs -= 1;
        break;
      case "p": {
        const paragraph = this.paragraphs.pop();
        if (paragraph) this.put({ text: this.numbered(paragraph), isRow: false });
        break;
      }
      case "tc": {
        const table = this.tables.at(-1);
        if (table?.cell) table.row.push(table.cell);
        if (table) table.cell = null;
        break;
      }
      case "tr":
        this.endRow();
        break;
      case "tbl":
        this.tables.pop();
        break;
    }
  }

  private numbered({ text, style, numId, level }: Paragraph): string {
    const list = numId === null ? this.numbers.ofStyle(style) : { numId, level };
    const label = list && list.numId !== "0" ? this.numbers.next(list.numId, list.level) : "";
    return label === "" ? text : `${label} ${text}`;
  }

  private put(block: Block): void {
    const cell = this.tables.at(-1)?.cell;
    if (cell) {
      cell.blocks.push(block);
      this.length += block.text.length;
    } else this.line(block.text);
  }

  private line(text: string): void {
    this.length += text.length + 1;
    this.lines.push(text.replace(/[\r\n]+/g, " "));
  }

  private endRow(): void {
    const table = this.tables.pop();
    if (!table) return;
    const { row, above } = table;
    // A frame around the page: what stands in it stands in the document.
    const [only] = row;
    if (row.length === 1 && only) {
      for (const block of only.blocks) this.put(block);
    } else {
      const cells = row.flatMap(({ blocks, isMergedFromAbove, span }) => [
        { text: cellText(blocks.map(({ text }) => text).join(PARAGRAPH)), isMergedFromAbove },
        ...Array.from({ length: span - 1 }, () => ({ text: "", isMergedFromAbove: false })),
      ]);
      const filled = filledRow(cells, above);
      above.splice(
        0,
        above.length,
        ...filled.map((text, at) => text || (cells[at]?.isMergedFromAbove ? (above[at] ?? "") : "")),
      );
      this.put({ text: filled.join("\t"), isRow: true });
    }
    this.tables.push({ row: [], cell: null, above });
  }
}

/** Notes of the document are counted as Word shows them: those of its end in Roman numbers. */
function markOf(kind: NoteKind, count: number): string {
  if (kind === "footnote") return String(count);
  let [left, roman] = [count, ""];
  for (const [value, letters] of ROMAN) {
    while (left >= value) {
      roman += letters;
      left -= value;
    }
  }
  return roman;
}

const ROMAN = [
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const;

async function mainPart(archive: Archive): Promise<string> {
  let target = "word/document.xml";
  xmlParser({
    open: ({ name, attributes }) => {
      if (name === "Relationship" && attributes.Type?.endsWith("/officeDocument")) {
        target = (attributes.Target ?? target).replace(/^\//, "");
      }
    },
  }).write((await archive.text("_rels/.rels")) ?? "<none/>");
  if (!archive.has(target)) throw sheetRefusal("broken");
  return target;
}

/** The first page, the others, and odd and even ones may each have a head of their own. */
const MOST_PARTS = 6;

/** Parts of one kind that the document names: the heads of pages, where a letter has its number and day, or its notes. */
async function partsOf(archive: Archive, folder: string, part: string, kind: string): Promise<string[]> {
  const found: string[] = [];
  xmlParser({
    open: ({ name, attributes }) => {
      if (name !== "Relationship" || !attributes.Type?.endsWith(`/${kind}`)) return;
      const target = attributes.Target ?? "";
      found.push(target.startsWith("/") ? target.slice(1) : folder + target);
    },
  }).write((await archive.text(`${folder}_rels/${part.slice(folder.length)}.rels`)) ?? "<none/>");
  return found.filter((target) => archive.has(target)).slice(0, MOST_PARTS);
}

/** Lines of the heads or feet of pages, each once; a page's own number says nothing of the document. */
async function pageLines(
  archive: Archive,
  folder: string,
  part: string,
  kind: "header" | "footer",
): Promise<string[]> {
  const lines = new Set<string>();
  for (const each of await partsOf(archive, folder, part, kind)) {
    const reader = new DocumentReader(listNumbers(null, null));
    reader.write((await archive.text(each)) ?? "<none/>");
    for (const line of reader.lines) if (/\p{L}/u.test(line) && !PAGE_NUMBER.test(line)) lines.add(line);
  }
  return [...lines];
}

const PAGE_NUMBER = /^\s*صفحه[\s:]*[\p{N}\s]*(?:از[\s\p{N}]*)?$/u;

/** The words of the notes by their ids; the lines that Word draws above them are notes of its own. */
async function notesOf(
  archive: Archive,
  folder: string,
  part: string,
  kind: NoteKind,
): Promise<Map<string, string>> {
  const notes = new Map<string, string>();
  let id: string | null = null;
  let [unseen, inText] = [0, false];
  const add = (piece: string) => {
    if (id !== null && unseen === 0) notes.set(id, (notes.get(id) ?? "") + piece);
  };
  const parser = xmlParser({
    open: ({ name, attributes }) => {
      if (UNSEEN.has(name)) unseen += 1;
      if (name === kind)
        id = valueOf(attributes, "type") === undefined ? (valueOf(attributes, "id") ?? null) : null;
      if (name === "t") inText = true;
      if (name === "tab" || name === "br") add(" ");
    },
    text: (piece) => {
      if (inText) add(piece);
    },
    close: (name) => {
      if (UNSEEN.has(name)) unseen -= 1;
      if (name === "t") inText = false;
      if (name === "p") add(" ");
      if (name === kind) id = null;
    },
  });
  for (const each of await partsOf(archive, folder, part, `${kind}s`)) {
    parser.write((await archive.text(each)) ?? "<none/>");
  }
  return notes;
}

/** «[1] …» below the text for every mark in it, as Word itself writes them into a plain text. */
async function noteLines(
  archive: Archive,
  folder: string,
  part: string,
  marks: readonly NoteMark[],
): Promise<string[]> {
  const lines: string[] = [];
  for (const kind of ["footnote", "endnote"] as const) {
    const own = marks.filter((mark) => mark.kind === kind);
    if (own.length === 0) continue;
    const notes = await notesOf(archive, folder, part, kind);
    own.forEach(({ id }, at) => {
      const words = (notes.get(id) ?? "").replace(/\s+/g, " ").trim();
      lines.push(`[${markOf(kind, at + 1)}] ${words}`.trim());
    });
  }
  return lines;
}

/** Words that stand at the foot of pages and nowhere else in the document, each line said to be one. */
async function footLines(
  archive: Archive,
  folder: string,
  part: string,
  others: readonly string[],
): Promise<string[]> {
  const known = new Set(others.map((line) => line.trim()));
  return (await pageLines(archive, folder, part, "footer"))
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => !known.has(line))
    .map((line) => `${AT_FOOT}: ${line}`);
}

const AT_FOOT = "پایین صفحه";

/**
 * The text of a document of Word, tables as rows. Numbers that are drawn and not typed are put where they are seen; what stands
 * at the head of its pages comes first, once; what stands at their foot, and the notes with the marks that the text has
 * for them, come last.
 * Refuses what is damaged, behind a password, or too large inside.
 */
export async function docxText(bytes: Uint8Array): Promise<DocumentText> {
  try {
    const archive = await openArchive(bytes);
    const part = await mainPart(archive);
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const numbers = listNumbers(
      await archive.text(`${folder}numbering.xml`),
      await archive.text(`${folder}styles.xml`),
    );
    const reader = new DocumentReader(numbers);
    const decoder = new StringDecoder("utf8");
    for await (const chunk of await archive.stream(part, LARGEST_PART))
      reader.write(decoder.write(chunk as Buffer));
    if (!reader.isWhole) throw sheetRefusal("broken");
    const head = await pageLines(archive, folder, part, "header");
    const text = [...head, ...reader.lines];
    const foot = await footLines(archive, folder, part, text);
    return [...text, ...foot, ...(await noteLines(archive, folder, part, reader.notes))].join("\n");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Whatever a damaged archive or broken XML makes the readers throw is the file's fault.
    throw sheetRefusal("broken");
  }
}
