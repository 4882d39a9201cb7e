import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    /** `settle` gives what an ended post owned to whoever comes, and freezes what the level above signed. */
    HandOver: "sign" | "receive" | "settle";
  }
}

/**
 * The leaver signs his own while he is there; when he is gone the governor of the county, or the level above. The receipt
 * is the successor's. Both are a person's own word: no deputy signs for him.
 */
export const rules: AreaRules = ({ kind, role, appointmentId, postId, actingFor, place }, { can }) => {
  if (kind === "system") can("settle", "HandOver");
  if (kind !== "staff" || !place || !appointmentId || actingFor) return;
  can("sign", "HandOver", { appointmentId, isOver: false });
  if (postId)
    can("receive", "HandOver", { divisionId: place.id, postId, appointmentId: { $ne: appointmentId } });
  if (role === "governor") can("sign", "HandOver", { divisionId: place.id, isOver: true });
  if (role === "representative") can("sign", "HandOver", { level: "county", isOver: true });
  if (role === "national-officer") can("sign", "HandOver", { level: "province", isOver: true });
};
