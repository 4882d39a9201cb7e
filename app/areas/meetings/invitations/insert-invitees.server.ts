import type { Seat } from "~/areas/councils/choices";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import type { MeetingState, Participants } from "../choices";
import { MOST_INVITEES, type InviteeKind } from "./choices";
import { canMakeLinks, linkHash } from "./link.server";

/** Somebody to be invited. Of a person of the network the name stands in his own record. */
export type NewInvitee = {
  kind: InviteeKind;
  participants: Participants;
  office?: { divisionId: number; id: string };
  post?: { divisionId: number; id: string };
  personId?: string;
  name?: string;
  roleTitle?: string | null;
  organisation?: string | null;
  /** For which seat of the council whose session it is. */
  seat?: Seat;
  mobile?: string | null;
  email?: string | null;
  consentedAt?: Date;
};

export type Inserted = {
  ids: string[];
  /** Who was invited before. */
  known: number;
  /** Who found no room any more. */
  over: number;
};

/**
 * Holds a meeting of the actor's place, so that whoever changes its invitations at the same time waits. Refuses `missing`, and
 * what comes too late where its state is none of `states`.
 */
export async function holdMeeting(
  db: Db,
  divisionId: number,
  meetingId: string,
  states: readonly MeetingState[],
): Promise<{ state: MeetingState; title: string; kind: string }> {
  const [meeting] = await db.$queryRaw<{ state: MeetingState; title: string; kind: string }[]>`
    select state, title, kind from meeting where division_id = ${divisionId} and id = ${meetingId}::uuid for update`;
  if (!meeting) throw new Refusal("missing", "refusal.missing");
  if (!states.includes(meeting.state)) throw tooLate("meetings.invited.not-now");
  return meeting;
}

/**
 * Adds invitations with running numbers, in the caller's unit of work. An office, a post, a person and a number are invited
 * once; whoever is known already keeps his invitation. The meeting has to be held by `holdMeeting`.
 */
export async function insertInvitees(
  db: Db,
  actor: PlacedActor,
  meetingId: string,
  invitees: readonly NewInvitee[],
  now: Date,
): Promise<Inserted> {
  const divisionId = actor.place.id;
  const ids = invitees.map(() => uuidv7());
  const hashes = canMakeLinks() ? await Promise.all(ids.map((id) => linkHash(divisionId, id, 1))) : [];
  const asked = invitees.map((one, n) => ({
    n,
    id: ids[n],
    hash: hashes[n] ?? null,
    kind: one.kind,
    participants: one.participants,
    office_division: one.office?.divisionId ?? null,
    office: one.office?.id ?? null,
    post_division: one.post?.divisionId ?? null,
    post: one.post?.id ?? null,
    person: one.personId ?? null,
    name: one.name ?? "",
    role: one.roleTitle ?? null,
    organisation: one.organisation ?? null,
    seat: one.seat ?? null,
    mobile: one.mobile ?? null,
    email: one.email ?? null,
    consented: one.consentedAt?.toISOString() ?? null,
  }));
  const again = await inviteAgain(db, divisionId, meetingId, JSON.stringify(asked));
  const [found] = await db.$queryRaw<{ count: number; last: number }[]>`
    select (count(*) filter (where withdrawn_at is null))::int as count, coalesce(max(number), 0)::int as last from meeting_invitation
    where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid`;
  const { count = 0, last = 0 } = found ?? {};
  const room = Math.max(0, MOST_INVITEES - count);
  const rows = await db.$queryRaw<{ id: string; fits: boolean }[]>`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (n int, id uuid, hash text, kind text, participants text,
        office_division int, office uuid, post_division int, post uuid, person uuid, name text, role text, organisation text,
        seat text, mobile text, email text, consented timestamptz)
    ), fresh as (
      select a.*, row_number() over (order by a.n) as r from asked a
      where not exists (select from meeting_invitation i where i.division_id = ${divisionId}
          and i.meeting_id = ${meetingId}::uuid and i.office_id = a.office)
        and not exists (select from meeting_invitation i where i.division_id = ${divisionId}
          and i.meeting_id = ${meetingId}::uuid and i.post_id = a.post)
        and not exists (select from meeting_invitation i where i.division_id = ${divisionId}
          and i.meeting_id = ${meetingId}::uuid and i.person_id = a.person)
        and not exists (select from meeting_invitation i where i.division_id = ${divisionId}
          and i.meeting_id = ${meetingId}::uuid and i.mobile = a.mobile)
    ), inserted as (
      insert into meeting_invitation (division_id, id, meeting_id, number, kind, participants, office_division_id, office_id,
        post_division_id, post_id, person_id, name, role_title, organisation, seat, mobile, email, consented_at, token_hash,
        created_at, created_by_key)
      select ${divisionId}, id, ${meetingId}::uuid, ${last}::int + r, kind, participants, office_division, office,
        post_division, post, person, name, role, organisation, seat, mobile, email, consented, hash, ${now}, ${actor.key}
      from fresh where r <= ${room} returning id
    )
    select f.id::text, i.id is not null as fits from fresh f left join inserted i on i.id = f.id order by f.r`;
  const added = rows.flatMap(({ id, fits }) => (fits ? [id] : []));
  return {
    ids: [...again, ...added],
    known: invitees.length - rows.length - again.length,
    over: rows.length - added.length,
  };
}

/** Whose invitation was taken back is invited under the same number; he answers anew, by another link. */
async function inviteAgain(db: Db, divisionId: number, meetingId: string, asked: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string; turn: number }[]>`
    update meeting_invitation i set withdrawn_at = null, reply = null, reply_note = null, deputy_name = null,
      deputy_role = null, deputy_mobile = null, replied_at = null, attended = null, arrived_at = null, marked_by = null, sent_at = null,
      reminded = '{}', revision = i.revision + 1
    from jsonb_to_recordset(${asked}::jsonb) as a (office uuid, post uuid, person uuid, mobile text)
    where i.division_id = ${divisionId} and i.meeting_id = ${meetingId}::uuid and i.withdrawn_at is not null
      and (i.office_id = a.office or i.post_id = a.post or i.person_id = a.person or i.mobile = a.mobile)
    returning i.id::text, i.link_turn as turn`;
  if (rows.length === 0 || !canMakeLinks()) return rows.map(({ id }) => id);
  const hashes = await Promise.all(rows.map(({ id, turn }) => linkHash(divisionId, id, turn)));
  await db.$executeRaw`update meeting_invitation i set token_hash = h.hash
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${hashes}::text[]) as h (id, hash)
    where i.division_id = ${divisionId} and i.id = h.id`;
  return rows.map(({ id }) => id);
}

/** Refuses a number that an invitee of the meeting has: a guest's own, or that of a person of the network. */
export async function refuseInvitedNumber(
  db: Db,
  divisionId: number,
  meetingId: string,
  mobile: string,
): Promise<void> {
  const [known] = await db.$queryRaw<{ number: number }[]>`
    select i.number from meeting_invitation i
      left join person p on p.division_id = i.division_id and p.id = i.person_id
    where i.division_id = ${divisionId} and i.meeting_id = ${meetingId}::uuid and i.withdrawn_at is null
      and (i.mobile = ${mobile} or p.mobile = ${mobile}) limit 1`;
  if (known)
    throw new Refusal("invalid", `meetings.invite.number-known?number=${known.number}`, { field: "mobile" });
}
