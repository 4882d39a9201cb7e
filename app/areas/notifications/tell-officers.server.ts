import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { dateOf, todayIn, type IsoDate } from "~/lib/jalali";
import type { Db } from "~/kernel/db.server";
import { reactOnce } from "~/kernel/reaction.server";
import { uuidv7 } from "~/lib/identifiers";
import type { News, Vars } from "./choices";

/** What one office is told; `href` begins behind its desk. */
export type OfficeTelling = { officeId: string; news: News; params: Vars; href: string };

/** Who acts for these offices of a place by an account, on a day. */
async function officersOf(
  db: Db,
  divisionId: number,
  officeIds: readonly string[],
  day: IsoDate,
): Promise<{ officeId: string; accountId: string }[]> {
  const date = dateOf(day);
  return db.$queryRaw`
    select distinct a.office_id::text as "officeId", a.account_id::text as "accountId" from office_appointment a
    where a.division_id = ${divisionId} and a.office_id = any(${[...officeIds]}::uuid[]) and a.ended_at is null
      and a.starts_on <= ${date}::date and (a.ends_on is null or a.ends_on >= ${date}::date)
    order by 1, 2 limit 2000`;
}

/**
 * Tells the officers of the actor's place who have an account what concerns their own office, once for an event and
 * reaction. An office without one finds the same behind its link and on its sheet.
 */
export async function tellOfficers(
  actor: PlacedActor,
  eventId: string,
  reaction: string,
  now: Date,
  compose: (db: Db) => Promise<readonly OfficeTelling[]>,
): Promise<boolean> {
  authorize(actor, "tell", "Notification");
  const divisionId = actor.place.id;
  return reactOnce(actor, eventId, `${reaction}:officers`, async (db) => {
    const tellings = await compose(db);
    if (tellings.length === 0) return;
    const offices = tellings.map(({ officeId }) => officeId);
    const officers = await officersOf(db, divisionId, offices, todayIn(now));
    await db.notification.createMany({
      data: tellings.flatMap(({ officeId, news, params, href }) =>
        officers
          .filter((officer) => officer.officeId === officeId)
          .map(({ accountId }) => ({
            divisionId,
            id: uuidv7(),
            accountId,
            officeId,
            key: news,
            params,
            href: `/${divisionId}/office/${officeId}${href}`,
            createdAt: now,
          })),
      ),
    });
  });
}
