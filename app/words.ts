import type { Locale } from "~/lib/jalali";

declare global {
  var __peyvand_messages: Record<string, string> | undefined;
  var __peyvand_catalogue: Record<Locale, Record<string, string>> | undefined;
}

/**
 * The words of a language: on the server the whole catalogue (set by `entry.server.tsx`), in the browser those of the
 * page's language, which a cached script has put in place before hydration.
 */
export function wordsOf(locale: Locale): Record<string, string> {
  return globalThis.__peyvand_catalogue?.[locale] ?? globalThis.__peyvand_messages ?? {};
}
