import type { IconName } from "~/ui/icons";
import { Chip, type ChipLook } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { ObstacleProgress } from "../lifecycle";
import type { ObstaclesKey } from "../messages";
import type { AnswerKind } from "../choices";

const PROGRESS: Record<ObstacleProgress, ChipLook> = {
  waiting: { icon: "hourglass", tone: "neutral" },
  taken: { icon: "forward", tone: "neutral" },
  answered: { icon: "eye", tone: "saffron" },
  verified: { icon: "check-check", tone: "neutral" },
  withdrawn: { icon: "undo-2", tone: "neutral" },
};

/** How far an obstacle has come, as its county sees it. */
export function ProgressChip({ progress }: { progress: ObstacleProgress }) {
  const t = useT<ObstaclesKey>();
  return <Chip {...PROGRESS[progress]}>{t(`obstacles.progress.${progress}`)}</Chip>;
}

const ANSWER: Record<AnswerKind, IconName> = {
  solved: "check",
  partly: "check",
  refused: "circle-slash",
  delegated: "forward",
};

/** The outcome that an answer names. */
export function AnswerChip({ answer }: { answer: AnswerKind }) {
  const t = useT<ObstaclesKey>();
  return <Chip icon={ANSWER[answer]}>{t(`obstacles.answer.${answer}`)}</Chip>;
}
