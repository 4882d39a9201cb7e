import { searchKey } from "~/lib/persian-text";

type Named = { label: string; hint?: string; group?: string; disabled?: boolean };

/** A key without its spaces: «آق قلا», «آق‌قلا» and «آققلا» are one. */
const glued = (text: string): string => searchKey(text).replaceAll(" ", "");

/**
 * Finds among the choices of one list by what somebody types: every word he wrote stands somewhere in the choice, in any
 * order, or all of it together does. Made once for a list.
 */
export function typedChoices<T extends Named>(options: readonly T[]) {
  const keys = options.map(({ label, hint, group }) => glued([label, hint, group].filter(Boolean).join(" ")));
  const labels = options.map(({ label }) => glued(label));
  return {
    found(query: string): T[] {
      const whole = glued(query);
      const words = searchKey(query).split(" ");
      return options.filter((_, index) => {
        const key = keys[index] ?? "";
        return key.includes(whole) || words.every((word) => key.includes(word));
      });
    },
    /** The one choice whose name was written out, so that leaving the box without pressing Enter keeps it. */
    written(query: string): T | undefined {
      const whole = glued(query);
      if (whole === "") return undefined;
      const meant = options.filter((option, index) => labels[index] === whole && !option.disabled);
      return meant.length === 1 ? meant[0] : undefined;
    },
  };
}
