import { Refusal } from "~/kernel/refusal";
import { addDays, type IsoDate } from "~/lib/jalali";
import type { Outcome } from "../choices";

/** How far back a contact may be written down, in days: more than a year is a slip of the pen. */
const LONGEST_BACK = 365;

/**
 * Refuses a contact that has not happened yet or too long ago, a next one agreed for a day that has passed, and a promise to
 * call back without a day: it would come back to nobody.
 */
export function refuseImpossibleDays(
  { happenedOn, nextOn, outcome }: { happenedOn: IsoDate; nextOn?: IsoDate; outcome: Outcome },
  today: IsoDate,
): void {
  if (happenedOn > today) throw new Refusal("invalid", "form.date.in-future", { field: "happenedOn" });
  if (happenedOn < addDays(today, -LONGEST_BACK)) {
    throw new Refusal("invalid", "network.contact-too-old", { field: "happenedOn" });
  }
  if (outcome === "call-back" && !nextOn) {
    throw new Refusal("invalid", "network.contact.when", { field: "nextOn" });
  }
  if (nextOn && nextOn < today) throw new Refusal("invalid", "form.date.in-past", { field: "nextOn" });
}
