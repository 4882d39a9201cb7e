import type { IconName } from "~/ui/icons";
import { todayIn } from "~/lib/jalali";
import { useNow, useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import { OUTCOMES, outcomesOf, type Outcome, type Standing } from "../lifecycle";
import type { DemandKey } from "../messages";

const ICON: Record<Outcome, IconName> = {
  confirmed: "check-check",
  unconfirmed: "circle-dot-dashed",
  refused: "circle-slash",
  transferred: "forward",
  silent: "volume-x",
};

const LOOK: Record<Standing, string> = {
  now: "border-t-saffron bg-saffron-tint text-ink",
  was: "border-t-transparent text-ink",
  not: "border-t-transparent text-ink-3",
};

/** The five honest outcomes side by side: where the demand stands, what happened on the way, what did not. */
export function Outcomes({ demand }: { demand: Parameters<typeof outcomesOf>[0] }) {
  const t = useT<DemandKey>();
  const standing = outcomesOf(demand, todayIn(useNow()));
  return (
    <ul className="grid overflow-hidden rounded-card border border-line-2 bg-sheet sm:grid-cols-5">
      {OUTCOMES.map((outcome) => (
        <li
          key={outcome}
          aria-current={standing[outcome] === "now" ? "step" : undefined}
          className={`border-t-[3px] p-3 max-sm:border-b max-sm:border-b-line sm:border-e sm:border-e-line sm:last:border-e-0 ${LOOK[standing[outcome]]}`}
        >
          <p className="flex items-center gap-2 text-second font-semibold">
            <Icon of={ICON[outcome]} />
            {t(`demands.outcome.${outcome}`)}
          </p>
          <p className="mt-0.5 text-meta">
            {outcome === "transferred" && demand.transfers > 0
              ? t("demands.standing.times", { count: demand.transfers })
              : t(`demands.standing.${standing[outcome]}`)}
          </p>
        </li>
      ))}
    </ul>
  );
}
