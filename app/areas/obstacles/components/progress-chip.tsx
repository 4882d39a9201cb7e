import {
  Check,
  CheckCheck,
  CircleSlash,
  Eye,
  Forward,
  Hourglass,
  Undo2,
  type LucideIcon,
} from "lucide-react";
import { Chip, type ChipLook } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { ObstacleProgress } from "../lifecycle";
import type { ObstaclesKey } from "../messages";
import type { AnswerKind } from "../choices";

const PROGRESS: Record<ObstacleProgress, ChipLook> = {
  waiting: { icon: Hourglass, tone: "neutral" },
  taken: { icon: Forward, tone: "neutral" },
  answered: { icon: Eye, tone: "saffron" },
  verified: { icon: CheckCheck, tone: "neutral" },
  withdrawn: { icon: Undo2, tone: "neutral" },
};

/** How far an obstacle has come, as its county sees it. */
export function ProgressChip({ progress }: { progress: ObstacleProgress }) {
  const t = useT<ObstaclesKey>();
  return <Chip {...PROGRESS[progress]}>{t(`obstacles.progress.${progress}`)}</Chip>;
}

const ANSWER: Record<AnswerKind, LucideIcon> = {
  solved: Check,
  partly: Check,
  refused: CircleSlash,
  delegated: Forward,
};

/** The outcome that an answer names. */
export function AnswerChip({ answer }: { answer: AnswerKind }) {
  const t = useT<ObstaclesKey>();
  return <Chip icon={ANSWER[answer]}>{t(`obstacles.answer.${answer}`)}</Chip>;
}
