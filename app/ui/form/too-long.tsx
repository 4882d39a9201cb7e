import { useEffect, useRef } from "react";
import { Notice } from "../notice";
import { useT } from "../i18n";
import type { UiKey } from "../messages";

/** Bytes of a form that is taken at all; the server refuses a larger one before it reads it. */
const MOST_BYTES = 1_000_000;

/** The field with the most in it, of a form that is too large to be sent; undefined for every other form. */
export function longestOfTooLarge(form: FormData): string | undefined {
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  const letters = texts.reduce((sum, [, value]) => sum + value.length, 0);
  // A letter takes nine bytes at most: what is far from the limit is not written out to be measured.
  if (letters * 9 < MOST_BYTES / 2) return undefined;
  if (new URLSearchParams(texts.map(([name, value]) => [name, value])).toString().length <= MOST_BYTES)
    return undefined;
  return texts.reduce((most, one) => (one[1].length > most[1].length ? one : most))[0];
}

/** Says which text is too long to be sent, over a form that keeps everything typed. */
export function TooLong({ label }: { label: string }) {
  const t = useT<UiKey>();
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), [label]);
  return (
    <div ref={here} tabIndex={-1} role="alert" className="mb-4">
      <Notice kind="brick" title={t("form.too-long-to-send", { field: label })} />
    </div>
  );
}
