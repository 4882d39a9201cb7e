import { Writable } from "node:stream";
import type { ReactElement } from "react";
import { renderToPipeableStream } from "react-dom/server";

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
        pieces.push(piece);
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
