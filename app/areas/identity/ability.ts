import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Account: "find" | "issue-link";
  }
}

/** Accounts as such are the administrator's; who may reach one through an appointment stands with the posts. */
export const rules: AreaRules = (actor, { can }) => {
  if (actor.kind !== "administrator") return;
  can(["find", "issue-link"], "Account");
};
