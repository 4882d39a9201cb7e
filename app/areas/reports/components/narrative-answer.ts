import type { Answered } from "./answered";
import type { Errors, SaveAnswer, Written } from "./autosave-state";

const textIn = (value: unknown) => (typeof value === "string" ? value : "");

/** The errors of a save by the two fields of a narrative; those of its hidden fields are of none. */
export function errorsByField(found: Readonly<Record<string, readonly string[] | null | undefined>>): Errors {
  const errors: Errors = {};
  for (const [name, messages] of Object.entries(found)) {
    const field = name === "text" || name === "blankReason" ? name : "";
    if (messages?.length) errors[field] = [...new Set([...(errors[field] ?? []), ...messages])];
  }
  return errors;
}

/**
 * What was typed into a narrative and what the page answered to it: a save without script comes as a page, and a page
 * has one narrative.
 */
export function narrativeAnswer(answered: Answered): { typed: Written; answer: SaveAnswer } | undefined {
  const sent = answered?.result.initialValue;
  if (sent?.intent !== "narrative") return undefined;
  const theirs = answered?.refusal?.theirs;
  return {
    typed: { text: textIn(sent.text), blankReason: textIn(sent.blankReason) },
    answer: theirs
      ? {
          kind: "conflict",
          theirs: { text: textIn(theirs.text), blankReason: textIn(theirs.blankReason) },
          revision: answered?.refusal?.revision ?? 0,
        }
      : { kind: "refused", errors: errorsByField(answered?.result.error ?? {}) },
  };
}
