import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Division: "create" | "rename" | "close" | "reopen";
    WorkingCalendar: "keep";
  }
}

/**
 * Provinces and counties are the administrator's; everybody may read them. Each level keeps the closed days of its own.
 */
export const rules: AreaRules = (actor, { can }) => {
  const keeper = { nation: "national-officer", province: "representative", county: "assistant" } as const;
  const { kind, place, role } = actor;
  if (kind === "staff" && place && role === keeper[place.level]) can("keep", "WorkingCalendar");
  if (actor.kind !== "administrator") return;
  can(["create", "rename", "close", "reopen"], "Division");
};
