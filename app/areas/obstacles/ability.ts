import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Obstacle: "raise" | "judge";
    ObstacleLeg: "take" | "answer";
  }
}

/** The county raises and judges; whoever holds the leg in the province takes and answers. */
export const rules: AreaRules = (actor, { can }) => {
  if (actor.place?.level === "county" && (actor.role === "assistant" || actor.role === "expert")) {
    can(["raise", "judge"], "Obstacle");
  }
  if (actor.role === "representative" || actor.role === "provincial-expert") {
    can(["take", "answer"], "ObstacleLeg");
  }
};
