import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Export: "take" | "take-desk" | "take-personal" | "read" | "write-paper";
  }
}

/**
 * Whoever works in a place takes its lists out; those with persons in them only who keeps them, in their own county. The
 * officer of an office takes out what stands on its desk; by an office's personal link nothing leaves.
 */
export const rules: AreaRules = (actor, { can }) => {
  if (actor.kind === "system" && actor.place) can("write-paper", "Export");
  if (actor.kind === "office" && actor.office && actor.appointmentId) {
    const { divisionId, officeId } = actor.office;
    can("take-desk", "Export", { divisionId, officeId });
  }
  if (actor.kind !== "staff" || !actor.place) return;
  can(["take", "read"], "Export");
  if (actor.place.level === "county" && (actor.role === "assistant" || actor.role === "expert")) {
    can("take-personal", "Export");
  }
};
