import { z } from "zod";
import { choice, line, paragraphs, recordId, revision } from "~/kernel/fields";

/** مجوز، بودجه، مقررات، هماهنگی، نیرو، رفتار اداری، زیرساخت */
export const OBSTACLE_KINDS = [
  "permit",
  "budget",
  "regulation",
  "coordination",
  "staff",
  "conduct",
  "infrastructure",
] as const;
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number];

/** raised: on its way; verified: the county has seen that it is gone; withdrawn: taken back by the county. */
export const OBSTACLE_STATES = ["raised", "verified", "withdrawn"] as const;
export type ObstacleState = (typeof OBSTACLE_STATES)[number];

export const LEG_STATES = ["waiting", "taken", "answered"] as const;
export type LegState = (typeof LEG_STATES)[number];

export const ANSWERS = ["solved", "partly", "refused", "delegated"] as const;
export type AnswerKind = (typeof ANSWERS)[number];

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
