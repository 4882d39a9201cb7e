import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import type { News } from "../choices";
import { tellStaff } from "../tell.server";

type AboutPost = Extract<News, `${"holder" | "deputy"}-${string}`>;

/**
 * Tells a place who came to hold or act for one of its posts, and that a link was made which opens it: nobody comes to
 * read a place without the place knowing. By the post's title, never a name.
 */
export async function tellOfPost(
  actor: PlacedActor,
  eventId: string,
  news: AboutPost,
  about: { appointmentId?: string | undefined; deputyId?: string | undefined },
  now = clock(),
) {
  const divisionId = actor.place.id;
  return tellStaff(actor, eventId, "tell-of-post", now, async (db) => {
    const [post] = await db.$queryRaw<{ nameFa: string; nameEn: string; byKey: string }[]>`
      select p.title_fa as "nameFa", p.title_en as "nameEn", by.key as "byKey"
      from (
        select post_id, created_by_key as key from appointment
          where division_id = ${divisionId} and id = ${about.appointmentId ?? null}::uuid
        union all
        select post_id, named_by_key from deputy
          where division_id = ${divisionId} and id = ${about.deputyId ?? null}::uuid
      ) by join post p on p.division_id = ${divisionId} and p.id = by.post_id`;
    if (!post) return null;
    const { byKey, ...params } = post;
    return { news, params, href: `/posts/${divisionId}`, exceptKey: byKey };
  });
}
