import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Meeting: "record" | "edit" | "cancel" | "plan" | "announce" | "subscribe";
    MeetingType: "add";
    Invitation: "invite" | "withdraw" | "answer" | "mark" | "carry-on";
    SignUp: "open" | "send";
    Session: "hold";
    Minutes: "import" | "issue" | "name-party" | "read-files" | "comment" | "approve" | "correct";
  }
}

/** Who calls meetings, and who keeps a place's own types of them. */
const CALLERS = ["assistant", "expert", "provincial-expert", "representative"];
const TYPE_KEEPERS = ["assistant", "representative"];

const REVIEWERS = ["assistant", "expert", "provincial-expert", "representative"];
/** Who answers for the minutes of a meeting that has no post of the place in the chair. */
const HEADS = ["assistant", "representative"];
const ISSUERS = ["assistant", "provincial-expert", "representative"];

/**
 * Meetings are called by the clerks of a county and of a province, each in its own place. Those held are the county's own
 * record; its province and the nation read them. Minutes are pasted and reviewed by
 * a place's clerks, and issued by those who answer for them. A meeting's own minutes are commented by the staff of its
 * place, and approved and corrected by whoever holds the post in the chair.
 */
export const rules: AreaRules = (actor, { can }) => {
  // Whoever holds the link of an invitation speaks for that one alone.
  if (actor.invitationId) {
    can("answer", "Invitation", { id: actor.invitationId });
    return;
  }
  // Whoever holds the address of a sign-up page puts his name down there and does nothing else.
  if (actor.kind === "public" && actor.token) can("send", "SignUp");
  if (actor.kind === "staff" && actor.role) {
    can("subscribe", "Meeting");
    if (CALLERS.includes(actor.role)) can(["plan", "announce", "cancel"], "Meeting");
    if (TYPE_KEEPERS.includes(actor.role)) can("add", "MeetingType");
    if (REVIEWERS.includes(actor.role)) can("import", "Minutes");
    if (REVIEWERS.includes(actor.role)) {
      can(["invite", "withdraw", "mark"], "Invitation");
      can("hold", "Session");
      can("open", "SignUp");
    }
    if (ISSUERS.includes(actor.role)) can(["issue", "name-party"], "Minutes");
    can("comment", "Minutes");
    // What the chair approves goes with his post: to his deputy, and to whoever follows him.
    if (actor.postId) can(["approve", "correct"], "Minutes", { chairPostId: actor.postId });
    if (HEADS.includes(actor.role)) can(["approve", "correct"], "Minutes", { isChairless: true });
  }
  if (actor.kind === "system" && !actor.member) {
    can("read-files", "Minutes");
    // A job makes the meetings of a series.
    can("plan", "Meeting");
    can("carry-on", "Invitation");
  }
  if (actor.place?.level !== "county") return;
  if (actor.role === "assistant" || actor.role === "expert") {
    can("record", "Meeting");
    can("edit", "Meeting", { state: "held" });
  }
};
