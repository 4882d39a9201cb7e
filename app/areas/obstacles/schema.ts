import { z } from "zod";
import { choice, line, paragraphs, recordId, revision } from "~/kernel/fields";
import { OBSTACLE_KINDS, ANSWERS } from "./choices";

export const RaiseObstacle = z.object({
  title: line(200),
  kind: choice(OBSTACLE_KINDS),
  officeId: recordId.optional(),
  triedLocally: paragraphs(4000),
  effect: paragraphs(2000),
  proposal: paragraphs(2000).optional(),
});
export type RaiseObstacle = z.output<typeof RaiseObstacle>;

export const TakeObstacle = z.object({ revision });
export type TakeObstacle = z.output<typeof TakeObstacle>;

export const AnswerObstacle = z.object({
  answerKind: choice(ANSWERS),
  answerText: paragraphs(4000),
  revision,
});
export type AnswerObstacle = z.output<typeof AnswerObstacle>;

/** The county's word on an answer: it is so, or it is not and why. */
export const JudgeAnswer = z.object({ note: paragraphs(2000).optional(), revision });
export type JudgeAnswer = z.output<typeof JudgeAnswer>;

export const ContestAnswer = z.object({ reason: paragraphs(2000), revision });
export type ContestAnswer = z.output<typeof ContestAnswer>;
