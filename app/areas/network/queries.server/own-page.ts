import type { TieKind } from "../../catalogues/choices";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import type { Capacity, Channel, KeptState, Outcome, StepReason, Tier } from "../choices";
import { maskedNationalCode } from "../people/national-code.server";
import type { Way } from "../people/ways";
import { listWays } from "./ways";

/** Longest list of contacts on one's own page. */
const MOST_CONTACTS = 200;

/** Whose session it is: the link that opened it, unless it is over. Needs a scope that holds the session's hash. */
export async function findMemberSession(db: Db, sessionHash: string, realNow: Date) {
  const [link] = await db.$queryRaw<{ linkId: string; divisionId: number; personId: string }[]>`
    select id::text as "linkId", division_id as "divisionId", person_id::text as "personId" from member_link
    where session_hash = ${sessionHash} and revoked_at is null and session_until > ${realNow}`;
  return link;
}

/** Whether a link to one's own page may still be opened, and of which place it is. Needs a scope that holds its hash. */
export async function findMemberLink(db: Db, tokenHash: string, now: Date) {
  const [link] = await db.$queryRaw<{ divisionId: number }[]>`
    select division_id as "divisionId" from member_link
    where token_hash = ${tokenHash} and revoked_at is null and opened_at is null and expires_at > ${now}`;
  return link;
}

/** A contact as its person sees it, with the words that staff wrote of it and never who wrote them. */
export type OwnContact = {
  id: string;
  day: IsoDate;
  channel: Channel;
  outcome: Outcome;
  /** What he asked for; null where he asked for nothing. */
  asked: string | null;
  /** What was done about it; null while it is open. */
  done: string | null;
  doneOn: IsoDate | null;
  /** What staff noted of it; null where nothing is noted, or where it is what he asked for. */
  note: string | null;
};

/** A relationship as one of its persons sees it: of another person in it, only that there is one. */
export type OwnTie = {
  id: string;
  kind: TieKind;
  type: string;
  /** Read from the second end. */
  back: boolean;
  /** The circle or body; null where the other end is a person. */
  nameFa: string | null;
  nameEn: string | null;
  fromOn: IsoDate | null;
  toOn: IsoDate | null;
  /** What staff noted of it. */
  note: string | null;
};

const listOwnTies = (db: Db, divisionId: number, personId: string) =>
  db.$queryRaw<OwnTie[]>`
    select t.id::text, t.type, t.person_id is distinct from ${personId}::uuid as back,
      case when t.other_circle_id is not null then 'tie-person-circle'
        when t.other_office_id is not null then 'tie-person-office' else 'tie-person-person' end as kind,
      coalesce(c.name, o.name_fa) as "nameFa", coalesce(c.name, o.name_en) as "nameEn",
      t.from_on::text as "fromOn", t.to_on::text as "toOn", t.note
    from tie t left join circle c on c.division_id = t.division_id and c.id = t.other_circle_id
    left join office o on o.division_id = t.division_id and o.id = t.other_office_id
    where t.division_id = ${divisionId} and ${personId}::uuid in (t.person_id, t.other_person_id)
    order by t.to_on desc nulls first, t.from_on desc nulls last, t.id limit ${MOST_CONTACTS}`;

/** Everything that is held about a person, as he reads it himself: the notes of staff word for word without who wrote them; what his files hold alone is left out. */
export async function getOwnPage(db: Db, divisionId: number, personId: string) {
  const person = await db.person.findUnique({ where: { divisionId_id: { divisionId, id: personId } } });
  if (!person || person.erasedAt) throw new Refusal("missing", "refusal.missing");
  const contacts = await db.$queryRaw<OwnContact[]>`
    select id::text, happened_on::text as day, channel,
      case when action_needed then 'action-needed' else outcome end as outcome,
      case when action_needed then coalesce(note, '') end as asked,
      case when action_taken_at is not null then coalesce(action_taken_note, '') end as done,
      (action_taken_at at time zone 'Asia/Tehran')::date::text as "doneOn",
      case when not action_needed then note end as note
    from contact where division_id = ${divisionId} and person_id = ${personId}::uuid
    order by happened_on desc, id desc limit ${MOST_CONTACTS}`;
  const circles = await db.$queryRaw<
    { id: string; name: string; fromOn: IsoDate; toOn: IsoDate | null }[]
  >`select m.id::text, c.name, m.from_on::text as "fromOn", m.to_on::text as "toOn" from membership m
      join circle c on c.division_id = m.division_id and c.id = m.circle_id
      where m.division_id = ${divisionId} and m.person_id = ${personId}::uuid order by m.from_on desc, m.id`;
  const steps = await db.$queryRaw<
    { id: string; state: KeptState; reason: StepReason | null; note: string | null; day: IsoDate }[]
  >`select id::text, state, reason, note, happened_on::text as day from person_state_change
      where division_id = ${divisionId} and person_id = ${personId}::uuid order by happened_on desc, id desc`;
  const files = await db.$queryRaw<{ id: string; day: IsoDate; type: string; title: string }[]>`
    select id::text, (added_at at time zone 'Asia/Tehran')::date::text as day, file_type as type, title from person_file
    where division_id = ${divisionId} and person_id = ${personId}::uuid and removed_at is null
    order by id desc limit ${MOST_CONTACTS}`;
  const correction = await db.personCorrection.findUnique({
    where: { divisionId_personId: { divisionId, personId } },
  });
  return {
    fullName: person.fullName,
    mobile: person.mobile,
    nationalCode: maskedNationalCode(divisionId, personId, person.nationalCodeSealed),
    locality: person.locality,
    capacities: person.capacities as Capacity[],
    tier: person.tier as Tier,
    state: person.state as KeptState,
    source: person.source,
    joinedOn: person.joinedOn ? isoOfDate(person.joinedOn) : null,
    noContact: person.noContact,
    note: person.note,
    preferredWay: person.preferredWay as Way | null,
    revision: person.revision,
    ways: await listWays(db, divisionId, personId),
    contacts,
    circles,
    ties: await listOwnTies(db, divisionId, personId),
    steps,
    files,
    correction: correction && {
      fullName: correction.fullName,
      mobile: correction.mobile,
      locality: correction.locality,
    },
  };
}
export type OwnPage = Awaited<ReturnType<typeof getOwnPage>>;
