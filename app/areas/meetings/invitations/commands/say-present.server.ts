import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { searchKey } from "~/lib/persian-text";
import { MOST_CODE_TRIES } from "../choices";
import { getCalledMeeting, getInvitation } from "../queries.server";
import type { SayPresent } from "../schema";

/**
 * An invitee says by the meeting's code that he is there: while it sits, and after few wrong codes no more. Whom the list has
 * marked already stays as he was marked.
 */
export async function sayPresent(
  hand: PlacedActor,
  invitationId: string,
  { code }: SayPresent,
  now = clock(),
) {
  authorize(hand, "answer", "Invitation", { id: invitationId });
  const outcome = await within(
    hand,
    async (db) => {
      const divisionId = hand.place.id;
      const { meetingId } = await getInvitation(db, divisionId, invitationId);
      const meeting = await getCalledMeeting(db, divisionId, meetingId);
      if (meeting.state !== "in-session") throw tooLate("meetings.code.not-in-session");
      const [row] = await db.$queryRaw<
        { code: string; tries: number; attended: string | null; reply: string | null }[]
      >`
      select s.code, i.code_tries as tries, i.attended, i.reply from meeting_invitation i
        join meeting_session s on s.division_id = i.division_id and s.meeting_id = i.meeting_id
      where i.division_id = ${divisionId} and i.id = ${invitationId}::uuid and i.withdrawn_at is null for update of i`;
      if (!row) throw new Refusal("missing", "refusal.missing");
      if (row.attended !== null) return "done";
      if (row.tries >= MOST_CODE_TRIES) return "locked";
      const where = { divisionId, id: invitationId };
      if (searchKey(code).replace(/\D/g, "") !== row.code) {
        await db.meetingInvitation.updateMany({ where, data: { codeTries: { increment: 1 } } });
        return "wrong";
      }
      await db.meetingInvitation.updateMany({
        where,
        data: {
          attended: row.reply === "deputy" ? "deputy" : "present",
          arrivedAt: now,
          markedBy: "code",
        },
      });
      await audit(db, hand, "say-present", "Invitation", invitationId, ["attended"]);
      return "done";
    },
    { everyTime: true },
  );
  // A wrong code is counted, so it is refused after its unit of work has ended.
  if (outcome === "wrong") throw new Refusal("invalid", "meetings.code.wrong", { field: "code" });
  if (outcome === "locked") throw new Refusal("invalid", "meetings.code.locked", { field: "code" });
  return { id: invitationId };
}
