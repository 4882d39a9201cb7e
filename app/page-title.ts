import type { Locale } from "~/lib/jalali";
import { translate, type Vars } from "~/ui/translate";
import { wordsOf } from "~/ui/page-words";

/**
 * The title of a page for its `meta`: `export const meta: MetaFunction = ({ matches }) => pageTitle(matches,
 * "network.title")`. `text` stands for a record's own name.
 */
export function pageTitle<K extends string>(
  matches: readonly { id: string; data?: unknown }[],
  key: K,
  vars?: Vars,
  text?: string,
): { title: string }[] {
  const root = matches.find((match) => match.id === "root")?.data as { locale?: Locale } | undefined;
  const locale = root?.locale ?? "fa";
  const words = wordsOf(locale);
  const own = translate(words, locale, key, vars);
  const name = translate(words, locale, "app.name");
  return [{ title: [text, own === name ? undefined : own, name].filter(Boolean).join(" · ") }];
}
