import type { Place } from "~/kernel/actor";
import type { Db, JsonInput } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { waitingMatrix } from "~/areas/network/queries.server/waiting";
import type { Counts } from "./choices";
import { freezeLines, openItems } from "./inventory.server";
import { passOn, settlePost } from "./pass-on.server";
import type { Passing } from "./queries.server";

/** How many members wait for a contact: past their cadence, or reached by nobody yet. */
async function waiting(db: Db, place: Place, today: ReturnType<typeof todayIn>): Promise<number> {
  const matrix = await waitingMatrix(db, place.id, await cadenceOf(db, place), today);
  return Object.values(matrix).reduce((sum, bands) => sum + bands.past + bands.long + bands.never, 0);
}

/**
 * Writes down the inventory of a signed hand-over and its numbers; then gives what was in the hands of a leaver who is
 * gone to whoever holds the post now, or to the post. Once.
 */
export async function freezeHandOver(
  db: Db,
  place: Place,
  signed: Pick<
    Passing,
    "divisionId" | "postId" | "leaverAccount" | "isOver" | "hasBegun" | "successorAccount"
  > & {
    id: string;
  },
  now: Date,
): Promise<void> {
  const { divisionId, id, postId, leaverAccount } = signed;
  const today = todayIn(now);
  const counts: Counts = await freezeLines(db, { place, hands: [leaverAccount, postId], today }, id);
  if (place.level === "county") counts.waiting = await waiting(db, place, today);
  await db.handOver.update({
    where: { divisionId_id: { divisionId, id } },
    data: { frozenAt: now, counts: counts as JsonInput, openItems: openItems(counts) },
  });
  if (!signed.isOver) return;
  const to = signed.hasBegun && signed.successorAccount ? signed.successorAccount : postId;
  await passOn(db, divisionId, [leaverAccount], to);
  await settlePost(db, divisionId, postId, today);
}
