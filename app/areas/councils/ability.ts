import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Council: "found" | "edit" | "dissolve" | "seat";
  }
}

const KEEPERS = ["assistant", "expert", "provincial-expert", "representative", "national-officer"];

/** Whoever keeps the meetings of a place keeps its councils and who sits in them. */
export const rules: AreaRules = ({ kind, role, place }, { can }) => {
  if (kind !== "staff" || !place || !role || !KEEPERS.includes(role)) return;
  can("found", "Council");
  can(["edit", "dissolve", "seat"], "Council", { divisionId: place.id });
};
