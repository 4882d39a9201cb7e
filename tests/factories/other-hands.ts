import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { toPersianDigits } from "~/lib/digits";

/*
 * What others open our papers with: poppler and LibreOffice. Where a machine has neither the same papers are read by the
 * project's own reader alone; `LOOK_AT` names a folder in which they are kept to be looked at.
 */
const has = (tool: string) => {
  try {
    execFileSync("which", [tool], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const [POPPLER, OFFICE] = ["pdftotext", "soffice"];

/** Whether this machine has poppler, and LibreOffice. */
export const [poppler, office] = [has(POPPLER), has(OFFICE)];
if (!poppler || !office)
  console.info(`Not run here: papers in ${poppler ? "" : "pdftotext "}${office ? "" : "soffice"}`);

const kept = process.env.LOOK_AT === "" ? undefined : process.env.LOOK_AT;

/** A folder of papers that `dropFolder` takes away again, unless they are to be looked at. */
export const paperFolder = (): string => kept ?? mkdtempSync(path.join(tmpdir(), "paper-"));
export const dropFolder = (folder: string): void => {
  if (!kept) rmSync(folder, { recursive: true, force: true });
};

/** What others call a word: without spaces and marks that turn directions, in letters and digits of one kind. */
export const bare = (text: string): string =>
  toPersianDigits(text.normalize("NFKC")).replaceAll(/[\s\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

/** The pages of a PDF as poppler reads them, as `bare` writes them. */
export function pagesInPoppler(pdf: string): string[] {
  const out = `${pdf}.txt`;
  execFileSync(POPPLER, ["-enc", "UTF-8", pdf, out]);
  return readFileSync(out, "utf8")
    .split("\f")
    .map(bare)
    .filter((page) => page !== "");
}

/** The PDF that LibreOffice prints of a document. */
export function printedByOffice(file: string): string {
  const folder = path.dirname(file);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const into = path.join(folder, "word");
  execFileSync(OFFICE, ["--headless", profile, "--convert-to", "pdf", "--outdir", into, file], {
    stdio: "ignore",
    timeout: 100_000,
  });
  return path.join(into, `${path.basename(file, path.extname(file))}.pdf`);
}
