import { scopeOf, type Actor, type Level } from "~/kernel/actor";
import { authorize, type Verbs } from "~/kernel/authorize";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";

export type ReachedPost = { divisionId: number; id: string; role: string; level: Level };

/** Whether the actor stands over the place, or in it; the administrator over the nation alone. */
const seesPlace = (actor: Actor, divisionId: number) =>
  actor.kind === "administrator"
    ? divisionId === 0
    : actor.place !== undefined && divisionId >= actor.place.lo && divisionId <= actor.place.hi;

/**
 * The post, locked until the unit of work ends, when the actor has the verb on it. A post outside his subtree or closed
 * is `missing`; one inside it that is not one step below him is `forbidden`. The condition on the place stands here
 * because the door's scope, which appointing needs, shows the posts of every place.
 */
export async function reachPost(
  db: Db,
  actor: Actor,
  verb: Verbs["Post"],
  divisionId: number,
  postId: string,
): Promise<ReachedPost> {
  if (!seesPlace(actor, divisionId)) throw new Refusal("missing", "refusal.missing");
  const [row] = await db.$queryRaw<{ role: string }[]>`
    select role from post
    where division_id = ${divisionId}::int and id = ${postId}::uuid and closed_on is null for update`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  const post = { divisionId, id: postId, role: row.role, level: scopeOf(divisionId).level };
  authorize(actor, verb, "Post", post);
  return post;
}

/**
 * Whether a link that sets the account's password is the actor's to hand out: nothing else hangs on the account than
 * appointments below him. Else whoever appoints somebody could take over what the account may do elsewhere.
 */
export async function isOnlyBelow(db: Db, actor: Actor, accountId: string): Promise<boolean> {
  if (actor.kind === "administrator") return true;
  if (!actor.place) return false;
  const { id, lo, hi } = actor.place;
  const elsewhere = await db.appointment.count({
    where: {
      accountId,
      endedAt: null,
      OR: [{ divisionId: { lt: lo } }, { divisionId: { gt: hi } }, { divisionId: id }],
    },
  });
  return elsewhere === 0;
}
