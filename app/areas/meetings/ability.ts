import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Meeting: "record" | "edit" | "cancel";
    Minutes: "import" | "issue" | "name-party" | "read-files";
  }
}

const REVIEWERS = ["assistant", "expert", "provincial-expert", "representative"];
const ISSUERS = ["assistant", "provincial-expert", "representative"];

/**
 * Meetings held are the county's own record; its province and the nation read them. Minutes are pasted and reviewed by
 * a place's clerks, and issued by those who answer for them.
 */
export const rules: AreaRules = (actor, { can }) => {
  if (actor.kind === "staff" && actor.role) {
    if (REVIEWERS.includes(actor.role)) can("import", "Minutes");
    if (ISSUERS.includes(actor.role)) can(["issue", "name-party"], "Minutes");
  }
  if (actor.kind === "system" && !actor.member) can("read-files", "Minutes");
  if (actor.place?.level !== "county") return;
  if (actor.role === "assistant" || actor.role === "expert") {
    can("record", "Meeting");
    can(["edit", "cancel"], "Meeting", { state: "held" });
  }
};
