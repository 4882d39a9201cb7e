import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import type { Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { reactOnce } from "~/kernel/reaction.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { NewsTold } from "./events";
import { listRecipients } from "./queries.server";
import type { News, Vars } from "./choices";

/** What is told. `href` begins behind the place; `exceptKey` is whoever did it himself and need not be told. */
export type Telling = {
  news: News;
  params: Vars;
  href: string;
  exceptKey?: string | null;
  /** Told to these accounts alone, where they hold a post here. */
  only?: string | readonly string[];
};

/**
 * Tells everybody with an appointment in force in the actor's place, once for an event and reaction, however often the
 * job comes. `compose` reads the record as it stands and may find that there is nothing to tell.
 */
export async function tellStaff(
  actor: PlacedActor,
  eventId: string,
  reaction: string,
  now: Date,
  compose: (db: Db) => Promise<Telling | null>,
): Promise<boolean> {
  authorize(actor, "tell", "Notification");
  const divisionId = actor.place.id;
  return reactOnce(actor, eventId, reaction, async (db) => {
    const telling = await compose(db);
    if (!telling) return;
    const staff = await listRecipients(db, divisionId, todayIn(now), telling.exceptKey);
    const only = telling.only === undefined ? null : new Set([telling.only].flat());
    const recipients = only ? staff.filter((accountId) => only.has(accountId)) : staff;
    const rows = recipients.map((accountId) => ({
      divisionId,
      id: uuidv7(),
      accountId,
      key: telling.news,
      params: telling.params,
      href: `/${divisionId}${telling.href}`,
      createdAt: now,
    }));
    if (rows.length === 0) return;
    await db.notification.createMany({ data: rows });
    await emit(db, actor, NewsTold, { notificationIds: rows.map(({ id }) => id) });
  });
}
