import { docxOf } from "./docx.server";
import type { OfficePage, PaperKind } from "./office-page";
import { pdfOf } from "./pdf.server";

/** An office page as a file; how many pages it has is known of a PDF alone. */
export async function paperOf(
  kind: PaperKind,
  page: OfficePage,
): Promise<{ bytes: Buffer; pages: number | null }> {
  return kind === "pdf" ? pdfOf(page) : { bytes: await docxOf(page), pages: null };
}
