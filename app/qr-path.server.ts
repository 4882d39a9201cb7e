import { encode } from "uqr";

/** A text as a QR code: the side of its square in modules, its quiet border among them, and a path of the dark ones. */
export type QrPath = { size: number; path: string };

/** Modules of white around the code: readers ask for four. */
const BORDER = 4;

/** Draws a text as a QR code that is still read with an eighth of it worn off, as on a poster in the rain. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: "M", border: BORDER });
  const runs: string[] = [];
  data.forEach((row, y) => {
    let from: number | null = null;
    for (let x = 0; x <= size; x += 1) {
      if (row[x] && from === null) from = x;
      if (!row[x] && from !== null) {
        runs.push(`M${from} ${y}h${x - from}v1h-${x - from}z`);
        from = null;
      }
    }
  });
  return { size, path: runs.join("") };
}
