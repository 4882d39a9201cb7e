import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import type { MeetingKind, MeetingState, QuorumKind } from "../choices";

/** What a meeting has of its calling, beside what every meeting has. */
export type Calling = {
  id: string;
  divisionId: number;
  kind: MeetingKind;
  state: MeetingState;
  title: string;
  heldOn: IsoDate;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  revision: number;
  typeCode: string | null;
  seriesId: string | null;
  seriesTitle: string | null;
  councilId: string | null;
  councilFa: string | null;
  councilEn: string | null;
  /** By what rule its council decides; the type's rule holds without one. */
  councilQuorum: QuorumKind | null;
  councilQuorumCount: number | null;
  /** Which session of its council it is, from its announcement on. */
  sequenceNumber: number | null;
  roomId: string | null;
  roomName: string | null;
  chairPostId: string | null;
  chairName: string | null;
  chairTitleFa: string | null;
  chairTitleEn: string | null;
  secretaryPostId: string | null;
  secretaryTitleFa: string | null;
  secretaryTitleEn: string | null;
  hostOfficeId: string | null;
  hostFa: string | null;
  hostEn: string | null;
  invitationNumber: string | null;
  announcedAt: Date | null;
  icsSequence: number;
  movedFrom: MovedFrom | null;
};
/** When and where it was before it was moved last. */
export type MovedFrom = { heldOn: IsoDate; startsAt: string; endsAt: string; place: string | null };

/** How a meeting of a place or the places below it is called together. Room and series are known to its place alone. */
export async function getCalling(db: Db, place: Pick<Place, "lo" | "hi">, id: string): Promise<Calling> {
  const [row] = await db.$queryRaw<Calling[]>`
    select m.id::text, m.division_id as "divisionId", m.kind, m.state, m.title, m.held_on::text as "heldOn",
      m.starts_at as "startsAt", m.ends_at as "endsAt", m.place, m.revision, m.type_code as "typeCode",
      m.series_id::text as "seriesId", s.title as "seriesTitle", m.sequence_number as "sequenceNumber",
      m.council_id::text as "councilId", q.name_fa as "councilFa", q.name_en as "councilEn",
      q.quorum_kind as "councilQuorum", q.quorum_count as "councilQuorumCount",
      m.room_id::text as "roomId", r.name as "roomName",
      m.chair_post_id::text as "chairPostId", m.chair_name as "chairName",
      c.title_fa as "chairTitleFa", c.title_en as "chairTitleEn", m.secretary_post_id::text as "secretaryPostId",
      k.title_fa as "secretaryTitleFa", k.title_en as "secretaryTitleEn", m.host_office_id::text as "hostOfficeId",
      o.name_fa as "hostFa", o.name_en as "hostEn", m.invitation_number as "invitationNumber",
      m.announced_at as "announcedAt", m.ics_sequence as "icsSequence", m.moved_from as "movedFrom"
    from division d
    join meeting m on m.division_id = d.id and m.id = ${id}::uuid
    left join meeting_series s on s.division_id = m.division_id and s.id = m.series_id
    left join meeting_room r on r.division_id = m.division_id and r.id = m.room_id
    left join post c on c.division_id = m.division_id and c.id = m.chair_post_id
    left join post k on k.division_id = m.division_id and k.id = m.secretary_post_id
    left join council q on q.division_id = m.division_id and q.id = m.council_id
    left join office o on o.division_id = m.division_id and o.id = m.host_office_id
    where d.id between ${place.lo} and ${place.hi}`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

/** A planned meeting as a desk shows it. */
export type NextMeeting = {
  id: string;
  title: string;
  heldOn: IsoDate;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  state: MeetingState;
};

/** The planned meetings of one place from a day on, the nearest first. */
export async function listNextMeetings(
  db: Db,
  divisionId: number,
  from: IsoDate,
  size: number,
): Promise<NextMeeting[]> {
  return db.$queryRaw<NextMeeting[]>`
    select id::text, title, held_on::text as "heldOn", starts_at as "startsAt", ends_at as "endsAt", place, state
    from meeting where division_id = ${divisionId} and state in ('draft', 'announced', 'in-session')
      and held_on >= ${from}::date
    order by held_on, starts_at, id limit ${size}`;
}

/** Another meeting in the same hours, and what both need. */
export type Clash = {
  id: string;
  title: string;
  heldOn: IsoDate;
  startsAt: string;
  endsAt: string;
  state: MeetingState;
  /** `people`: how many are invited to both. */
  chair: boolean;
  secretary: boolean;
  room: boolean;
  people: number;
};

/** Planned meetings of the same place in the hours of this one that need its room, chair, secretary or people. */
export async function listClashes(db: Db, divisionId: number, meetingId: string): Promise<Clash[]> {
  return db.$queryRaw<Clash[]>`
    select * from (
      select o.id::text, o.title, o.held_on::text as "heldOn", o.starts_at as "startsAt", o.ends_at as "endsAt", o.state,
        coalesce(o.room_id = m.room_id, false) as room,
        coalesce(o.chair_post_id = m.chair_post_id, false) as chair,
        coalesce(o.secretary_post_id = m.secretary_post_id, false) as secretary,
        (select count(*)::int from meeting_invitation a join meeting_invitation b on b.division_id = a.division_id
            and b.meeting_id = o.id and (b.person_id = a.person_id or b.post_id = a.post_id or b.office_id = a.office_id)
              and b.withdrawn_at is null and coalesce(b.reply, 'yes') <> 'no'
          where a.division_id = m.division_id and a.meeting_id = m.id and a.withdrawn_at is null) as people
      from meeting m join meeting o on o.division_id = m.division_id and o.id <> m.id
        and o.held_on between m.held_on - 1 and m.held_on + 1 and o.during && m.during
        and o.state in ('draft', 'announced', 'in-session')
      where m.division_id = ${divisionId} and m.id = ${meetingId}::uuid) c
    where room or chair or secretary or people > 0
    order by "heldOn", "startsAt" limit 5`;
}

/** The classes of participants of whom nobody is invited yet. */
export async function classesNotInvited(
  db: Db,
  divisionId: number,
  meetingId: string,
  required: readonly string[],
): Promise<string[]> {
  if (required.length === 0) return [];
  const rows = await db.$queryRaw<{ participants: string }[]>`
    select distinct participants from meeting_invitation
    where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid and withdrawn_at is null limit 20`;
  return required.filter((one) => !rows.some((row) => row.participants === one));
}
