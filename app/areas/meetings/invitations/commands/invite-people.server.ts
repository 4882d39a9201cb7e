import { getCircle } from "~/areas/network/queries.server/circles";
import { getPeopleList } from "~/areas/network/queries.server/lists";
import { ownerKeys, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { PeopleCalled } from "../../events";
import { holdMeeting } from "../insert-invitees.server";
import { INVITING_STATES } from "../inviting-states";
import type { InvitePeople } from "../schema";

/** Invites whom a saved list or a circle holds: a job takes them page by page, and says how far it has come. */
export async function invitePeople(
  actor: PlacedActor,
  meetingId: string,
  { source }: InvitePeople,
  now = clock(),
): Promise<{ id: string }> {
  authorize(actor, "invite", "Invitation");
  return within(actor, async (db) => {
    const { place } = actor;
    await holdMeeting(db, place.id, meetingId, INVITING_STATES);
    const readerKeys = ownerKeys(actor);
    const { name: title } =
      source.kind === "list"
        ? await getPeopleList(db, place.id, source.id, readerKeys)
        : await getCircle(db, { ...place, lo: place.id, hi: place.id }, source.id);
    const id = uuidv7();
    await db.meetingCalling.create({
      data: {
        divisionId: place.id,
        id,
        meetingId,
        kind: source.kind,
        sourceId: source.id,
        title,
        participants: "network",
        readerKeys,
        state: "runs",
        createdAt: now,
        createdByKey: actor.key,
      },
    });
    await audit(db, actor, "invite", "Meeting", meetingId);
    await emit(db, actor, PeopleCalled, { callingId: id });
    return { id };
  });
}
