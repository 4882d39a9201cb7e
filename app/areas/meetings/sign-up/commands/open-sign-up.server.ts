import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { newPosterToken } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { holdMeeting } from "../../invitations/insert-invitees.server";
import { getCalledMeeting } from "../../invitations/queries.server";
import type { CloseSignUp, OpenSignUp } from "../schema";

/**
 * Opens the address at which anybody may put his name down for a meeting among the people, or opens it anew with another
 * day and number of places; the address stays, for it stands on posters. Refuses `conflict` for a meeting that is not
 * announced, and `invalid` for a day that is over or behind the meeting.
 */
export async function openSignUp(
  actor: PlacedActor,
  meetingId: string,
  { until, capacity }: OpenSignUp,
  now = clock(),
) {
  authorize(actor, "open", "SignUp");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const { kind } = await holdMeeting(db, divisionId, meetingId, ["announced"]);
    if (kind !== "among-people") throw new Refusal("conflict", "meetings.sign-up.not-public");
    const { heldOn } = await getCalledMeeting(db, divisionId, meetingId);
    if (until < todayIn(now) || until > heldOn)
      throw new Refusal("invalid", "meetings.sign-up.until-outside", { field: "until" });
    await db.$executeRaw`insert into sign_up_page (division_id, meeting_id, token, until, capacity, opened_at,
        opened_by_key, opened_by_name)
      values (${divisionId}, ${meetingId}::uuid, ${newPosterToken()}, ${dateOf(until)}, ${capacity}, ${now}, ${actor.key},
        ${actor.name})
      on conflict (division_id, meeting_id) do update set until = excluded.until, capacity = excluded.capacity,
        closed_at = null, revision = sign_up_page.revision + 1`;
    await audit(db, actor, "open", "SignUp", meetingId, ["until", "capacity"]);
    return { id: meetingId };
  });
}

/** Closes the page before its day: whoever comes by the address or the poster finds it closed. */
export async function closeSignUp(
  actor: PlacedActor,
  meetingId: string,
  { revision }: CloseSignUp,
  now = clock(),
) {
  authorize(actor, "open", "SignUp");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const page = await db.signUpPage.findUnique({
      where: { divisionId_meetingId: { divisionId, meetingId } },
    });
    if (!page) throw new Refusal("missing", "refusal.missing");
    const { count } = await db.signUpPage.updateMany({
      where: { divisionId, meetingId, revision, closedAt: null },
      data: { closedAt: now, revision: { increment: 1 } },
    });
    if (count === 0) throw new Refusal("conflict", "meetings.changed-meanwhile");
    await audit(db, actor, "close", "SignUp", meetingId);
    return { id: meetingId };
  });
}
