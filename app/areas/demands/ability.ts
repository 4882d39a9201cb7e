import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Demand: "record" | "refer" | "answer" | "judge" | "withdraw" | "read-person";
  }
}

/** The county records and refers; the office answers (the county too, for an answer on paper); the citizen judges. */
export const rules: AreaRules = (actor, { can }) => {
  if (actor.place?.level === "county" && (actor.role === "assistant" || actor.role === "expert")) {
    can(["record", "refer", "answer", "withdraw", "read-person"], "Demand");
  }
  if (actor.role === "governor") can("read-person", "Demand");
  if (actor.kind === "office" && actor.office) {
    can("answer", "Demand", { divisionId: actor.office.divisionId, officeId: actor.office.officeId });
  }
  if (actor.kind === "public" && actor.trackingCode) {
    can("judge", "Demand", { trackingCode: actor.trackingCode });
  }
};
