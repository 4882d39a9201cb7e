import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Notification: "read" | "tell";
  }
}

/** Everybody with an account reads what he himself was told; only workers tell. */
export const rules: AreaRules = ({ kind, accountId }, { can }) => {
  if ((kind === "staff" || kind === "office") && accountId) can("read", "Notification", { accountId });
  if (kind === "system") can("tell", "Notification");
};
