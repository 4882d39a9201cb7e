import { ownFileResponse } from "~/kernel/files.server";
import { answering } from "~/kernel/http.server";
import { PAPER_TYPE, type PaperKind } from "~/kernel/papers/office-page";
import type { ExportRow } from "./queries.server";

/** The answer that hands over the office page of an export, under the name of its list. Answers 404 where its content is gone. */
export const writtenPaper = (
  { id, number, list, format }: ExportRow & { format: PaperKind },
  title: string = list,
): Promise<Response> =>
  answering(() => ownFileResponse({ id, name: `${title} ${number}.${format}`, type: PAPER_TYPE[format] }));
