import { toPersianDigits } from "~/lib/digits";
import type { Locale } from "~/lib/jalali";

/** Formats of an office page: to be printed, and to be worked on. */
export type PaperKind = "pdf" | "docx";

export const PAPER_TYPE: Record<PaperKind, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

export type PaperTable = {
  kind: "table";
  headers: string[];
  /** Of each column, in proportion to the others. */
  widths: number[];
  rows: string[][];
  /** Said where there is no row. */
  empty: string;
  /** Rows with room for somebody's hand. */
  isForm?: boolean;
};

export type PaperPart =
  | { kind: "facts"; facts: [label: string, value: string][] }
  | { kind: "text"; heading: string | null; lines: string[] }
  | PaperTable;

/** A page as an office sends it: what it says, whatever format it is written in. */
export type OfficePage = {
  locale: Locale;
  title: string;
  /** A line under the title. */
  lead: string | null;
  /** Who wrote it, for the properties of the file. */
  author: string;
  /** The office at the head, its lines. */
  office: string[];
  /** بسمه تعالی */
  invocation: string;
  /** Number, date, attachment. */
  registry: [label: string, value: string][];
  parts: PaperPart[];
  signers: [role: string, name: string][];
  /** Under each place for a signature. */
  signature: string;
  /** At the foot of every page. */
  foot: string;
  /** "Page {page} of {pages}". */
  pages: string;
  /** Says across the page that its data are made up. */
  sample: string | null;
  /** On its side: a table of many columns. */
  isWide: boolean;
};

const LRI = "\u2066";
const PDI = "\u2069";
/** Numbers with something between them, such as ۱۴۰۳-۱۲/۷۷ or 15:30: in a right-to-left line their parts change places. */
const CODE = /(?<![\u2066\p{Nd}])\p{Nd}+(?:[-/.:_\u066B\u060C]\p{Nd}+)+(?!\u2069)/gu;

/** The hash of a content: a code of its own letters and digits, compared sign by sign. */
const HASH = /(\b[0-9a-f]{64}\b)/;

/** Whether a text runs from right to left, by its first letter; without one it goes as its page does. */
export function isRightToLeft(text: string, page: boolean): boolean {
  const first = /\p{L}/u.exec(text);
  return first ? /\p{Script=Arabic}/u.test(first[0]) : page;
}

/** A text as a page in this language writes it: its digits, and codes kept in their written order. */
export function asWritten(text: string, locale: Locale): string {
  const tidy = text.replace(/[^\P{Cc}\n]/gu, " ").replace(CODE, (code) => `${LRI}${code}${PDI}`);
  if (locale !== "fa") return tidy;
  return tidy
    .split(HASH)
    .map((part) => (HASH.test(part) ? part : toPersianDigits(part)))
    .join("");
}

const partAsWritten = (part: PaperPart, write: (text: string) => string): PaperPart => {
  if (part.kind === "facts")
    return { ...part, facts: part.facts.map(([label, value]) => [label, write(value)]) };
  if (part.kind === "text")
    return { ...part, heading: part.heading && write(part.heading), lines: part.lines.map(write) };
  return { ...part, rows: part.rows.map((row) => row.map(write)) };
};

/** The whole page so written. */
export function pageAsWritten(page: OfficePage): OfficePage {
  const write = (text: string) => asWritten(text, page.locale);
  return {
    ...page,
    title: write(page.title),
    lead: page.lead && write(page.lead),
    office: page.office.map(write),
    registry: page.registry.map(([label, value]) => [label, write(value)]),
    parts: page.parts.map((part) => partAsWritten(part, write)),
    foot: write(page.foot),
  };
}
