import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

const folder = () => path.dirname(require.resolve("vazirmatn/package.json"));

/** Vazirmatn in one weight, as a file that can be put into a document. */
export const fontFile = (weight: "Regular" | "SemiBold"): Promise<Buffer> =>
  readFile(path.join(folder(), "fonts", "ttf", `Vazirmatn-${weight}.ttf`));

/** Vazirmatn whose digits are all Persian, for what counts by itself. */
export const countingFontFile = (): Promise<Buffer> =>
  readFile(path.join(folder(), "misc", "Farsi-Digits", "fonts", "ttf", "Vazirmatn-FD-Regular.ttf"));
