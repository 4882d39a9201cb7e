import type { Locale } from "~/lib/jalali";
import type { Messages } from "./translate";

declare global {
  /** In the browser: the words of the page's language that are there by now. */
  var __peyvand_messages: Record<string, string> | undefined;
  /** On the server: the words of every language. */
  var __peyvand_catalogue: Record<Locale, Messages> | undefined;
}

/** Where a word was asked for that had not come yet, the page is drawn again once it has. */
let isMissed = false;
let arrivals = 0;
const watchers = new Set<() => void>();

const noticing: ProxyHandler<Record<string, string>> = {
  get: (words, key: string) => {
    const word = words[key];
    isMissed ||= word === undefined;
    // Nothing, for the moment until it comes, rather than the name of a key.
    return word ?? "";
  },
};
let shown: Messages | undefined;
let isComplete = false;

/**
 * The words of a language: on the server the whole catalogue (set by `entry.server.tsx`), in the browser those of the
 * page's language, of which a document brings the ones it was drawn with and `completeWords` the others.
 */
export function wordsOf(locale: Locale): Messages {
  const catalogue = globalThis.__peyvand_catalogue;
  if (catalogue) return catalogue[locale];
  const words = (globalThis.__peyvand_messages ??= {});
  return isComplete ? words : (shown ??= new Proxy(words, noticing));
}

/** Brings all words of the page's language; a browser that cannot reach them now asks again when it is online. */
export async function completeWords(href: string): Promise<void> {
  let words: Record<string, string>;
  try {
    ({ words } = (await import(/* @vite-ignore */ href)) as { words: Record<string, string> });
  } catch {
    addEventListener("online", () => void completeWords(href), { once: true });
    return;
  }
  Object.assign((globalThis.__peyvand_messages ??= {}), words);
  isComplete = true;
  if (isMissed) arrivals += 1;
  watchers.forEach((watcher) => watcher());
}

/** For `useSyncExternalStore`: what a component may watch of the words' coming. */
export const wordsComing = {
  subscribe(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  /** Grows when words came that the page had asked for in vain. */
  arrivals: (): number => arrivals,
  areAllHere: (): boolean => isComplete,
};
