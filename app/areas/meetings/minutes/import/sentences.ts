import { foldPattern } from "~/lib/written-names/letters";
import type { Passage } from "~/lib/written-names/passage";
import type { Paragraph } from "./paragraphs";

export interface Sentence {
  /** Positions in the passage; the full stop is no part of it. */
  start: number;
  end: number;
}

/** A paragraph that ends so has said its say, though no full stop follows. */
const CLOSED = foldPattern(
  /(?<!(?:مقرر|مصوب|تصویب|برگزار|تشکیل) ?)(?:^| )(?:شد|گردید|بود|است|کرد|نمود|شود|گردد|نماید|نمایند|کنند|کند|باشند|داد|یافت|رسید|گفت|می ?باشد)["()\s]*$/u,
);

const JOINED = foldPattern(/^(?:و|که|تا|ولی|اما|زیرا) /u);

/** The sentences of several paragraphs that are read as one text: a hard line end breaks none. */
export function sentencesOf(passage: Passage, paragraphs: readonly Paragraph[]): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number, next: number) => {
    const words = passage.fold.slice(start, end);
    const left = words.length - words.trimStart().length;
    if (words.trim() !== "") sentences.push({ start: start + left, end: start + words.trimEnd().length });
    start = next;
  };
  paragraphs.forEach(({ fold }, order) => {
    const base = passage.starts[order] ?? 0;
    for (let at = 0; at < fold.length; at += 1) {
      const unit = fold[at] ?? "";
      const isStop = unit === "!" || unit === "?" || (unit === "." && !/[\d.]/.test(fold[at + 1] ?? " "));
      if (isStop) close(base + at, base + at + 1);
    }
    const isJoined = JOINED.test(paragraphs[order + 1]?.fold ?? "");
    if (!isJoined && CLOSED.test(fold.slice(-40))) close(base + fold.length, base + fold.length);
  });
  close(passage.fold.length, passage.fold.length);
  return sentences;
}
