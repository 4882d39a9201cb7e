import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { dateOf, todayIn, type IsoDate } from "~/lib/jalali";
import type { Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { reactOnce } from "~/kernel/reaction.server";
import { uuidv7 } from "~/lib/identifiers";
import type { Channel, News, Vars } from "./choices";
import { NewsTold } from "./events";
import { putDown } from "./new-messages.server";
import { addressOf } from "./address";

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
 * Writes to the offices that nobody acts for by an account, where their page has an e-mail address or a mobile number. The
 * letter leads to no page: they have their link and their sheet.
 */
async function writeToOffices(
  db: Db,
  actor: PlacedActor,
  eventId: string,
  tellings: readonly OfficeTelling[],
  withOfficer: ReadonlySet<string>,
  now: Date,
): Promise<void> {
  const without = tellings.filter(({ officeId }) => !withOfficer.has(officeId));
  if (without.length === 0) return;
  const pages = await db.$queryRaw<{ id: string; email: string | null; phone: string | null }[]>`
    select id::text, email, phone from office
    where division_id = ${actor.place.id} and id = any(${without.map(({ officeId }) => officeId)}::uuid[])`;
  const channelOf = new Map<string, Channel>();
  for (const { id, email, phone } of pages) {
    if (addressOf("sms", phone)) channelOf.set(id, "sms");
    if (addressOf("email", email)) channelOf.set(id, "email");
  }
  await putDown(
    db,
    actor,
    without.flatMap(({ officeId, news, params }) => {
      const channel = channelOf.get(officeId);
      return channel
        ? [
            {
              channel,
              kind: news,
              params,
              href: null,
              receiver: "office" as const,
              officeId,
              onceKey: `${eventId}:${news}:office:${officeId}`,
            },
          ]
        : [];
    }),
    now,
  );
}

/**
 * Tells the officers of the actor's place who have an account what concerns their own office, once for an event and
 * reaction. An office without one finds the same behind its link and on its sheet, and is written to
 * where its page says how.
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
    const rows = tellings.flatMap(({ officeId, news, params, href }) =>
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
    );
    if (rows.length > 0) {
      await db.notification.createMany({ data: rows });
      await emit(db, actor, NewsTold, { notificationIds: rows.map(({ id }) => id) });
    }
    await writeToOffices(
      db,
      actor,
      eventId,
      tellings,
      new Set(officers.map(({ officeId }) => officeId)),
      now,
    );
  });
}
