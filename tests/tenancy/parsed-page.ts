import { JSDOM } from "jsdom";

// One window for all: making one for every answer takes longer than reading the answer.
const { DOMParser } = new JSDOM("").window;
let last: { html: string; document: Document } | undefined;

/** A page as a browser reads it, without its scripts; the answer that is looked at from several sides is read once. */
export function documentOf(html: string): Document {
  if (last?.html !== html) last = { html, document: new DOMParser().parseFromString(html, "text/html") };
  return last.document;
}
