import { en, fa } from "./messages";

const section = (words: typeof en, lang: string, dir: string, status: 400 | 500, after: string) =>
  `<section lang="${lang}" dir="${dir}"><h1>${words[`error.${status}.title`]}</h1>` +
  `<p>${words[`error.${status}.text`]}</p><p>${after}</p></section>`;

/** Both languages, no script, no style but the browser's own. */
const page = (status: 400 | 500, after: (words: typeof en) => string): string =>
  `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${fa[`error.${status}.title`]}</title>` +
  `${section(fa, "fa", "rtl", status, after(fa))}<hr>${section(en, "en", "ltr", status, after(en))}</html>`;

/**
 * What is answered where no page can be made: who asks, and in which language, is not known. Carries the reference that
 * finds the log line.
 */
export const failurePage = (reference: string): string =>
  page(500, (words) => `${words["error.reference"]}: <bdi dir="ltr">${reference}</bdi>`);

/** What is answered to an address that is none, before anybody is recognised; leads to the desk. */
export const unreadablePage = (): string => page(400, (words) => `<a href="/">${words["error.home"]}</a>`);
