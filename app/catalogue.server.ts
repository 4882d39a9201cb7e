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

const script = (locale: Locale) => `globalThis.__peyvand_messages=${JSON.stringify(merged[locale])}`;
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
