import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { isoOfDate, todayIn } from "~/lib/jalali";
import { DeputyEnded } from "../events";
import { lockPost } from "../reach.server";
import type { EndDeputy } from "../schema";

/** Ends a deputyship before its last day, or calls off one that has not begun; the very next request has no power. */
export async function endDeputy(
  actor: Actor,
  target: { divisionId: number; deputyId: string },
  { revision }: EndDeputy,
  now = clock(),
): Promise<{ id: string }> {
  const { divisionId, deputyId: id } = target;
  return within(actor, async (db) => {
    const found = await db.deputy.findFirst({ where: { divisionId, id } });
    if (!found) throw new Refusal("missing", "refusal.missing");
    const post = await lockPost(db, actor, divisionId, found.postId);
    authorize(actor, "name-deputy", "Post", { ...post, heldBy: found.appointmentId ?? undefined });
    if (found.endedAt !== null || isoOfDate(found.endsOn) < todayIn(now)) throw tooLate("posts.deputy.over");
    const { count } = await db.deputy.updateMany({
      where: { divisionId, id, endedAt: null, revision },
      data: { endedAt: now, revision: { increment: 1 } },
    });
    if (count === 0) throw tooLate("posts.deputy.changed");
    await audit(db, actor, "end-deputy", "Deputy", id, ["ended_at"]);
    await emit(db, actor, DeputyEnded, { divisionId, deputyId: id });
    return { id };
  });
}
