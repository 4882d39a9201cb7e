import { scopeOf, type Actor, type Level } from "~/kernel/actor";
import { authorize, type Verbs } from "~/kernel/authorize";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";

export type ReachedPost = { divisionId: number; id: string; role: string; level: Level };

/** Whether the actor stands over the place, or in it; the administrator over the nation alone. */
const seesPlace = (actor: Actor, divisionId: number) =>
  actor.kind === "administrator"
    ? divisionId === 0
    : actor.place !== undefined && divisionId >= actor.place.lo && divisionId <= actor.place.hi;

/**
 * The open post, locked until the unit of work ends. A post outside the actor's subtree or closed is `missing`. The
 * condition on the place stands here because the door's scope, which appointing needs, shows the posts of every place.
 */
export async function lockPost(
  db: Db,
  actor: Actor,
  divisionId: number,
  postId: string,
): Promise<ReachedPost> {
  if (!seesPlace(actor, divisionId)) throw new Refusal("missing", "refusal.missing");
  const [row] = await db.$queryRaw<{ role: string }[]>`
    select role from post
    where division_id = ${divisionId}::int and id = ${postId}::uuid and closed_on is null for update`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return { divisionId, id: postId, role: row.role, level: scopeOf(divisionId).level };
}

/** As `lockPost`, when the actor has the verb on it: a post inside his subtree that is not one step below is `forbidden`. */
export async function reachPost(
  db: Db,
  actor: Actor,
  verb: Verbs["Post"],
  divisionId: number,
  postId: string,
): Promise<ReachedPost> {
  const post = await lockPost(db, actor, divisionId, postId);
  authorize(actor, verb, "Post", post);
  return post;
}

/**
 * Whether a link that sets the account's password is the actor's to hand out: nothing else hangs on the account than
 * appointments and deputyships below him. Else whoever appoints somebody could take over what the account may do elsewhere.
 */
export async function isOnlyBelow(db: Db, actor: Actor, accountId: string): Promise<boolean> {
  if (actor.kind === "administrator") return true;
  if (!actor.place) return false;
  const { id, lo, hi } = actor.place;
  const elsewhere = { OR: [{ divisionId: { lt: lo } }, { divisionId: { gt: hi } }, { divisionId: id }] };
  const where = { accountId, endedAt: null, ...elsewhere };
  const outside = { accountId, endedAt: null, OR: [{ divisionId: { lt: lo } }, { divisionId: { gt: hi } }] };
  const counts = await Promise.all([
    db.appointment.count({ where }),
    db.deputy.count({ where }),
    db.officeAppointment.count({ where: outside }),
  ]);
  return counts.every((count) => count === 0);
}

/** Whether the account has a post above the place in these days or acts for one: nobody reads a county from above. */
export async function standsAbove(
  db: Db,
  accountId: string,
  { divisionId, startsOn }: { divisionId: number; startsOn: IsoDate },
): Promise<boolean> {
  const above = scopeOf(divisionId).ancestors.filter((id) => id !== divisionId);
  return standsIn(db, accountId, above, startsOn);
}

/** Whether the account has a post in one of these places from a day on, or acts for one. */
export async function standsIn(
  db: Db,
  accountId: string,
  places: readonly number[],
  startsOn: IsoDate,
): Promise<boolean> {
  const ids = [...places];
  const [row] = await db.$queryRaw<{ count: number }[]>`select (
    (select count(*) from appointment where account_id = ${accountId}::uuid and division_id = any(${ids}::int[])
      and ended_at is null and (ends_on is null or ends_on >= ${startsOn}::date)) +
    (select count(*) from deputy where account_id = ${accountId}::uuid and division_id = any(${ids}::int[])
      and ended_at is null and ends_on >= ${startsOn}::date))::int as count`;
  return (row?.count ?? 0) > 0;
}
