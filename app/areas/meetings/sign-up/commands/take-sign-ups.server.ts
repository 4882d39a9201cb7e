import type { PlacedActor } from "~/kernel/actor";
import { audit, auditEach } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { InviteesAdded } from "../../events";
import { holdMeeting, insertInvitees } from "../../invitations/insert-invitees.server";
import { INVITING_STATES } from "../../invitations/inviting-states";
import { MOST_SIGN_UPS } from "../choices";
import type { DeclineSignUp } from "../schema";

/**
 * Brings whoever waits to the list of the invited, as guests of the people, where each is told once and marked when he
 * comes. Whose number is invited already keeps that one invitation. Who finds no room any more goes on waiting.
 */
export async function takeSignUps(
  actor: PlacedActor,
  meetingId: string,
  now = clock(),
): Promise<{ taken: number; over: number }> {
  authorize(actor, "invite", "Invitation");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    await holdMeeting(db, divisionId, meetingId, INVITING_STATES);
    const waiting = await db.$queryRaw<
      { id: string; fullName: string; mobile: string; consentedAt: Date; isInvited: boolean }[]
    >`select s.id::text, s.full_name as "fullName", s.mobile, s.consented_at as "consentedAt",
        exists (select from meeting_invitation i left join person p on p.division_id = i.division_id and p.id = i.person_id
          where i.division_id = s.division_id and i.meeting_id = s.meeting_id and i.withdrawn_at is null
            and (i.mobile = s.mobile or p.mobile = s.mobile)) as "isInvited"
      from sign_up s where s.division_id = ${divisionId} and s.meeting_id = ${meetingId}::uuid and s.state = 'waiting'
        and s.full_name is not null and s.mobile is not null
      order by s.id limit ${MOST_SIGN_UPS} for update of s`;
    const { ids, over } = await insertInvitees(
      db,
      actor,
      meetingId,
      waiting
        .filter(({ isInvited }) => !isInvited)
        .map(({ fullName, mobile, consentedAt }) => ({
          kind: "guest" as const,
          participants: "people" as const,
          name: fullName,
          mobile,
          consentedAt,
        })),
      now,
    );
    await auditEach(db, actor, "invite", "Invitation", ids);
    const taken = await db.$queryRaw<{ id: string }[]>`
      update sign_up s set state = 'taken', invitation_id = i.id, full_name = null, mobile = null, decided_at = ${now},
        decided_by_key = ${actor.key}, decided_by_name = ${actor.name}
      from meeting_invitation i left join person p on p.division_id = i.division_id and p.id = i.person_id
      where s.division_id = ${divisionId} and s.id = any(${waiting.map(({ id }) => id)}::uuid[])
        and i.division_id = s.division_id and i.meeting_id = s.meeting_id and i.withdrawn_at is null
        and (i.mobile = s.mobile or p.mobile = s.mobile)
      returning s.id::text`;
    await auditEach(
      db,
      actor,
      "take",
      "SignUp",
      taken.map(({ id }) => id),
    );
    if (ids.length > 0) await emit(db, actor, InviteesAdded, { meetingId });
    return { taken: taken.length, over };
  });
}

/** Strikes somebody off who waits: his words go at once, his row stays for the count. Refuses what comes too late. */
export async function declineSignUp(
  actor: PlacedActor,
  meetingId: string,
  { signUpId }: DeclineSignUp,
  now = clock(),
) {
  authorize(actor, "invite", "Invitation");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const found = await db.signUp.findUnique({ where: { divisionId_id: { divisionId, id: signUpId } } });
    if (!found || found.meetingId !== meetingId) throw new Refusal("missing", "refusal.missing");
    const { count } = await db.signUp.updateMany({
      where: { divisionId, id: signUpId, state: "waiting" },
      data: {
        state: "declined",
        fullName: null,
        mobile: null,
        subject: null,
        decidedAt: now,
        decidedByKey: actor.key,
        decidedByName: actor.name,
      },
    });
    if (count === 0) throw tooLate("meetings.sign-up.decided");
    await audit(db, actor, "decline", "SignUp", signUpId);
    return { id: signUpId };
  });
}
