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
const OFFICE = "soffice";
const folder = path.resolve("tests/minutes/office-files");
const work = mkdtempSync(path.join(tmpdir(), "office-"));
mkdirSync(folder, { recursive: true });

function convert(source: string, reader: string | null, kind: "docx" | "xlsx"): void {
  execFileSync(OFFICE, [
    "--headless",
    `-env:UserInstallation=file://${work}/profile`,
    ...(reader === null ? [] : [`--infilter=${reader}`]),
    "--convert-to",
    kind,
    "--outdir",
    work,
    source,
  ]);
}

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

type Source = { extension: string; written: string; reader: string | null };

function sourceOf(kind: "docx" | "xlsx", text: string, isByHand: boolean): Source {
  if (kind === "xlsx") return { extension: "csv", written: separated(text), reader: AS_TEXT };
  return isByHand
    ? { extension: "fodt", written: flatDocument(text), reader: null }
    : { extension: "html", written: html(text), reader: "HTML (StarWriter)" };
}

function write(name: string, kind: "docx" | "xlsx", { extension, written, reader }: Source): void {
  const source = path.join(work, `${name}.${extension}`);
  writeFileSync(source, written);
  convert(source, reader, kind);
  copyFileSync(path.join(work, `${name}.${kind}`), path.join(folder, `${name}.${kind}`));
}

const asked = new Set(process.argv.slice(2));
const isAsked = ({ name }: { name: string }) => asked.size === 0 || asked.has(name);

try {
  for (const { name, kind, text } of OFFICE_CASES.filter(isAsked)) {
    write(name, kind, sourceOf(kind, text, false));
  }
  for (const { name, kind } of OFFICE_BY_HAND.filter(isAsked)) {
    const text = readFileSync(path.resolve("tests/minutes/by-hand", `${name}.txt`), "utf8");
    write(name, kind, sourceOf(kind, text, true));
  }
} finally {
  rmSync(work, { recursive: true });
}
