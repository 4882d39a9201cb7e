import { classNames } from "~/ui/class-names";
import { useT } from "~/ui/i18n";
import type { AnswerStage } from "../lifecycle";
import type { ObligationsKey } from "../messages";

export type Answers = Record<AnswerStage, number> & { ended: number };

const STAGES = ["verified", "reported", "received", "silent"] as const;
const FILL = {
  verified: "fill-data-5",
  reported: "fill-data-3",
  received: "fill-data-1",
  silent: "fill-brick-tint",
} as const;

/** How many still count: withdrawn ones and those that do not concern the office are left out. */
export function counted(answers: Answers): number {
  return STAGES.reduce((sum, stage) => sum + answers[stage], 0);
}

/** What has become of one text at its offices: a bar that grows from the start, and the sentence beside it. */
export function AnswerBar({ answers }: { answers: Answers }) {
  const t = useT<ObligationsKey>();
  const all = counted(answers);
  if (all === 0) return <span className="text-meta text-ink-3">{t("obligations.answers.nobody")}</span>;
  const widths = STAGES.map((stage) => (answers[stage] / all) * 100);
  return (
    <span className="block min-w-32">
      <svg aria-hidden width="100%" height="8" className="block rounded-mark rtl:-scale-x-100">
        {STAGES.map((stage, index) => {
          const x = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
          return (
            <rect
              key={stage}
              x={`${x}%`}
              width={`${widths[index] ?? 0}%`}
              height="8"
              className={FILL[stage]}
            />
          );
        })}
        <rect x="0.5" y="0.5" width="99.5%" height="7" rx="3" className="fill-none stroke-line-2" />
      </svg>
      <span className="mt-1 block font-[550]">
        {t("obligations.answers", { answered: answers.verified + answers.reported, all })}
      </span>
    </span>
  );
}

/** The same in words, for under the bar or a page's head. */
export function AnswerWords({ answers }: { answers: Answers }) {
  const t = useT<ObligationsKey>();
  const stages = [...STAGES, "ended"] as const;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-meta text-ink-2">
      {stages
        .filter((stage) => answers[stage] > 0)
        .map((stage) => (
          <li key={stage} className="inline-flex items-center gap-1.5">
            <svg aria-hidden width="12" height="12" className="shrink-0">
              <rect
                width="12"
                height="12"
                rx="3"
                className={classNames(stage === "ended" ? "fill-sunk" : FILL[stage], "stroke-line-2")}
              />
            </svg>
            {t(`obligations.stage.${stage}`, { count: answers[stage] })}
          </li>
        ))}
    </ul>
  );
}
