import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Notification: "read" | "tell";
    Message: "read" | "mend" | "send";
    QuietHours: "keep";
  }
}

/** Who settles the quiet hours of a place: as its working calendar. */
const KEEPERS = { nation: "national-officer", province: "representative", county: "assistant" } as const;

/** Whose own work the messages of a place are. */
const CLERKS = [
  "assistant",
  "expert",
  "provincial-expert",
  "representative",
  "national-expert",
  "national-officer",
];

/**
 * Everybody with an account reads what he himself was told; only workers tell and send. Staff read what went out of their
 * place, and its clerks mend what did not arrive and have it sent again.
 */
export const rules: AreaRules = ({ kind, accountId, place, role, member }, { can }) => {
  if ((kind === "staff" || kind === "office") && accountId) can("read", "Notification", { accountId });
  if (kind === "system" && !member) can("tell", "Notification");
  if (kind === "system" && !member) can("send", "Message");
  if (kind !== "staff" || !place || !role) return;
  can("read", "Message");
  if (CLERKS.includes(role)) can("mend", "Message");
  if (role === KEEPERS[place.level]) can("keep", "QuietHours");
};
