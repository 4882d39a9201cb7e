import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Office: "make-link" | "revoke-link";
  }
}

const CLERKS = ["assistant", "expert", "provincial-expert", "representative"];

/** A place gives its own offices their personal links, and takes them back. */
export const rules: AreaRules = ({ kind, role, place }, { can }) => {
  if (kind !== "staff" || !place || !role || !CLERKS.includes(role)) return;
  can(["make-link", "revoke-link"], "Office", { divisionId: place.id });
};
