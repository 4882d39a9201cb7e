import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    OfficePost: "appoint" | "end" | "issue-link";
  }
}

/** Those who may address the offices of a place: they appoint whoever answers for them there. */
const CLERKS = ["assistant", "expert", "provincial-expert", "representative"];

/** The clerks of a place appoint the officers of its own offices, and of no others. */
export const rules: AreaRules = ({ kind, role, place }, { can }) => {
  if (kind === "staff" && place && role && CLERKS.includes(role))
    can(["appoint", "end", "issue-link"], "OfficePost", { divisionId: place.id });
};
