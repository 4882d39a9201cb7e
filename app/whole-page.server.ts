import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";

const IN_SCRIPT: Record<string, string> = {
  "&": "\\u0026",
  "<": "\\u003c",
  ">": "\\u003e",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** The loaders' data as the browser's half of Remix expects it: pushed into the stream that its scripts opened. */
async function handedOver(data: ReadableStream<Uint8Array>): Promise<string> {
  const text = JSON.stringify(await new Response(data).text()).replace(
    /[&<>\u2028\u2029]/g,
    (letter) => IN_SCRIPT[letter] ?? "",
  );
  const to = "window.__remixContext.streamController";
  return `<script>${to}.enqueue(${text});${to}.close();</script>`;
}

/**
 * Draws a document and gives it as one text, with the loaders' data before its end. Nothing of ours is deferred; a page
 * that leaves in the pieces in which it is drawn is encoded, compressed and sent piece by piece, which takes twice its
 * processor time. Throws what a component throws: Remix then draws the page of the error.
 * @param data Remix's `serverHandoffStream`; absent for a document without scripts.
 */
export async function wholePage(element: ReactElement, data?: ReadableStream<Uint8Array>): Promise<string> {
  const html = renderToString(element);
  const end = html.lastIndexOf("</body>");
  if (!data || end < 0) return `<!DOCTYPE html>${html}`;
  return `<!DOCTYPE html>${html.slice(0, end)}${await handedOver(data)}${html.slice(end)}`;
}
