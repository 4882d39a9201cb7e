import type { FrozenContent } from "./frozen";
import { sessionOf } from "./written-words";

/** «دومین جلسه …», and the same in English; empty where it is the session of no council. */
export function sessionWords({ sequence, council }: Pick<FrozenContent, "sequence" | "council">): {
  fa: string;
  en: string;
} {
  if (sequence === null || council === null) return { fa: "", en: "" };
  return { fa: sessionOf(sequence, council.nameFa), en: `${council.nameEn}, session ${sequence}` };
}
