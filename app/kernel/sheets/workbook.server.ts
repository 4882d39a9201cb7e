import type { Archive } from "./zip-entries.server";
import { LONGEST_CELL } from "./sheet";
import { sheetRefusal } from "./sniff.server";
import { xmlParser } from "./xml-events.server";

/** What a workbook says about its first visible sheet, and what its cells refer to. */
export type Workbook = {
  /** The first visible sheet. */
  sheetPath: string;
  /** Every visible sheet, in their order. */
  sheetPaths: string[];
  /** Days are counted from 1904, as old Macintoshes did. */
  from1904: boolean;
  strings: string[];
  /** Whether the style of this index shows a number as a day. */
  isDay: boolean[];
};

/** Formats of the standard that show a day. */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

const isDayCode = (code: string) =>
  /[yd]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "")) && !/general/i.test(code);

/** A part as a well-formed document, or a refusal. */
function parse(xml: string, events: Parameters<typeof xmlParser>[0]): void {
  xmlParser(events).write(xml);
}

async function visibleSheets(archive: Archive): Promise<{ ids: string[]; from1904: boolean }> {
  const xml = await archive.text("xl/workbook.xml");
  if (xml === null) throw sheetRefusal("not-a-sheet");
  const sheets: { id: string; hidden: boolean }[] = [];
  let from1904 = false;
  parse(xml, {
    open: ({ name, attributes }) => {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      sheets.push({ id, hidden: attributes.state !== undefined && attributes.state !== "visible" });
    },
  });
  const ids = sheets.filter(({ hidden }) => !hidden).map(({ id }) => id);
  if (ids.length === 0) throw sheetRefusal("empty");
  return { ids, from1904 };
}

async function pathsOf(archive: Archive, ids: readonly string[]): Promise<string[]> {
  const paths = new Map<string, string>();
  parse((await archive.text("xl/_rels/workbook.xml.rels")) ?? "<none/>", {
    open: ({ name, attributes }) => {
      if (name !== "Relationship" || attributes.Id === undefined) return;
      const target = attributes.Target ?? "";
      paths.set(attributes.Id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    },
  });
  // A sheet of a chart has no cells, and no part of this kind.
  const found = ids.map((id) => paths.get(id) ?? "").filter((path) => archive.has(path));
  if (found.length === 0) throw sheetRefusal("broken");
  return found;
}

/** Texts that cells share; what stands above a text as its reading (rPh) is no part of it. */
async function sharedStrings(archive: Archive, longest: number): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let inReading = false;
  parse((await archive.text("xl/sharedStrings.xml")) ?? "<none/>", {
    open: ({ name }) => {
      if (name === "si") text = "";
      else if (name === "t") inText = !inReading;
      else if (name === "rPh") inReading = true;
    },
    text: (piece) => {
      if (inText && text.length <= longest) text += piece;
    },
    close: (name) => {
      if (name === "si") strings.push(text.slice(0, longest + 1));
      else if (name === "t") inText = false;
      else if (name === "rPh") inReading = false;
    },
  });
  return strings;
}

async function dayStyles(archive: Archive): Promise<boolean[]> {
  const codes = new Map<number, boolean>();
  const isDay: boolean[] = [];
  let inCells = false;
  parse((await archive.text("xl/styles.xml")) ?? "<none/>", {
    open: ({ name, attributes }) => {
      const format = Number(attributes.numFmtId ?? 0);
      if (name === "numFmt") codes.set(format, isDayCode(attributes.formatCode ?? ""));
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) isDay.push(codes.get(format) ?? DAY_FORMATS.has(format));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return isDay;
}

/** Reads what the cells of the visible sheets need, of a text at most `longest` + 1 characters. Refuses what is no workbook. */
export async function openWorkbook(archive: Archive, longest = LONGEST_CELL): Promise<Workbook> {
  const { ids, from1904 } = await visibleSheets(archive);
  const sheetPaths = await pathsOf(archive, ids);
  return {
    sheetPath: sheetPaths[0] ?? "",
    sheetPaths,
    from1904,
    strings: await sharedStrings(archive, longest),
    isDay: await dayStyles(archive),
  };
}
