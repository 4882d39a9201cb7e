import { isOwnHand, type Actor } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import { actsOf, type Act, type State } from "../lifecycle";

type Row = {
  state: string;
  divisionId: number;
  sourceDivisionId: number;
  sourceOfficeId: string | null;
  officeId: string;
  dueOn: unknown;
  reportedByKey: string | null;
  reportedForKey: string | null;
};

/** The next steps that this actor may take now, in the order in which they are offered. */
export function allowedActs(actor: Pick<Actor, "ability">, row: Row): Act[] {
  const state = row.state as State;
  const acts = [...actsOf(state, "debtor"), ...actsOf(state, "issuer")].filter((act) =>
    may(actor, act, "Obligation", row),
  );
  // Whoever gives days asks nobody for one, and without a day there is none to be moved.
  const asks = row.dueOn !== null && !acts.includes("re-date");
  return asks ? acts : acts.filter((act) => act !== "ask-day");
}

/** Whether it waits for verification by somebody else because this very actor reported it, or his deputy did. */
export function waitsForAnother(actor: Pick<Actor, "key" | "actingFor">, row: Row): boolean {
  return row.state === "reported-done" && isOwnHand(actor, row.reportedByKey, row.reportedForKey);
}

/** What a debtor answers quickly, row by row in a list: the steps of one press, and the report. */
const QUICK: readonly Act[] = ["acknowledge", "start", "report-done"];

/** The quick steps that the office may take on a row of its own list. */
export const quickActs = (
  actor: Pick<Actor, "ability">,
  row: { state: string; divisionId: number; officeId: string },
): Act[] =>
  actsOf(row.state as State, "debtor").filter(
    (act) => QUICK.includes(act) && may(actor, act, "Obligation", row),
  );
