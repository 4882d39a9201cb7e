import { closePostsOf } from "~/areas/posts/door.server";
import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import { firstDayOf, periodOf } from "~/lib/period";
import { CountyClosed } from "../events";
import type { CloseCounty } from "../schema";

/**
 * Closes a county that moved, was merged or was split: it keeps its number and its records, its posts close, and
 * nobody acts in it from this moment. What follows it is named by its successors. A quarter that is over stays as it was:
 * the day lies in the running one. `reopenCounty` takes a closing back.
 */
export async function closeCounty(actor: Actor, id: number, input: CloseCounty, now = clock()) {
  authorize(actor, "close", "Division");
  const { closedOn } = input;
  const successorIds = [...new Set(input.successorIds)].sort((a, b) => a - b);
  if (closedOn > todayIn(now)) throw new Refusal("invalid", "form.date.in-future", { field: "closedOn" });
  if (successorIds.includes(id))
    throw new Refusal("invalid", "divisions.successors.itself", { field: "successor" });
  if (closedOn < firstDayOf(periodOf(todayIn(now), "quarter")))
    throw new Refusal("invalid", "divisions.closed-before-quarter", { field: "closedOn" });

  return within(actor, async (db) => {
    const [county] = await db.$queryRaw<{ validFrom: Date; open: boolean }[]>`
      select valid_from as "validFrom", valid_to is null as open
      from division where id = ${id}::int and level = 'county' for update`;
    if (!county) throw new Refusal("missing", "refusal.missing");
    if (!county.open) throw tooLate("divisions.closed");
    if (dateOf(closedOn) <= county.validFrom)
      throw new Refusal("invalid", "divisions.closed-before-beginning", { field: "closedOn" });
    const successors = await db.$queryRaw<{ id: number }[]>`
      select id from division where id = any(${successorIds}) and level = 'county' and valid_to is null`;
    if (successors.length !== successorIds.length)
      throw new Refusal("invalid", "divisions.successors.unknown", { field: "successor" });

    await db.division.update({
      where: { id },
      data: { validTo: dateOf(closedOn), successorIds, closedAt: now },
    });
    await closePostsOf(db, id, closedOn, now);
    await audit(db, actor, "close", "Division", String(id), ["valid_to", "successor_ids"], id);
    await emit(db, actor, CountyClosed, { divisionId: id, successorIds });
    return { id };
  });
}
