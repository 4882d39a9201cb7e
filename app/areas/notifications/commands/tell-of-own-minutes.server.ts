import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import type { Db } from "~/kernel/db.server";
import { digestId } from "~/kernel/digest-id.server";
import { todayIn, type IsoDate } from "~/lib/jalali";
import { tellStaff } from "../tell.server";

type About = { meetingId: string; draftId: string };

/** How the record is read: meetings stand above this area, and say themselves what their minutes wait for. */
type Read<A, R> = (db: Db, divisionId: number, about: A, today: IsoDate) => Promise<R | null>;

/** Tells the staff of the place that the draft of minutes is open for what they have to say, but whoever opened it. */
export async function tellOfOpenMinutes(
  actor: PlacedActor,
  eventId: string,
  { by, ...about }: About & { by: string },
  read: Read<About, { title: string; until: IsoDate }>,
  now = clock(),
) {
  return tellStaff(actor, eventId, "tell-of-open-minutes", now, async (db) => {
    const open = await read(db, actor.place.id, about, todayIn(now));
    return (
      open && {
        news: "minutes-for-comment",
        params: { title: open.title, day: open.until },
        href: `/meetings/${about.meetingId}/minutes`,
        exceptKey: by,
      }
    );
  });
}

/**
 * Tells those who may approve minutes that they wait for it, once: also where a window was taken back and opened anew to
 * the same last day.
 */
export async function tellChairOfMinutes(
  actor: PlacedActor,
  eventId: string,
  about: About & { until: string | null },
  read: Read<About & { until: string | null }, { title: string; heldOn: IsoDate; approvers: string[] }>,
  now = clock(),
) {
  const { draftId, until } = about;
  const once =
    until === null
      ? eventId
      : await digestId((hash) => void hash.update(["minutes-to-approve", draftId, until].join(" ")));
  return tellStaff(actor, once, "tell-chair-of-minutes", now, async (db) => {
    const waiting = await read(db, actor.place.id, about, todayIn(now));
    return (
      waiting && {
        news: "minutes-to-approve",
        params: { title: waiting.title, day: waiting.heldOn },
        href: `/meetings/${about.meetingId}/minutes`,
        only: waiting.approvers,
      }
    );
  });
}
