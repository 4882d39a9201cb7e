/**
 * Sends an answer whose page is there already. As a stream the same is encoded, read, pressed on another thread and
 * written piece by piece, which costs twice as much.
 */
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Below this many bytes pressing saves nothing on the line. */
const LEAST = 1024;

/** The quickest steps that press a page to what the usual ones do, within a tenth. */
const GZIP = { level: 3 };
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 2 };

/** The page that an answer of Remix brings along (`WholeAnswer` of the application). @param {Response} answered */
export const wholePageOf = (answered) =>
  "whole" in answered && Buffer.isBuffer(answered.whole) ? answered.whole : undefined;

/**
 * @param {import("express").Request} request
 * @param {import("express").Response} response
 * @param {Response} answered its status and headers
 * @param {Buffer} plain the page
 */
export function sendWhole(request, response, answered, plain) {
  let bytes = plain;
  response.status(answered.status);
  for (const [name, value] of answered.headers) response.append(name, value);
  response.append("vary", "Accept-Encoding");
  if (plain.length >= LEAST && request.acceptsEncodings("br")) {
    response.setHeader("content-encoding", "br");
    bytes = brotliCompressSync(plain, {
      params: { ...BROTLI, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
    });
  } else if (plain.length >= LEAST && request.acceptsEncodings("gzip")) {
    response.setHeader("content-encoding", "gzip");
    bytes = gzipSync(plain, GZIP);
  }
  response.setHeader("content-length", bytes.length);
  response.end(bytes);
}
