import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Meeting: "record" | "edit" | "cancel";
  }
}

/** Meetings held are the county's own record; its province and the nation read them. */
export const rules: AreaRules = (actor, { can }) => {
  if (actor.place?.level !== "county") return;
  if (actor.role === "assistant" || actor.role === "expert") {
    can("record", "Meeting");
    can(["edit", "cancel"], "Meeting", { state: "held" });
  }
};
