import type { CompositionGap } from "./composition";
import type { CouncilsKey, FiveKey } from "./messages";

type Say = (key: CouncilsKey | FiveKey, vars?: Record<string, string | number>) => string;

/** What a council lacks, in words. */
export function gapWords(gap: CompositionGap, t: Say): string {
  switch (gap.kind) {
    case "five":
      return t("councils.gap.five", {
        five: t(`bodies.five.${gap.five}`),
        have: gap.have,
        needed: gap.needed,
      });
    case "few":
    case "many":
      return t(`councils.gap.${gap.kind}`, { have: gap.have, needed: gap.needed });
    case "no-chair":
    case "no-secretary":
      return t(`councils.gap.${gap.kind}`);
  }
}
