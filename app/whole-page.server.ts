import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";

type Words = Readonly<Record<string, string>>;
type Drawn = { html: string; words: Words };
/** Remix's `serverHandoffStream`, and the nonce of the answer's policy in base64. */
type HandOff = { data: ReadableStream<Uint8Array>; nonce: string };

const IN_SCRIPT: Record<string, string> = {
  "&": "\\u0026",
  "<": "\\u003c",
  ">": "\\u003e",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

const inScript = (value: unknown) =>
  JSON.stringify(value).replace(/[&<>\u2028\u2029]/g, (letter) => IN_SCRIPT[letter] ?? "");

/** The words of the page, and the loaders' data as the browser's half of Remix expects it: pushed into its open stream. */
async function handedOver({ data, nonce }: HandOff, words: Words): Promise<string> {
  const text = inScript(await new Response(data).text());
  const to = "window.__remixContext.streamController";
  return `<script nonce="${nonce}">__peyvand_messages=${inScript(words)};${to}.enqueue(${text});${to}.close();</script>`;
}

/**
 * Draws a document and gives it as one piece of bytes, with the loaders' data before its end. Nothing of ours is deferred; a page
 * that leaves in the pieces in which it is drawn is encoded, compressed and sent piece by piece, which takes twice its
 * processor time. Throws what a component throws: Remix then draws the page of the error.
 * @param handOff absent for a document without scripts.
 * @param noting draws and tells which words the drawing took (`withWordsAsked` of the catalogue).
 */
export async function wholePage(
  element: ReactElement,
  handOff?: HandOff,
  noting: (draw: () => string) => Drawn = (draw) => ({ html: draw(), words: {} }),
): Promise<Buffer> {
  const { html, words } = noting(() => renderToString(element));
  // Encoded as it comes, once: looked through or cut as a text, it would be put together once more for each.
  const drawn = Buffer.from(`<!DOCTYPE html>${html}`);
  const end = drawn.lastIndexOf("</body>");
  if (!handOff || end < 0) return drawn;
  return Buffer.concat([
    drawn.subarray(0, end),
    Buffer.from(await handedOver(handOff, words)),
    drawn.subarray(end),
  ]);
}
