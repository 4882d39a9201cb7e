/** Beginnings that a spreadsheet takes for a formula, in their full-width forms as well. */
const RUNS =
  /^[\s\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212|]|^[\t\r\n]/;

/** Whether a spreadsheet would run the text instead of showing it. */
export const wouldRun = (text: string): boolean => RUNS.test(text);

/** The text as a cell of CSV that is shown and never run: an apostrophe stands before it. */
export const neutralCell = (text: string): string => (wouldRun(text) ? `'${text}` : text);

/** The text of a cell that was written by `neutralCell`. */
export const withoutApostrophe = (text: string): string =>
  text.startsWith("'") && wouldRun(text.slice(1)) ? text.slice(1) : text;
