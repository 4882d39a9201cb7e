import { isUuid } from "./identifiers";

/** What a form carries for itself: nobody wrote it. */
const HIDDEN = new Set(["requestId", "revision", "intent", "form", "do", "kind"]);
const isHidden = (name: string) => HIDDEN.has(name) || name.endsWith("Id");

/** A name or a number by which a form says a choice, in no human language. */
const isCode = (text: string) => isUuid(text) || /^[a-z0-9:._-]*$/.test(text);

/** The texts that somebody wrote into a form, longest first; choices, codes and hidden fields are none. */
export function typedTexts(initialValue: unknown): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string") {
      if (!isCode(value.trim())) found.push(value);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, part] of Object.entries(value)) if (!isHidden(name)) walk(part);
    }
  };
  walk(initialValue);
  return [...new Set(found)].sort((a, b) => b.length - a.length);
}
