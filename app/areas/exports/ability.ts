import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Export: "take" | "take-personal" | "read" | "write-paper";
  }
}

/** Whoever works in a place takes its lists out; those with persons in them only who keeps them, in their own county. */
export const rules: AreaRules = (actor, { can }) => {
  if (actor.kind === "system" && actor.place) can("write-paper", "Export");
  if (actor.kind !== "staff" || !actor.place) return;
  can(["take", "read"], "Export");
  if (actor.place.level === "county" && (actor.role === "assistant" || actor.role === "expert")) {
    can("take-personal", "Export");
  }
};
