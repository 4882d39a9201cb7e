import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Post: "open" | "appoint" | "end" | "issue-link";
  }
}

/**
 * Holders of posts are appointed by the level above, one step down: nobody appoints at his own level. At the top stands
 * the administrator, who also opens the posts of every place.
 */
export const rules: AreaRules = (actor, { can }) => {
  if (actor.kind === "administrator") {
    can("open", "Post");
    can(["appoint", "end", "issue-link"], "Post", { level: "nation" });
  }
  if (actor.role === "national-officer") can(["appoint", "end", "issue-link"], "Post", { level: "province" });
  if (actor.role === "representative") can(["appoint", "end", "issue-link"], "Post", { level: "county" });
};
