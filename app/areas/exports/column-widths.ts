/** Millimetres: what a letter takes in the type of a table, what stands around the words of a cell, the most for one word. */
const [LETTER, AROUND, MOST] = [1.8, 4, 40];

/** Letters of the longest word of each column; a day or a letter's number is one word. */
export function longestWords(headers: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const longest = headers.map(() => 0);
  for (const cells of [headers, ...rows])
    for (const [column, text] of cells.entries())
      for (const word of text.split(/\s+/u)) longest[column] = Math.max(longest[column] ?? 0, word.length);
  return longest;
}

/**
 * Widths of columns in millimetres of `room`: in proportion to those that are wished for, and none less than its longest
 * word needs, as long as there is room for all of them; words would else be broken in the middle.
 */
export function fittedWidths(wished: readonly number[], words: readonly number[], room: number): number[] {
  const needed = wished.map((_, column) => Math.min(MOST, AROUND + LETTER * (words[column] ?? 0)));
  const all = sum(needed);
  if (all >= room) return needed.map((need) => (need / all) * room);
  const held = new Set<number>();
  for (;;) {
    const free = room - sum(needed.filter((_, column) => held.has(column)));
    const shares = sum(wished.filter((_, column) => !held.has(column)));
    const widths = wished.map((width, column) =>
      held.has(column) ? (needed[column] ?? 0) : (width / shares) * free,
    );
    const short = widths.flatMap((width, column) =>
      !held.has(column) && width < (needed[column] ?? 0) ? [column] : [],
    );
    if (short.length === 0) return widths;
    for (const column of short) held.add(column);
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
