import { isoOfDate, type IsoDate } from "~/lib/jalali";
import type { Cadence } from "../choices";
import type { IssuedDeadline } from "../deadlines/deadline";
import type { IssuedText } from "../door.server";
import { nextTurn } from "../steps/turn";

/** An issued text, as far as a further debtor of it is concerned. */
type Text = {
  id: string;
  sourceKind: string;
  recordId: string;
  title: string;
  number: number | null;
  text: string;
  addressees: string;
  deadlineKind: string;
  dueOn: Date | null;
  cadence: string | null;
  receiver: string | null;
  noDeadlineReason: string | null;
  theirNumber: string | null;
  theirOn: Date | null;
};

/** The day that a text itself gives to whoever owes it from today on. */
export function dayFromNow({ deadlineKind, dueOn, cadence }: Text, today: IsoDate): IsoDate | null {
  if (deadlineKind === "continuous" && cadence) return nextTurn(today, cadence as Cadence);
  return dueOn && isoOfDate(dueOn);
}

/** An issued text once more, for further lines with their own day. */
export function textFromNow(
  text: Text,
  on: { dueOn: IsoDate; askedOn: IsoDate | null } | null,
  lines: IssuedText["lines"],
): IssuedText {
  return {
    id: text.id,
    sourceKind: text.sourceKind === "decision" ? "decision" : "resolution",
    recordId: text.recordId,
    title: text.title,
    number: text.number,
    text: text.text,
    addressees: text.addressees,
    deadline: deadlineOf(text, on),
    theirNumber: text.theirNumber,
    theirOn: text.theirOn && isoOfDate(text.theirOn),
    lines,
  };
}

function deadlineOf(
  { deadlineKind, cadence, receiver, noDeadlineReason }: Text,
  on: { dueOn: IsoDate; askedOn: IsoDate | null } | null,
): IssuedDeadline {
  if (!on) return { kind: "none", reason: noDeadlineReason ?? "" };
  if (deadlineKind === "continuous" && cadence)
    return { kind: "continuous", ...on, cadence: cadence as Cadence, receiver: receiver ?? "" };
  return { kind: "dated", ...on };
}
