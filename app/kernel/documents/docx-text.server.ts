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

type Paragraph = { text: string; style: string; numId: string | null; level: number };
/** A paragraph, or a row of a table that stands inside the cell. */
type Block = { text: string; isRow: boolean };
type Cell = { blocks: Block[]; isMergedFromAbove: boolean; span: number };
type Table = { row: Cell[]; cell: Cell | null; above: string[] };

class DocumentReader {
  readonly lines: string[] = [];
  private length = 0;
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

  private open({ name, attributes }: XmlTag): void {
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
const MOST_HEADS = 6;

/** Parts that hold the heads of pages, where a letter has its number and day. */
async function headParts(archive: Archive, folder: string, part: string): Promise<string[]> {
  const found: string[] = [];
  xmlParser({
    open: ({ name, attributes }) => {
      if (name !== "Relationship" || !attributes.Type?.endsWith("/header")) return;
      const target = attributes.Target ?? "";
      found.push(target.startsWith("/") ? target.slice(1) : folder + target);
    },
  }).write((await archive.text(`${folder}_rels/${part.slice(folder.length)}.rels`)) ?? "<none/>");
  return found.filter((target) => archive.has(target)).slice(0, MOST_HEADS);
}

/** Lines of the heads of pages, each once; a page's own number says nothing of the document. */
async function headLines(archive: Archive, folder: string, part: string): Promise<string[]> {
  const lines = new Set<string>();
  for (const head of await headParts(archive, folder, part)) {
    const reader = new DocumentReader(listNumbers(null, null));
    reader.write((await archive.text(head)) ?? "<none/>");
    for (const line of reader.lines) if (/\p{L}/u.test(line) && !PAGE_NUMBER.test(line)) lines.add(line);
  }
  return [...lines];
}

const PAGE_NUMBER = /^\s*صفحه[\s:]*[\p{N}\s]*(?:از[\s\p{N}]*)?$/u;

/**
 * The text of a document of Word, tables as rows. Numbers that are drawn and not typed are put where they are seen; what stands
 * at the head of its pages comes first, once.
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
    return [...(await headLines(archive, folder, part)), ...reader.lines].join("\n");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Whatever a damaged archive or broken XML makes the readers throw is the file's fault.
    throw sheetRefusal("broken");
  }
}
