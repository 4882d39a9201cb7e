import type { AreaRules } from "~/kernel/authorize";
import type { VisitStep } from "./lifecycle";

declare module "~/kernel/authorize" {
  interface Verbs {
    Visit: "plan" | VisitStep;
    VisitRota: "propose" | "edit" | "confirm";
  }
}

const KEEPERS = ["assistant", "expert", "representative", "provincial-expert", "national-officer"];

/** Whoever keeps the meetings of a place keeps its visits; a place that is visited reads what was announced to it. */
export const rules: AreaRules = ({ kind, role, place }, { can }) => {
  if (kind !== "staff" || !place || !role || !KEEPERS.includes(role)) return;
  can("plan", "Visit");
  can("propose", "VisitRota");
  can(["edit", "confirm"], "VisitRota", { divisionId: place.id });
  can(
    ["edit", "announce", "move", "cancel", "settle-made", "settle-no-show", "excuse", "report", "finish"],
    "Visit",
    { divisionId: place.id },
  );
};
