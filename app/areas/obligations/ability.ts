import { handsOf } from "~/kernel/actor";
import type { AreaRules } from "~/kernel/authorize";
import { ACTS, TRANSITIONS, type Act } from "./lifecycle";

declare module "~/kernel/authorize" {
  interface Verbs {
    Obligation: Act;
    Issuance: "issue" | "chase" | "also-owe" | "sample" | "remind" | "reckon" | "end-children";
  }
}

const actsOfSide = (side: "debtor" | "issuer") => ACTS.filter((act) => TRANSITIONS[act].side === side);
const DEBTOR = actsOfSide("debtor");
/** What the issuer does; to accept that it does not concern an office is its chair's. */
const ISSUER = actsOfSide("issuer").filter((act) => act !== "set-not-applicable");

/** The roles that issue what is owed: those who answer for a place's minutes. */
const ISSUERS = ["assistant", "provincial-expert", "representative"];

/** Who chairs the meetings of a place, and accepts for them that something does not concern an office. */
const CHAIRS = ["governor", "representative"];

/** The roles that act for a county or a province in the ledger; the national office reads, a governor accepts as a chair. */
const CLERKS = ["assistant", "expert", "provincial-expert", "representative"];

export const rules: AreaRules = (actor, { can, cannot }) => {
  const { kind, role, place, office, appointmentId } = actor;
  if (kind === "office" && office) {
    const own = { divisionId: office.divisionId, officeId: office.officeId };
    can(
      DEBTOR.filter((act) => act !== "pass-on"),
      "Obligation",
      own,
    );
  }
  // What an office passed on is asked for by whoever holds a post of it; a link that is handed on asks for nothing.
  if (kind === "office" && office && appointmentId) {
    const hands = { $in: handsOf(actor) };
    can("pass-on", "Obligation", { divisionId: office.divisionId, officeId: office.officeId });
    can(ISSUER, "Obligation", { sourceDivisionId: office.divisionId, sourceOfficeId: office.officeId });
    cannot("verify", "Obligation", { reportedByKey: hands });
    cannot("verify", "Obligation", { reportedForKey: hands });
  }
  if (kind === "staff" && place && role && CHAIRS.includes(role))
    can("set-not-applicable", "Obligation", { sourceDivisionId: place.id });
  if (kind === "system") can(["remind", "reckon", "end-children"], "Issuance");
  if (kind === "staff" && place && role && CLERKS.includes(role)) {
    can(DEBTOR, "Obligation", { divisionId: place.id });
    can(ISSUER, "Obligation", { sourceDivisionId: place.id });
    can(["chase", "sample"], "Issuance");
    if (ISSUERS.includes(role)) can(["issue", "also-owe"], "Issuance");
    // Nobody verifies what he himself reported, nor what his deputy did, or the holder for whom he acts.
    const hands = { $in: handsOf(actor) };
    cannot("verify", "Obligation", { reportedByKey: hands });
    cannot("verify", "Obligation", { reportedForKey: hands });
  }
};
