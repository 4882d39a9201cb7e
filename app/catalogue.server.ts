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

/** All words of one language, by key. */
export const catalogue: Record<Locale, Record<string, string>> = merged;

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
  `{const w=globalThis.__peyvand_messages={},p=${JSON.stringify(byFirstPart(merged[locale]))};` +
  `for(const a in p)for(const k in p[a])w[a+"."+k]=p[a][k]}`;
const scripts: Record<Locale, string> = { fa: script("fa"), en: script("en") };
const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** Address of the script that gives the browser its words: it changes with them and is cached for ever. */
export const catalogueHref: Record<Locale, string> = {
  fa: `/words/fa-${digest(scripts.fa)}.js`,
  en: `/words/en-${digest(scripts.en)}.js`,
};

const pressed: Partial<Record<Locale, Buffer<ArrayBuffer>>> = {};

/** The script itself. */
export const catalogueScript = (locale: Locale): string => scripts[locale];

/** The script as brotli at its best: pressed once, when it is first asked for. */
export const pressedCatalogue = (locale: Locale): Buffer<ArrayBuffer> =>
  (pressed[locale] ??= Buffer.from(brotliCompressSync(scripts[locale])));
