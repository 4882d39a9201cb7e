import { event } from "~/kernel/event";

export const ObstacleRaised = event<{ obstacleId: string; legId: string; legDivisionId: number }>(
  "ObstacleRaised",
);
export const ObstacleTaken = event<{ obstacleId: string; legId: string; sourceDivisionId: number }>(
  "ObstacleTaken",
);
export const ObstacleAnswered = event<{ obstacleId: string; legId: string; sourceDivisionId: number }>(
  "ObstacleAnswered",
);
export const ObstacleVerified = event<{ obstacleId: string; legId: string; legDivisionId: number }>(
  "ObstacleVerified",
);
export const ObstacleContested = event<{ obstacleId: string; legId: string; legDivisionId: number }>(
  "ObstacleContested",
);
