import {
  Check,
  CheckCheck,
  CircleDotDashed,
  CircleSlash,
  Forward,
  Hourglass,
  RotateCcw,
  Undo2,
} from "lucide-react";
import { Chip, type ChipLook } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { AnswerKind, State } from "../lifecycle";
import type { DemandKey } from "../messages";

const LOOK: Record<State, ChipLook> = {
  received: { icon: Hourglass, tone: "saffron" },
  referred: { icon: Forward, tone: "neutral" },
  answered: { icon: Check, tone: "neutral" },
  confirmed: { icon: CheckCheck, tone: "teal" },
  "partly-confirmed": { icon: Check, tone: "teal" },
  reopened: { icon: RotateCcw, tone: "saffron" },
  unconfirmed: { icon: CircleDotDashed, tone: "neutral" },
  withdrawn: { icon: Undo2, tone: "neutral" },
};

/** Where a demand stands; a refusal is told apart from an answer. */
export function StateChip({ state, answerKind }: { state: State; answerKind: AnswerKind | null }) {
  const t = useT<DemandKey>();
  if (state === "answered" && answerKind === "refused") {
    return (
      <Chip icon={CircleSlash} pattern="refused">
        {t("demands.state.answered.refused")}
      </Chip>
    );
  }
  return <Chip {...LOOK[state]}>{t(`demands.state.${state}`)}</Chip>;
}
