import { ZipFile } from "yazl";
import { columnName } from "~/kernel/sheets/sheet";

/** A cell of a workbook that is no plain text. */
type Special = { number: string } | { day: string } | { formula: string; result: string } | { error: string };

export type AnyCell = string | Special;

/** An archive of these parts. */
export async function zipped(parts: Record<string, string>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const DAY_ZERO = Date.UTC(1899, 11, 30);
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Rows as a workbook that a spreadsheet would save: texts shared, days as numbers with a style. */
export async function aWorkbook(
  rows: readonly (readonly AnyCell[])[],
  { merged = [] }: { merged?: string[] } = {},
): Promise<Uint8Array> {
  const texts: string[] = [];
  const index = new Map<string, number>();
  const shared = (text: string) => {
    const known = index.get(text);
    if (known !== undefined) return known;
    index.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const cell = (value: AnyCell, at: string) => {
    if (value === "") return `<c r="${at}" s="1"/>`;
    if (typeof value === "string") return `<c r="${at}" t="s"><v>${shared(value)}</v></c>`;
    if ("number" in value) return `<c r="${at}"><v>${value.number}</v></c>`;
    if ("day" in value)
      return `<c r="${at}" s="1"><v>${(Date.parse(value.day) - DAY_ZERO) / 86_400_000}</v></c>`;
    if ("error" in value) return `<c r="${at}" t="e"><v>${value.error}</v></c>`;
    return `<c r="${at}" t="str"><f>${escaped(value.formula)}</f><v>${escaped(value.result)}</v></c>`;
  };
  const data = rows.map(
    (cells, i) =>
      `<row r="${i + 1}">${cells.map((value, j) => cell(value, `${columnName(j)}${i + 1}`)).join("")}</row>`,
  );
  const merges =
    merged.length > 0
      ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
      : "";
  return zipped({
    "xl/workbook.xml":
      '<workbook xmlns:r="r"><sheets><sheet name="پنهان" state="hidden" r:id="rId9"/><sheet name="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/styles.xml":
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-3020429]yyyy/mm/dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${data.join("")}</sheetData>${merges}</worksheet>`,
    "xl/sharedStrings.xml": `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`,
  });
}

type Writing = { encoding?: "utf-8" | "utf-8-bom" | "utf-16le" | "windows-1256"; delimiter?: string };

/** The byte of each letter in Windows-1256. */
let arabicBytes: Map<string, number> | undefined;
function inWindows1256(text: string): Uint8Array {
  arabicBytes ??= new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder("windows-1256").decode(Uint8Array.of(byte)),
      byte,
    ]),
  );
  const bytes = arabicBytes;
  return Uint8Array.from(text, (char) => bytes.get(char) ?? 0x3f);
}

/** Rows as CSV. */
export function aCsv(
  rows: readonly (readonly string[])[],
  { encoding = "utf-8", delimiter = "," }: Writing = {},
): Uint8Array {
  const cell = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const text = rows.map((cells) => `${cells.map(cell).join(delimiter)}\r\n`).join("");
  if (encoding === "windows-1256") return inWindows1256(text.replaceAll("ی", "ي"));
  if (encoding === "utf-16le") return Buffer.from(`\uFEFF${text}`, "utf16le");
  return Buffer.from(encoding === "utf-8-bom" ? `\uFEFF${text}` : text);
}
