import { Writable } from "node:stream";
import type { ReactElement } from "react";
import { renderToPipeableStream } from "react-dom/server";

/**
 * A piece without the zero bytes at its end. React 18 fills views of 2048 bytes and sends a view whole where a letter of
 * two or three bytes no longer fitted (react/react#31134): the browser would show U+FFFD in the middle of a word. No
 * page of ours holds U+0000: the door refuses it.
 */
function withoutPadding(piece: Uint8Array): Uint8Array {
  let end = piece.length;
  while (end > 0 && piece[end - 1] === 0) end--;
  return piece.subarray(0, end);
}

/** How long a page may take to be drawn, in milliseconds. */
const RENDER_LIMIT = 15_000;

/**
 * Draws a page and gives it as one piece when it is complete. A page that leaves in the pieces in which it is drawn is
 * compressed and sent piece by piece, which takes several times its bytes and twice its processor time. Rejects when
 * nothing could be drawn; `onFault` hears of parts that could not.
 */
export function wholePage(
  element: ReactElement,
  onFault: (error: unknown) => void,
): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    const page = new Writable({
      write(piece: Uint8Array, _encoding, done) {
        pieces.push(withoutPadding(piece));
        done();
      },
      final(done) {
        resolve(Buffer.concat(pieces));
        done();
      },
    });
    const { pipe, abort } = renderToPipeableStream(element, {
      onAllReady() {
        clearTimeout(limit);
        pipe(page);
      },
      onShellError(error) {
        clearTimeout(limit);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
      onError: onFault,
    });
    const limit = setTimeout(abort, RENDER_LIMIT);
    limit.unref();
  });
}
