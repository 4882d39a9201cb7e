import { listOffices } from "~/areas/bodies/queries.server";
import { getCouncil, listCouncilInvitees } from "~/areas/councils/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn, type IsoDate } from "~/lib/jalali";
import type { NewInvitee } from "../insert-invitees.server";
import { classOf, invite, type Invited } from "../inviting.server";

/** The council whose session a meeting is, and its day. Refuses `missing` where it is none. */
async function councilOf(db: Db, divisionId: number, meetingId: string) {
  const [row] = await db.$queryRaw<{ councilId: string | null; heldOn: IsoDate }[]>`
    select council_id::text as "councilId", held_on::text as "heldOn" from meeting
    where division_id = ${divisionId} and id = ${meetingId}::uuid`;
  if (!row || row.councilId === null) throw new Refusal("missing", "refusal.missing");
  return { councilId: row.councilId, heldOn: row.heldOn };
}

/**
 * Invites whoever has a seat in the council on the day of its session, with its standing guests. Who speaks for an office is
 * invited by the office. Pressed again it adds who is new; an office that was invited otherwise has its seat from here on.
 */
export async function inviteCouncil(actor: PlacedActor, meetingId: string, now = clock()): Promise<Invited> {
  const divisionId = actor.place.id;
  return invite(actor, meetingId, now, async (db) => {
    const { councilId, heldOn } = await councilOf(db, divisionId, meetingId);
    await getCouncil(db, divisionId, councilId);
    const seated = await listCouncilInvitees(db, divisionId, councilId, heldOn);
    if (seated.length === 0) throw new Refusal("invalid", "meetings.invite.council.nobody");
    const offices = new Map((await listOffices(db, divisionId, todayIn(now))).map((one) => [one.id, one]));
    const seats = seated.flatMap(({ officeId, seat }) => (officeId ? [{ office: officeId, seat }] : []));
    await db.$executeRaw`update meeting_invitation i set seat = a.seat, revision = i.revision + 1
      from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as a (office uuid, seat text)
      where i.division_id = ${divisionId} and i.meeting_id = ${meetingId}::uuid and i.office_id = a.office
        and i.seat is distinct from a.seat`;
    const known = await db.$queryRaw<{ name: string; seat: string }[]>`
      select name, seat from meeting_invitation where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid
        and seat is not null and office_id is null and withdrawn_at is null limit 2000`;
    return seated.flatMap(({ officeId, seat, name, roleTitle }): NewInvitee[] => {
      const office = officeId === null ? undefined : offices.get(officeId);
      if (office)
        return [
          {
            kind: "office",
            participants: classOf(office),
            office,
            name: office.nameFa,
            roleTitle: [name, roleTitle].filter(Boolean).join(" · "),
            seat,
          },
        ];
      if (known.some((one) => one.name === name && one.seat === seat)) return [];
      return [{ kind: "guest", participants: seat === "guest" ? "people" : "bodies", name, roleTitle, seat }];
    });
  });
}
