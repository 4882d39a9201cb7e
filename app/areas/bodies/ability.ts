import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Office: "make-link" | "revoke-link" | "open" | "edit" | "abolish";
    Organisation: "add" | "edit" | "name" | "abolish";
    Abolition: "decide" | "carry-on";
    BodyGroup: "make" | "edit";
    WrittenName: "teach";
  }
}

const CLERKS = ["assistant", "expert", "provincial-expert", "representative"];
const NATIONAL = ["national-officer", "national-expert"];

/**
 * A place opens and edits its own offices, gives them their personal links and takes them back. Groups and what
 * a written name means it says for itself. The dictionary is the national office's; a province or county adds bodies and written forms of its own to it and edits those alone.
 */
export const rules: AreaRules = ({ kind, role, place, member }, { can }) => {
  // A member's hand writes in his name about himself alone.
  if (kind === "system" && place && !member) can("carry-on", "Abolition");
  if (kind !== "staff" || !place || !role) return;
  const own = { divisionId: place.id };
  if (CLERKS.includes(role)) can(["make-link", "revoke-link", "abolish"], "Office", own);
  if (!CLERKS.includes(role) && !NATIONAL.includes(role)) return;
  can(["open", "edit"], "Office", own);
  can(["add", "name"], "Organisation");
  can("edit", "Organisation", own);
  // A body of the national tree ends for the whole country: that is the officer's word, not his expert's.
  if (role !== "national-expert") {
    can("abolish", "Organisation", own);
    can("decide", "Abolition", own);
  }
  can("make", "BodyGroup");
  can("edit", "BodyGroup", own);
  can("teach", "WrittenName");
};
