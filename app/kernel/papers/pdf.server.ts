import { tmpdir } from "node:os";
import { Refusal } from "../refusal";
import { fontFile } from "./fonts.server";
import template from "./office-page.typ?raw";
import { pageAsWritten, type OfficePage } from "./office-page";

/** Archives take this one; a page with a letter that no font of ours has cannot be written so. */
const ARCHIVED = "a-2b";

/** Not every kind of machine has it: there an office page can be had as DOCX. */
async function typesetter() {
  try {
    return await import("@myriaddreamin/typst-ts-node-compiler");
  } catch {
    throw new Refusal("conflict", "refusal.no-typesetter");
  }
}

/**
 * An office page as PDF, and how many pages it has. The compiler is brought in when the first page is written and let go
 * with what it kept in memory: a process that writes none does without it.
 */
export async function pdfOf(page: OfficePage): Promise<{ bytes: Buffer; pages: number }> {
  const { NodeCompiler } = await typesetter();
  const fontBlobs = [await fontFile("Regular"), await fontFile("SemiBold")];
  // A folder without anything of ours: a template reads no file.
  const compiler = NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs }] });
  try {
    const data = { ...pageAsWritten(page), isRightToLeft: page.locale === "fa" };
    const compiled = compiler.compile({
      mainFileContent: template,
      inputs: { page: JSON.stringify(data) },
    });
    const { result } = compiled;
    if (!result) {
      const faults = compiled.takeError()?.shortDiagnostics as { message?: string }[] | undefined;
      throw new Error(`The page was not set: ${faults?.map(({ message }) => message).join("; ") ?? "?"}`);
    }
    return { bytes: written(), pages: result.numOfPages };

    function written(): Buffer {
      try {
        return compiler.pdf(result as NonNullable<typeof result>, { pdfStandard: ARCHIVED });
      } catch {
        return compiler.pdf(result as NonNullable<typeof result>);
      }
    }
  } finally {
    compiler.evictCache(0);
  }
}
