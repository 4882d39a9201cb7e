import { inflateSync } from "node:zlib";

/** The bytes of every stream of a PDF by the number of its object, unpacked where they are packed. */
function streamsOf(pdf: Buffer): Map<number, string> {
  const streams = new Map<number, string>();
  const text = pdf.toString("latin1");
  for (const found of text.matchAll(/(\d+) 0 obj\s*<<((?:(?!endobj).)*?)>>\s*stream\r?\n/gs)) {
    const from = found.index + found[0].length;
    const bytes = pdf.subarray(from, text.indexOf("endstream", from));
    const isPacked = found[2]?.includes("/FlateDecode");
    streams.set(Number(found[1]), (isPacked ? inflateSync(bytes) : bytes).toString("latin1"));
  }
  return streams;
}

const unhex = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");

/** Which letters a glyph of a font stands for. */
function lettersOf(cmap: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, section = ""] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = "", word = ""] of section.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      letters.set(parseInt(glyph, 16), unhex(word));
  for (const [, section = ""] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, low = "", high = "", word = ""] of section.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi,
    ))
      for (let glyph = parseInt(low, 16); glyph <= parseInt(high, 16); glyph += 1)
        letters.set(
          glyph,
          String.fromCodePoint((unhex(word).codePointAt(0) ?? 0) + glyph - parseInt(low, 16)),
        );
  return letters;
}

/** A string of a content stream with its escapes undone. */
const unescaped = (written: string): string =>
  written.replace(/\\([0-7]{1,3}|.)/gs, (_, code: string) =>
    /^[0-7]/.test(code)
      ? String.fromCharCode(parseInt(code, 8))
      : ({ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" }[code] ?? code),
  );

/** The glyph numbers of a string: two bytes each. */
function glyphsOf(written: string): number[] {
  const raw = unescaped(written);
  return Array.from(
    { length: Math.floor(raw.length / 2) },
    (_, at) => raw.charCodeAt(2 * at) * 256 + raw.charCodeAt(2 * at + 1),
  );
}

/** Words that stand for the glyphs after them. */
function actualText(written: string): string {
  const within = written.slice(1, -1);
  const raw = written.startsWith("<") ? Buffer.from(within, "hex") : Buffer.from(unescaped(within), "latin1");
  return raw[0] === 0xfe && raw[1] === 0xff
    ? Buffer.from(raw.subarray(2)).swap16().toString("utf16le")
    : raw.toString("latin1");
}

const isPersian = (text: string) => /\p{Script=Arabic}/u.test(text.replace(/\p{Nd}/gu, ""));

type Font = Map<number, string>;

/** One piece of a line: shown from left to right, so that a Persian one is read from its last part on. */
function lineOf(shown: string, fonts: ReadonlyMap<string, Font>, outer: Font | undefined): string {
  let font = outer;
  let instead: string | undefined;
  const parts: string[] = [];
  const token =
    /\/(F\d+) [\d.]+ Tf|\/ActualText (\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]+>)|\[(?:\((?:\\.|[^\\)])*\)|[^\]])*\] TJ|\((?:\\.|[^\\)])*\) Tj/gis;
  for (const [whole, chosen, actual] of shown.matchAll(token)) {
    if (chosen) font = fonts.get(chosen);
    else if (actual !== undefined) instead = actualText(actual);
    else if (instead !== undefined) {
      parts.push(instead);
      instead = undefined;
    } else {
      const glyphs = [...whole.matchAll(/\(((?:\\.|[^\\)])*)\)/gs)].flatMap(([, piece = ""]) =>
        glyphsOf(piece),
      );
      const letters = glyphs.map((glyph) => font?.get(glyph) ?? "");
      parts.push((isPersian(letters.join("")) ? letters.reverse() : letters).join(""));
    }
  }
  return (isPersian(parts.join("")) ? parts.reverse() : parts).join("");
}

/** The lines of a page. A font that was chosen outside of a line holds for it until the state before is brought back. */
function linesOf(stream: string, fonts: ReadonlyMap<string, Font>): string[] {
  const lines: string[] = [];
  const kept: (Font | undefined)[] = [];
  let font: Font | undefined;
  for (const [whole, shown, chosen] of stream.matchAll(/\bBT\b(.*?)\bET\b|\/(F\d+) [\d.]+ Tf|^[qQ]$/gims)) {
    if (shown !== undefined) lines.push(lineOf(shown, fonts, font));
    else if (chosen !== undefined) font = fonts.get(chosen);
    else if (whole === "q") kept.push(font);
    else font = kept.pop();
  }
  return lines;
}

/**
 * The words of a PDF as a reader that knows Unicode finds them, page by page, one piece of a line after the other. It reads
 * what our own typesetter writes, and nothing else.
 */
export function textOfPdf(pdf: Buffer): string[] {
  const source = pdf.toString("latin1");
  const streams = streamsOf(pdf);
  const fonts = new Map<string, Map<number, string>>();
  for (const [, name = "", font = ""] of source.matchAll(/\/(F\d+) (\d+) 0 R/gi)) {
    const own = new RegExp(`\\n${font} 0 obj(?:(?!endobj).)*?/ToUnicode (\\d+) 0 R`, "s").exec(source)?.[1];
    fonts.set(name, lettersOf(streams.get(Number(own)) ?? ""));
  }
  const pages: string[] = [];
  for (const stream of streams.values()) {
    if (!/\bBT\b/.test(stream) || !/\bTf\b/.test(stream)) continue;
    pages.push(linesOf(stream, fonts).join(" "));
  }
  return pages;
}
