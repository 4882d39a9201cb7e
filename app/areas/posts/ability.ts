import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Post: "open" | "appoint" | "end" | "issue-link" | "name-deputy";
  }
}

/**
 * Holders of posts are appointed by the level above, one step down: nobody appoints at his own level. At the top stands
 * the administrator, who also opens the posts of every place. Who acts in the days of a leave is the holder's to name, or that
 * of the level above.
 */
export const rules: AreaRules = (actor, { can }) => {
  if (actor.kind === "administrator") {
    can("open", "Post");
    can(["appoint", "end", "issue-link"], "Post", { level: "nation" });
  }
  const below = { "national-officer": "province", representative: "county" } as const;
  if (actor.role === "national-officer" || actor.role === "representative")
    can(["appoint", "end", "issue-link", "name-deputy"], "Post", { level: below[actor.role] });
  // A deputy names no deputy of his own.
  if (actor.kind === "staff" && actor.appointmentId && !actor.actingFor)
    can("name-deputy", "Post", { heldBy: actor.appointmentId });
};
