import { scopeOf, type Actor, type Role } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { PlaceOpened } from "../events";
import { hasEveryUsualPost, usualPosts } from "../usual-posts";

/** Opens those of a place's usual posts that it does not have yet, and says that the place is open. */
export async function openPosts(
  actor: Actor,
  divisionId: number,
  { experts }: { experts: 1 | 2 },
  now = clock(),
) {
  authorize(actor, "open", "Post");
  const openedOn = dateOf(todayIn(now));

  return within(actor, async (db) => {
    const [division] = await db.$queryRaw<{ open: boolean }[]>`
      select valid_to is null as open from division where id = ${divisionId}::int for update`;
    if (!division) throw new Refusal("missing", "refusal.missing");
    if (!division.open) throw tooLate("posts.place-closed");
    const there = await db.post.groupBy({
      by: ["role"],
      where: { divisionId, closedOn: null },
      _count: true,
    });
    const countOf = (role: string) => there.find((one) => one.role === role)?._count ?? 0;
    const posts = usualPosts(scopeOf(divisionId).level, experts).flatMap(({ count, ...post }) =>
      Array.from({ length: Math.max(0, count - countOf(post.role)) }, () => post),
    );
    if (posts.length === 0) {
      const { level } = scopeOf(divisionId);
      const roles = there.flatMap(({ role, _count }) => Array.from({ length: _count }, () => role));
      throw hasEveryUsualPost(level, roles as Role[])
        ? tooLate("posts.all-open")
        : new Refusal("conflict", "posts.all-open");
    }
    await db.post.createMany({
      data: posts.map((post) => ({ divisionId, id: uuidv7(), openedOn, ...post })),
    });
    await audit(db, actor, "open", "Post", String(divisionId), [], divisionId);
    await emit(db, actor, PlaceOpened, { divisionId });
    return { opened: posts.length };
  });
}
