import { foldPattern } from "~/lib/written-names/letters";
import type { Line } from "./layout";
import { NUMBER, numberOf } from "./numbers";
import { spansOf, textOf } from "~/lib/written-names/passage";
import type { Source } from "~/lib/written-names/source";
import type { Reading } from "./types";

const SAYS_OF_ITSELF = foldPattern(
  /(?:صور ?ت ?جلسه|جلسه|نشست).{0,60}(?:صفحه|تنظیم|مشتمل|حاوی|شامل|تهیه|در قالب)/u,
);
const OF_ANOTHER = foldPattern(/(?:جلسه|نشست|صورت ?جلسه) ?(?:قبلی?|گذشته|پیشین)/u);
const COUNT = new RegExp(
  `(?<![\\p{L}\\d/])(${NUMBER}) ?(?:مورد |فقره |بند )?مصوبه(?!\\p{L})|تعداد مصوبات ?:? ?(${NUMBER})`,
  "u",
);
const LONGEST = 300;

/** «این صورتجلسه در ۵ صفحه و ۱۶ مصوبه تنظیم شده است»: the document's own checksum. */
export function readDeclaredCount(source: Source, lines: readonly Line[]): Reading<number> | null {
  for (const line of lines) {
    for (const piece of line.cells.flat()) {
      if (piece.end - piece.start > LONGEST) continue;
      const fold = source.fold.slice(piece.start, piece.end);
      const match = COUNT.exec(fold);
      if (!match || !(SAYS_OF_ITSELF.test(fold) || match[2]) || OF_ANOTHER.test(fold)) continue;
      const value = numberOf(match[1] ?? match[2] ?? "");
      if (value === null) continue;
      const start = piece.start + match.index;
      const pieces = [{ start, end: start + match[0].length }];
      return { value, written: textOf(source, pieces), spans: spansOf(source, pieces), confidence: "clear" };
    }
  }
  return null;
}
