import { useT } from "~/ui/i18n";
import { outcomeOf, OUTCOMES, type AnswerKind, type State } from "../lifecycle";
import type { DemandKey } from "../messages";

/** The honest outcomes beside each other; one is now, and none is a percentage. */
export function Outcomes({ state, answerKind }: { state: State; answerKind: AnswerKind | null }) {
  const t = useT<DemandKey>();
  const now = outcomeOf(state, answerKind);
  return (
    <ul className="flex flex-wrap gap-2">
      {OUTCOMES.map((outcome) => (
        <li
          key={outcome}
          aria-current={outcome === now ? "step" : undefined}
          className={
            outcome === now
              ? "rounded-chip border border-teal bg-teal-tint px-2.5 py-1 text-second font-semibold text-teal-deep"
              : "rounded-chip border border-dashed border-line-2 px-2.5 py-1 text-second text-ink-3"
          }
        >
          {t(`demands.outcome.${outcome}`)}
        </li>
      ))}
    </ul>
  );
}
