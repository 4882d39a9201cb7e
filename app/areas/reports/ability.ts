import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    /** `prepare` and `submit` in its own place, `remind` by the system; the others by the level above it. */
    Report:
      | "prepare"
      | "submit"
      | "review"
      | "return"
      | "approve"
      | "accept"
      | "reopen"
      | "excuse"
      | "remind";
  }
}

/**
 * A county's assistant attests and submits, experts prepare; the provincial representative returns or approves; the
 * national officer returns or accepts. Nobody has a verb on a report of a place that is not his or just below his; a
 * locked report of any place is opened anew by the nation alone.
 */
export const rules: AreaRules = (actor, { can }) => {
  const place = actor.place;
  if (actor.kind === "system") can("remind", "Report");
  if (!place || actor.kind !== "staff") return;
  const own = { divisionId: place.id };
  const below = { parentId: place.id, divisionId: { $ne: place.id } };
  const anywhere = { divisionId: { $ne: place.id } };
  switch (actor.role) {
    case "assistant":
      return can(["prepare", "submit"], "Report", own);
    case "expert":
      return can("prepare", "Report", own);
    case "representative":
      can(["prepare", "submit"], "Report", own);
      return can(["review", "return", "approve", "excuse"], "Report", below);
    case "provincial-expert":
      can("prepare", "Report", own);
      return can("review", "Report", below);
    case "national-officer":
      can("reopen", "Report", anywhere);
      return can(["review", "return", "accept", "excuse"], "Report", below);
    case "national-expert":
      return can("review", "Report", below);
    case "governor":
    case undefined:
  }
};
