import { Chip, type ChipLook } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { AnswerKind, State } from "../lifecycle";
import type { DemandKey } from "../messages";

const LOOK: Record<State, ChipLook> = {
  received: { icon: "hourglass", tone: "saffron" },
  referred: { icon: "forward", tone: "neutral" },
  answered: { icon: "check", tone: "neutral" },
  confirmed: { icon: "check-check", tone: "teal" },
  "partly-confirmed": { icon: "check", tone: "teal" },
  reopened: { icon: "rotate-ccw", tone: "saffron" },
  unconfirmed: { icon: "circle-dot-dashed", tone: "neutral" },
  withdrawn: { icon: "undo-2", tone: "neutral" },
};

/** Where a demand stands; a refusal is told apart from an answer. */
export function StateChip({ state, answerKind }: { state: State; answerKind: AnswerKind | null }) {
  const t = useT<DemandKey>();
  if (state === "answered" && answerKind === "refused") {
    return (
      <Chip icon="circle-slash" pattern="refused">
        {t("demands.state.answered.refused")}
      </Chip>
    );
  }
  return <Chip {...LOOK[state]}>{t(`demands.state.${state}`)}</Chip>;
}
