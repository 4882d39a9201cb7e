import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Division: "create" | "rename" | "close";
  }
}

/** Provinces and counties are the administrator's; everybody may read them. */
export const rules: AreaRules = (actor, { can }) => {
  if (actor.kind !== "administrator") return;
  can(["create", "rename", "close"], "Division");
};
