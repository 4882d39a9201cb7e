import { Refusal } from "~/kernel/refusal";
import { addDays, type IsoDate } from "~/lib/jalali";

/** How far back a contact may be written down, in days: more than a year is a slip of the pen. */
const LONGEST_BACK = 365;

/** Refuses a contact that has not happened yet or too long ago, and a next one agreed for a day that has passed. */
export function refuseImpossibleDays(
  { happenedOn, nextOn }: { happenedOn: IsoDate; nextOn?: IsoDate },
  today: IsoDate,
): void {
  if (happenedOn > today) throw new Refusal("invalid", "form.date.in-future", { field: "happenedOn" });
  if (happenedOn < addDays(today, -LONGEST_BACK)) {
    throw new Refusal("invalid", "network.contact-too-old", { field: "happenedOn" });
  }
  if (nextOn && nextOn < today) throw new Refusal("invalid", "form.date.in-past", { field: "nextOn" });
}
