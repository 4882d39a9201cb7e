import { xmlParser } from "~/kernel/sheets/xml-events.server";

/** How one level of a list counts. */
type Level = { start: number; format: string; pattern: string };

/** The numbers that a word processor draws in front of paragraphs: they stand in no text of the file. */
export type ListNumbers = {
  /** What is drawn in front of the next paragraph of a list, or "". */
  next(numId: string, level: number): string;
  /** The list to which paragraphs of a style belong. */
  ofStyle(style: string): { numId: string; level: number } | undefined;
};

const ABJAD = "الف ب ج د ه و ز ح ط ی ک ل م ن".split(" ");
const ALPHABET = "الف ب پ ت ث ج چ ح خ د".split(" ");
const LATIN = "a b c d e f g h i j k l m n".split(" ");

function drawn(format: string, value: number): string {
  const letters =
    format === "arabicAbjad"
      ? ABJAD
      : format === "arabicAlpha"
        ? ALPHABET
        : /Letter$/.test(format)
          ? LATIN
          : null;
  return letters?.[value - 1] ?? String(value);
}

/** A value of Word's own attributes, whose prefix differs from writer to writer. */
export function valueOf(attributes: Record<string, string>, name = "val"): string | undefined {
  return attributes[`w:${name}`] ?? attributes[name];
}

/** Reads `numbering.xml` and the lists of `styles.xml`; a document without them has none. */
export function listNumbers(numberingXml: string | null, stylesXml: string | null): ListNumbers {
  const abstracts = new Map<string, Map<number, Level>>();
  const abstractOf = new Map<string, string>();
  const restarts = new Map<string, Map<number, number>>();
  readNumbering(numberingXml ?? "<none/>", { abstracts, abstractOf, restarts });
  const styles = readStyles(stylesXml ?? "<none/>");

  /** Counters of every list, by its definition: two lists of one definition count on. */
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    ofStyle: (style) => styles.get(style),
    next(numId, level) {
      const abstract = abstractOf.get(numId);
      const levels = abstract === undefined ? undefined : abstracts.get(abstract);
      const own = levels?.get(level);
      if (abstract === undefined || !levels || !own || own.format === "bullet" || own.format === "none")
        return "";
      const counter = counters.get(abstract) ?? [];
      counters.set(abstract, counter);
      const restart = restarts.get(numId)?.get(level);
      if (restart !== undefined && !begun.has(`${numId} ${level}`)) counter[level] = restart - 1;
      begun.add(`${numId} ${level}`);
      counter[level] = (counter[level] ?? own.start - 1) + 1;
      counter.length = level + 1;
      return own.pattern.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const of = levels.get(at);
        return drawn(of?.format ?? "decimal", counter[at] ?? of?.start ?? 1);
      });
    },
  };
}

type Numbering = {
  abstracts: Map<string, Map<number, Level>>;
  abstractOf: Map<string, string>;
  restarts: Map<string, Map<number, number>>;
};

function readNumbering(xml: string, { abstracts, abstractOf, restarts }: Numbering): void {
  let abstract: Map<number, Level> | null = null;
  let level: Level | null = null;
  let num = "";
  let override = 0;
  xmlParser({
    open: ({ name, attributes }) => {
      const value = valueOf(attributes) ?? "";
      if (name === "abstractNum") {
        abstract = new Map();
        abstracts.set(valueOf(attributes, "abstractNumId") ?? "", abstract);
      } else if (name === "lvl" && abstract) {
        level = { start: 1, format: "decimal", pattern: "" };
        abstract.set(Number(valueOf(attributes, "ilvl") ?? 0), level);
      } else if (name === "start" && level) level.start = Number(value) || 0;
      else if (name === "numFmt" && level) level.format = value;
      else if (name === "lvlText" && level) level.pattern = value;
      else if (name === "num") {
        num = valueOf(attributes, "numId") ?? "";
        abstract = null;
        level = null;
      } else if (name === "abstractNumId") abstractOf.set(num, value);
      else if (name === "lvlOverride") override = Number(valueOf(attributes, "ilvl") ?? 0);
      else if (name === "startOverride") {
        restarts.set(num, (restarts.get(num) ?? new Map<number, number>()).set(override, Number(value) || 1));
      }
    },
  }).write(xml);
}

function readStyles(xml: string): Map<string, { numId: string; level: number }> {
  const styles = new Map<string, { numId: string; level: number }>();
  let style = "";
  let level = 0;
  xmlParser({
    open: ({ name, attributes }) => {
      if (name === "style") {
        style = valueOf(attributes, "styleId") ?? "";
        level = 0;
      } else if (name === "ilvl") level = Number(valueOf(attributes) ?? 0);
      else if (name === "numId" && style !== "")
        styles.set(style, { numId: valueOf(attributes) ?? "", level });
    },
  }).write(xml);
  return styles;
}
