import { foldPattern } from "~/lib/written-names/letters";
import { spansOf, textOf } from "~/lib/written-names/passage";
import type { Source } from "~/lib/written-names/source";
import { readDeclaredCount } from "./declared-count";
import type { Line } from "./layout";
import { isEarlierHeading, isResolutionsHeading } from "./paragraphs";
import { cellFold } from "./table";
import type { Reading } from "./types";

const DISCUSSION = foldPattern(/^["*\s]*(?:مشروح|خلاصه|شرح|متن) (?:مذاکرات|جلسه|مباحث|گفت ?و ?گوها)/u);
const HEADING = foldPattern(
  /^["*\s]*(?:مشروح|خلاصه|شرح|متن) (?:مذاکرات|جلسه|مباحث|گفت ?و ?گوها)(?: (?:و تصمیمات|جلسه|نشست|انجام ?شده)){0,2}(?: ?:|["* ]*$)/u,
);
/** The paper's own words about itself stand in no discussion. */
const OF_ITSELF = foldPattern(/^["*\s]*(?:این )?صورت ?جلسه .{0,80}(?:صفحه|مصوبه|تنظیم)/u);

/** «مشروح مذاکرات»: what follows was said, and is not resolved. */
export function isDiscussionHeading(fold: string): boolean {
  return DISCUSSION.test(fold);
}

/** What was said, paragraph by paragraph: from its heading to the resolutions. */
export function readDiscussion(source: Source, lines: readonly Line[], firstLine: number): Reading<string>[] {
  const begin = lines.findIndex((line) => DISCUSSION.test(cellFold(source, line.cells[0] ?? [])));
  if (begin === -1 || begin >= firstLine) return [];
  const said: Reading<string>[] = [];
  for (const [order, line] of lines.slice(begin, firstLine).entries()) {
    const lead = cellFold(source, line.cells[0] ?? []);
    if (order > 0 && (isResolutionsHeading(lead) || isEarlierHeading(lead))) break;
    if (OF_ITSELF.test(lead) || (lead.length < 300 && readDeclaredCount(source, [line]))) continue;
    for (const [at, piece] of line.cells.flat().entries()) {
      const isHeading = order === 0 && at === 0;
      const heading = isHeading
        ? (HEADING.exec(source.fold.slice(piece.start, piece.end))?.[0].length ?? 0)
        : 0;
      const start = piece.start + heading;
      const lead = source.fold.slice(start, piece.end);
      const pieces = [{ start: start + lead.length - lead.trimStart().length, end: piece.end }];
      const text = /[\p{L}\p{N}]/u.test(lead) ? textOf(source, pieces) : "";
      if (text !== "")
        said.push({ value: text, written: text, spans: spansOf(source, pieces), confidence: "likely" });
    }
  }
  return said;
}
