import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { flatDocument } from "./noted-document";
import { OFFICE_BY_HAND, OFFICE_CASES } from "./office-cases";

/**
 * Writes the office files of `office-files/` anew from their models, by LibreOffice (`soffice` must be on the path):
 *
 *   node --import tsx tests/minutes/make-office-files.ts [NAME …]
 *
 * They are kept in the project, so that the tests need no LibreOffice.
 */
const folder = path.resolve("tests/minutes/office-files");
const work = mkdtempSync(path.join(tmpdir(), "office-"));
mkdirSync(folder, { recursive: true });

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** What stands in a cell: its tags are paragraphs, everything else is text. */
const cellHtml = (cell: string) => (/<p/i.test(cell) ? cell : escaped(cell.replaceAll("&nbsp;", "\u00A0")));

/** Lines with tabs become the rows of a table, every other line a paragraph. */
function html(text: string): string {
  const pieces: string[] = [];
  let rows: string[] = [];
  const endTable = () => {
    if (rows.length > 0) pieces.push(`<table border="1">${rows.join("")}</table>`);
    rows = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (line.includes("\t")) {
      rows.push(
        `<tr>${line
          .split("\t")
          .map((cell) => `<td>${cellHtml(cell)}</td>`)
          .join("")}</tr>`,
      );
    } else {
      endTable();
      pieces.push(`<p>${cellHtml(line)}</p>`);
    }
  }
  endTable();
  return `<html dir="rtl"><head><meta charset="utf-8"></head><body>${pieces.join("\n")}</body></html>`;
}

/** Cells in quotation marks, their paragraphs on lines of their own. */
function separated(text: string): string {
  const plain = (cell: string) =>
    cell
      .replace(/<\/p> ?<p[^>]*>/gi, "\n")
      .replace(/<[^<>]*>/g, "")
      .replaceAll("&nbsp;", "\u00A0");
  return text
    .split(/\r?\n/)
    .map((line) =>
      line
        .split("\t")
        .map((cell) => `"${plain(cell).replaceAll('"', '""')}"`)
        .join("\t"),
    )
    .join("\r\n");
}

/** Tab-separated, UTF-8, and every column as text: LibreOffice would make numbers of numbers. */
const AS_TEXT = `CSV:9,34,76,1,${Array.from({ length: 8 }, (_, at) => `${at + 1}/2`).join("/")},,true`;

type Kind = "docx" | "xlsx";
type Source = { extension: string; written: string; reader: string | null };

function sourceOf(kind: Kind, text: string, isByHand: boolean): Source {
  if (kind === "xlsx") return { extension: "csv", written: separated(text), reader: AS_TEXT };
  return isByHand
    ? { extension: "fodt", written: flatDocument(text), reader: null }
    : { extension: "html", written: html(text), reader: "HTML (StarWriter)" };
}

/** It gives up silently where it is given some hundreds. */
const AT_ONCE = 100;

/** Many files of one kind and reader at once: LibreOffice takes longer to start than to write. */
function convert(sources: readonly string[], reader: string | null, kind: Kind): void {
  if (sources.length > AT_ONCE) convert(sources.slice(AT_ONCE), reader, kind);
  execFileSync("soffice", [
    "--headless",
    `-env:UserInstallation=file://${work}/profile`,
    ...(reader === null ? [] : [`--infilter=${reader}`]),
    "--convert-to",
    kind,
    "--outdir",
    work,
    ...sources.slice(0, AT_ONCE),
  ]);
}

const asked = new Set(process.argv.slice(2));
const byHand = OFFICE_BY_HAND.map(({ name, kind }) => {
  const text = readFileSync(path.resolve("tests/minutes/by-hand", `${name}.txt`), "utf8");
  return { name, kind, source: sourceOf(kind, text, true) };
});
const generated = OFFICE_CASES.map(({ name, kind, text }) => ({
  name,
  kind,
  source: sourceOf(kind, text, false),
}));
const files = [...byHand, ...generated].filter(({ name }) => asked.size === 0 || asked.has(name));

try {
  for (const { name, source } of files) {
    writeFileSync(path.join(work, `${name}.${source.extension}`), source.written);
  }
  for (const [extension, kind] of [
    ["csv", "xlsx"],
    ["fodt", "docx"],
    ["html", "docx"],
  ] as const) {
    const own = files.filter(({ source }) => source.extension === extension);
    if (own.length === 0) continue;
    const sources = own.map(({ name }) => path.join(work, `${name}.${extension}`));
    convert(sources, own[0]?.source.reader ?? null, kind);
    for (const { name } of own) {
      copyFileSync(path.join(work, `${name}.${kind}`), path.join(folder, `${name}.${kind}`));
    }
  }
} finally {
  rmSync(work, { recursive: true });
}
