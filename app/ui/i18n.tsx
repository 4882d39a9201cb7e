import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { Locale } from "~/lib/jalali";
import { apart, translate, translateError, type Messages, type Vars } from "./translate";

export type { Locale };

type Given = { locale: Locale; messages: Messages; now: string };

/** Made once for a page: every component asks for it. */
type I18n = {
  messages: Messages;
  locale: { locale: Locale; dir: "rtl" | "ltr" };
  now: Date;
  t: (key: string, vars?: Vars) => string;
  errorText: (error: string) => string;
};

const Context = createContext<I18n | null>(null);

/**
 * Gives every component below its locale, its words and the moment that relative dates count from.
 * @param messages the merged flat catalogue of the locale (all areas and `ui`).
 * @param now ISO instant of the kernel's clock for this request.
 */
export function I18nProvider({ locale, messages, now, children }: Given & { children: ReactNode }) {
  const value = useMemo<I18n>(
    () => ({
      messages,
      locale: { locale, dir: locale === "fa" ? "rtl" : "ltr" },
      now: new Date(now),
      t: (key, vars) => translate(messages, locale, key, locale === "en" ? apart(vars) : vars),
      errorText: (error) => translateError(messages, locale, error),
    }),
    [locale, messages, now],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** Gives every component below other words for some keys, or words for keys that the catalogue does not have. */
export function OwnWords({ words, children }: { words: Messages; children: ReactNode }) {
  const above = useI18n();
  const value = useMemo<I18n>(() => {
    const { locale } = above.locale;
    // Looked up in what is above where there are none: that may still be on its way.
    const messages = Object.assign(Object.create(above.messages) as Record<string, string>, words);
    return {
      ...above,
      messages,
      t: (key, vars) => translate(messages, locale, key, locale === "en" ? apart(vars) : vars),
      errorText: (error) => translateError(messages, locale, error),
    };
  }, [above, words]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

function useI18n(): I18n {
  const value = useContext(Context);
  if (!value) throw new Error("I18nProvider is missing above this component");
  return value;
}

/** The locale of the page, with its direction. */
export function useLocale(): { locale: Locale; dir: "rtl" | "ltr" } {
  return useI18n().locale;
}

/** The moment this page was answered at, on the kernel's clock: relative dates count from it. */
export function useNow(): Date {
  return useI18n().now;
}

/** A translator whose keys are checked: `useT<DemandKey>()`, or `useT<DemandKey | UiKey>()` for two catalogues. */
export type Translate<K extends string> = (key: K, vars?: Vars) => string;

/**
 * The words of the page. `t("demands.count", { count: 3 })`: placeholders are `{count}`; a number given as
 * a variable is written in the digits of the locale. See `translate.ts` for the plural form of English.
 */
export function useT<K extends string = string>(): Translate<K> {
  return useI18n().t;
}

/** Field errors and refusals as sentences: `form.too-long?max=200` → "write at most 200 characters". */
export function useErrorText(): (error: string) => string {
  return useI18n().errorText;
}
