import { createHash } from "node:crypto";
import { brotliCompressSync } from "node:zlib";
import type { Locale } from "~/lib/jalali";

type Words = { fa: Record<string, string>; en: Record<string, string> };

/** Every `messages.ts` of the tree: areas, ui, and the application's own. */
const modules = import.meta.glob<Words>(
  ["./messages.ts", "./ui/messages.ts", "./areas/*/messages.ts", "./routes/*/messages.ts"],
  {
    eager: true,
  },
);

const merged: Words = { fa: {}, en: {} };
for (const { fa, en } of Object.values(modules)) {
  Object.assign(merged.fa, fa);
  Object.assign(merged.en, en);
}

/** The words that the document being drawn has asked for. */
let asked: Record<string, string> = {};
const noting: ProxyHandler<Record<string, string>> = {
  get: (words, key: string) => {
    const word = words[key];
    if (word !== undefined) asked[key] = word;
    return word;
  },
};

/** All words of one language, by key; it notes which are asked for. */
export const catalogue: Record<Locale, Readonly<Record<string, string>>> = {
  fa: new Proxy(merged.fa, noting),
  en: new Proxy(merged.en, noting),
};

/** Draws, without a pause, and gives the words that the drawing took: a document brings them along. */
export function withWordsAsked(draw: () => string): { html: string; words: Record<string, string> } {
  asked = {};
  const html = draw();
  const words = asked;
  asked = {};
  return { html, words };
}

/** Keys by their first part, which then stands once and not before each of them: six hundred bytes of the wire. */
function byFirstPart(words: Record<string, string>): Record<string, Record<string, string>> {
  const parts: Record<string, Record<string, string>> = {};
  for (const [key, text] of Object.entries(words)) {
    const dot = key.indexOf(".");
    (parts[key.slice(0, dot)] ??= {})[key.slice(dot + 1)] = text;
  }
  return parts;
}

const script = (locale: Locale) =>
  `const p=${JSON.stringify(byFirstPart(merged[locale]))};export const words={};` +
  `for(const a in p)for(const k in p[a])words[a+"."+k]=p[a][k]`;
const scripts: Record<Locale, string> = { fa: script("fa"), en: script("en") };
const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** Address of the module with all words of a language: it changes with them and is cached for ever. */
export const catalogueHref: Record<Locale, string> = {
  fa: `/words/fa-${digest(scripts.fa)}.js`,
  en: `/words/en-${digest(scripts.en)}.js`,
};

const pressed: Partial<Record<Locale, Buffer<ArrayBuffer>>> = {};

/** The module itself. */
export const catalogueScript = (locale: Locale): string => scripts[locale];

/** The module as brotli at its best: pressed once, when it is first asked for. */
export const pressedCatalogue = (locale: Locale): Buffer<ArrayBuffer> =>
  (pressed[locale] ??= Buffer.from(brotliCompressSync(scripts[locale])));
