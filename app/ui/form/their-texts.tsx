import { toLatinDigits } from "~/lib/digits";
import { Button } from "../button";
import { useLocale, useT } from "../i18n";
import type { UiKey } from "../messages";
import { Notice } from "../notice";
import { localDigits } from "../numbers";
import { labelOf, type Labels } from "./form-context";
import { takeInto } from "./take-into";

/** One field as somebody else has saved it in the meantime. */
export type TheirText = {
  /** Name of the field in the form. */
  name: string;
  label: string;
  /** What somebody else saved, as the field takes it; left out where it stays whatever is saved here. */
  value?: string;
  /** The same as a reader reads it. */
  shown?: string;
};

/** A browser sends the lines of a text area with its own line ends; digits may be typed in either kind. */
const plain = (text: string) => toLatinDigits(text).replaceAll("\r\n", "\n").trim();

const isTyped = (typed: unknown): typed is Readonly<Record<string, unknown>> =>
  typeof typed === "object" && typed !== null;

const written = (value: unknown): string =>
  Array.isArray(value)
    ? value.filter((one) => typeof one === "string").join()
    : typeof value === "string"
      ? value
      : "";

/** What is the same in the form and in the record needs no word; ticks are the same in any order. */
function isSame(typed: unknown, { name, value }: TheirText): boolean {
  if (value === undefined || !isTyped(typed)) return false;
  const own = typed[name];
  return Array.isArray(own)
    ? written(own).split(",").sort().join() === value.split(",").sort().join()
    : plain(written(own)) === plain(value);
}

/**
 * Every text of a refusal under its label, for a form whose fields take what the record holds.
 * @param more.readOnly names of those that no one field takes as they stand.
 * @param more.words how a choice is read, by field; nothing for one that is read as it stands.
 */
export function theirTextsOf(
  theirs: Readonly<Record<string, string>> | undefined,
  labels: Labels,
  more: {
    readOnly?: readonly string[];
    words?: Readonly<Record<string, (saved: string) => string | undefined>>;
  } = {},
): TheirText[] {
  return Object.entries(theirs ?? {}).map(([name, value]) => {
    const label = labelOf(labels, name) ?? name;
    if (more.readOnly?.includes(name)) return { name, label, shown: value };
    const shown = value && more.words?.[name]?.(value);
    return { name, label, value, ...(shown ? { shown } : {}) };
  });
}

/** The word for one of a fixed list; nothing for what is none of it. */
export function wordOf<V extends string>(
  values: readonly V[],
  saved: string,
  word: (value: V) => string,
): string | undefined {
  const known = values.find((one) => one === saved);
  return known && word(known);
}

/**
 * After a refusal of the second of two editors: what the first saved, beside the form that still holds what the second
 * typed. Nothing of either is lost; saving again is then a choice.
 * @param typed what the fields hold: of what is the same in both, nothing is said.
 */
export function TheirTexts({
  formId,
  texts,
  typed,
}: {
  formId: string;
  texts: readonly TheirText[];
  typed: unknown;
}) {
  const t = useT<UiKey>();
  const { locale } = useLocale();
  const differing = texts.filter((text) => !isSame(typed, text));
  const told = differing.length > 0 ? differing : texts;
  if (told.length === 0) return null;
  // A number or a telephone is read in the digits of the page; an address and a code as they are.
  const read = (text: string) => (/[a-z@]/i.test(text) ? text : localDigits(text, locale));
  return (
    <div className="mb-5">
      <Notice kind="saffron" title={t("ui.theirs.title")} live>
        <p>{t("ui.theirs.help")}</p>
        <dl className="mt-2 flex flex-col gap-2">
          {told.map(({ name, label, value, shown }) => (
            <div
              key={name}
              className="flex flex-wrap items-start gap-x-3 gap-y-1 border-t border-saffron-line pt-2"
            >
              <dt className="min-w-32 text-ink-2">{label}</dt>
              <dd className="min-w-0 flex-1 basis-48 break-words whitespace-pre-wrap">
                <bdi>{shown || read(value ?? "") || t("ui.no-record")}</bdi>
              </dd>
              {value !== undefined && (
                <Button type="button" size="small" onClick={() => takeInto(formId, name, value)}>
                  {t("ui.theirs.take")}
                </Button>
              )}
            </div>
          ))}
        </dl>
      </Notice>
    </div>
  );
}
