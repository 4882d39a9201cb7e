import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { OFFICE_CASES } from "./office-cases";

/**
 * Writes the office files of `office-files/` anew from their models, by LibreOffice (`soffice` must be on the path):
 *
 *   node --import tsx tests/minutes/make-office-files.ts
 *
 * They are kept in the project, so that the tests need no LibreOffice.
 */
const OFFICE = "soffice";
const folder = path.resolve("tests/minutes/office-files");
const work = mkdtempSync(path.join(tmpdir(), "office-"));
mkdirSync(folder, { recursive: true });

function convert(source: string, reader: string, kind: "docx" | "xlsx"): void {
  execFileSync(OFFICE, [
    "--headless",
    `-env:UserInstallation=file://${work}/profile`,
    `--infilter=${reader}`,
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

try {
  for (const { name, kind, text } of OFFICE_CASES) {
    const source = path.join(work, `${name}.${kind === "docx" ? "html" : "csv"}`);
    writeFileSync(source, kind === "docx" ? html(text) : separated(text));
    convert(source, kind === "docx" ? "HTML (StarWriter)" : AS_TEXT, kind);
    copyFileSync(path.join(work, `${name}.${kind}`), path.join(folder, `${name}.${kind}`));
  }
} finally {
  rmSync(work, { recursive: true });
}
