import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    Cadence: "set";
    Call: "assign";
    Person: "view" | "register" | "edit" | "move" | "merge" | "settle-ways" | "erase";
    Circle: "form" | "edit";
    Contact: "record" | "undo" | "take-action";
    Tie: "keep";
    /** `undo`: the whole list is taken back, by whoever brought it in. */
    PeopleImport: "prepare" | "carry-on" | "undo";
    JoinLink: "open" | "revoke";
    JoinRequest: "send" | "decide" | "take-walk-in";
    /** A look from above into the people of one county; the database asks for an open grant besides. */
    Glass: "open" | "look" | "end";
    PeopleList: "save";
    MemberLink: "make" | "open";
    PersonCorrection: "propose" | "decide";
    PersonFile: "add" | "fetch" | "remove";
    /** Somebody goes over to another county; `see-off` is the system's, once it is decided or its time is over. */
    Relocation: "offer" | "consent" | "decide" | "see-off";
  }
}

/** The network belongs to the county: its assistant and experts keep it, its governor looks on, nobody above sees a person. */
export const rules: AreaRules = (actor, { can }) => {
  // Each level sets the cadence for itself and for those below that set none.
  const settles = { nation: "national-officer", province: "representative", county: "assistant" } as const;
  if (actor.place && actor.role === settles[actor.place.level]) can("set", "Cadence");
  if (actor.kind === "public" && actor.token) {
    can("send", "JoinRequest");
    can("open", "MemberLink");
  }
  // The province alone, by its representative and not by his deputy: the national office never reads a person.
  if (actor.place?.level === "province" && actor.role === "representative" && !actor.actingFor) {
    can(["open", "look"], "Glass");
    can("end", "Glass", { openedByKey: actor.key });
  }
  if (actor.place?.level !== "county") return;
  if (actor.role === "assistant" || actor.role === "governor")
    can("end", "Glass", { divisionId: actor.place.id });
  if (actor.kind === "system" && !actor.member) {
    can("carry-on", "PeopleImport");
    can("see-off", "Relocation");
    can("take-walk-in", "JoinRequest");
  }
  // A person's own word, written by his county's hand: about himself alone.
  if (actor.kind === "system" && actor.member) {
    can(["settle-ways", "erase"], "Person", { id: actor.member.personId });
    can("propose", "PersonCorrection", { personId: actor.member.personId });
    can("consent", "Relocation", { personId: actor.member.personId });
  }
  if (actor.role === "governor") can("view", "Person");
  if (actor.role === "assistant" || actor.role === "expert") {
    can(["view", "register", "edit", "move", "merge", "settle-ways"], "Person");
    can(["form", "edit"], "Circle");
    can(["record", "take-action"], "Contact");
    can("assign", "Call");
    can("keep", "Tie");
    can("prepare", "PeopleImport");
    can("undo", "PeopleImport", { createdByKey: actor.key });
    can(["open", "revoke"], "JoinLink");
    can("decide", "JoinRequest");
    can("save", "PeopleList");
    can("make", "MemberLink");
    can("decide", "PersonCorrection");
    can(["add", "fetch", "remove"], "PersonFile");
    can(["offer", "decide"], "Relocation");
    can("undo", "Contact", { createdByKey: actor.key });
  }
};
