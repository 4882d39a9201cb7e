import { en, fa } from "./messages";

const section = (words: typeof en, lang: string, dir: string, reference: string) =>
  `<section lang="${lang}" dir="${dir}"><h1>${words["error.500.title"]}</h1><p>${words["error.500.text"]}</p>` +
  `<p>${words["error.reference"]}: <bdi dir="ltr">${reference}</bdi></p></section>`;

/**
 * What is answered where no page can be made: who asks, and in which language, is not known. Both languages, no script,
 * no style but the browser's own, and the reference that finds the log line.
 */
export const failurePage = (reference: string): string =>
  `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${fa["error.500.title"]}</title>` +
  `${section(fa, "fa", "rtl", reference)}<hr>${section(en, "en", "ltr", reference)}</html>`;
