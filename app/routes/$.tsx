/**
 * Every address that leads nowhere. With a route of its own the root's loader runs for it as well, which knows the
 * reader's language and brings the words to the browser.
 */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

/** Never shown: a route without a page would answer with the bare status. */
export default function Nowhere() {
  return null;
}
