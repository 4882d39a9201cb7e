import { PassThrough, pipeline, Readable } from "node:stream";
import { ZipFile } from "yazl";
import { wouldRun } from "./neutral-cell";
import { columnName } from "./sheet";
import type { WrittenSheet } from "./written-sheet";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Cell styles by their index: plain, header, the exporter's mark, and text that must never be taken for a formula. */
const PLAIN = 0;
const HEADER = 1;
const MARK = 2;
const QUOTED = 3;

/** Controls that XML cannot carry at all. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const escaped = (text: string) =>
  text
    .replace(NOT_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** Every cell is a text of its own: nothing in it is ever a formula, and a number keeps its zeros. */
function rowXml(number: number, cells: readonly string[], style = PLAIN): string {
  const inside = cells.map((text, index) => {
    if (text === "") return "";
    const look = style === PLAIN && wouldRun(text) ? QUOTED : style;
    const reference = `${columnName(index)}${number}`;
    return `<c r="${reference}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  });
  return `<row r="${number}">${inside.join("")}</row>`;
}

async function* sheetXml({ mark, headers, widths, rows, isRightToLeft }: WrittenSheet) {
  const headerRow = mark.length + 1;
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${
      isRightToLeft ? ' rightToLeft="1"' : ""
    }><pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${columns.join("")}</cols><sheetData>` +
      mark.map((text, index) => rowXml(index + 1, [text], MARK)).join("") +
      rowXml(headerRow, headers, HEADER)
  );
  let number = headerRow;
  for await (const some of rows) yield some.map((cells) => rowXml((number += 1), cells)).join("");
  // A foot of a page holds 255 characters; an ampersand in it begins a code.
  const foot = escaped(mark.join(" · ").replaceAll("&", "&&").slice(0, 250));
  yield `</sheetData><printOptions gridLines="1"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C${foot}</oddFooter></headerFooter></worksheet>`;
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="Tahoma"/></font><font><b/><sz val="11"/><name val="Tahoma"/></font><font><i/><sz val="9"/><name val="Tahoma"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="49"/><xf numFmtId="49" fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="2" applyFont="1"/><xf numFmtId="49" quotePrefix="1"/></cellXfs></styleSheet>`;

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

/** The name of a sheet as formulas write it. */
const inFormula = (name: string) => `'${name.replaceAll("'", "''")}'`;

/** @param headerRow the row of headings, printed on every page. */
function fixedParts(title: string, headerRow: number): [string, string][] {
  const name = escaped(title.replace(/[\\/?*:[\]]/g, " ").slice(0, 31)) || "1";
  const part = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return [
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("xl/workbook.xml", "sheet.main")}${part("xl/worksheets/sheet1.xml", "worksheet")}${part("xl/styles.xml", "styles")}</Types>`,
    ],
    [
      "_rels/.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${inFormula(name)}!$${headerRow}:$${headerRow}</definedName></definedNames></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId2", "styles", "styles.xml")}</Relationships>`,
    ],
    ["xl/styles.xml", STYLES],
  ];
}

/** The list as a workbook of one sheet, written while its rows are read: it is never whole in memory. */
export function xlsxStream(sheet: WrittenSheet): Readable {
  const zip = new ZipFile();
  for (const [path, xml] of fixedParts(sheet.title, sheet.mark.length + 1))
    zip.addBuffer(Buffer.from(xml), path);
  const rows = Readable.from(sheetXml(sheet), { objectMode: false });
  const out = new PassThrough();
  // An error reaches whoever reads: the callback has nothing to add.
  pipeline(zip.outputStream, out, () => undefined);
  rows.on("error", (error) => out.destroy(error));
  zip.addReadStream(rows, "xl/worksheets/sheet1.xml");
  zip.end();
  return out;
}
