import type { Level, Place, Role } from "~/kernel/actor";
import { scopeOf } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { addDays, type IsoDate } from "~/lib/jalali";
import { DAYS_AHEAD, type Counts, type SignedAs } from "./choices";
import { frozenLines, liveInventory, type InventoryLine } from "./inventory.server";

/** Posts that pass work on. A governor decides; nothing is in his hands here. */
const PASSING_ON: readonly Role[] = ["assistant", "expert", "representative", "provincial-expert"];

/** A post that passes on, as it stands today: from the last thirty days of a holder to the signed receipt. */
export type Passing = {
  divisionId: number;
  appointmentId: string;
  postId: string;
  titleFa: string;
  titleEn: string;
  placeFa: string;
  placeEn: string;
  leaverName: string;
  leaverAccount: string;
  lastDay: IsoDate;
  isOver: boolean;
  /** Who holds the post after the leaver, or is appointed to. */
  successorName: string | null;
  successorAccount: string | null;
  successorAppointmentId: string | null;
  /** Whether the successor has begun. */
  hasBegun: boolean;
  hasGovernor: boolean;
  handOver: {
    id: string;
    signedOn: IsoDate;
    signedAs: SignedAs;
    signedByKey: string;
    signedByName: string;
    isFrozen: boolean;
    counts: Counts;
    openItems: number;
    receivedOn: IsoDate | null;
    receivedByName: string | null;
    days: number | null;
    revision: number;
  } | null;
};

/** Whose move it is: the leaver signs, or the governor, or the level above; the successor receives; nobody is there yet. */
export type Move = "leaver" | "governor" | "above" | "successor" | "appoint" | "done";

export function moveOf({ handOver, isOver, hasGovernor, hasBegun }: Passing): Move {
  if (handOver?.receivedOn) return "done";
  if (handOver) return hasBegun ? "successor" : "appoint";
  if (!isOver) return "leaver";
  return hasGovernor ? "governor" : "above";
}

type HandOver = NonNullable<Passing["handOver"]>;
/** A post that passes on as pages show it: whose move it is, and no key of anybody. */
export type ShownPassing = Omit<Passing, "leaverAccount" | "successorAccount" | "handOver"> & {
  move: Move;
  handOver: Omit<HandOver, "signedByKey"> | null;
};

export function asShown(passing: Passing): ShownPassing {
  const { leaverAccount: _leaver, successorAccount: _successor, handOver, ...rest } = passing;
  const move = moveOf(passing);
  if (!handOver) return { ...rest, move, handOver: null };
  const { signedByKey: _signer, ...shown } = handOver;
  return { ...rest, move, handOver: shown };
}

/** The row that abilities are asked about. */
export const handOverRow = ({ divisionId, appointmentId, postId, isOver }: Passing) => ({
  divisionId,
  appointmentId,
  postId,
  isOver,
  level: scopeOf(divisionId).level,
});

type Asked = { lo: number; hi: number; level?: Level; appointmentId?: string; withDone?: boolean };

/**
 * The posts of some places that pass on: the newest holder of each who has gone or goes within thirty days, unless the same
 * person holds it again. Those whose receipt is signed only `withDone`.
 */
export async function listPassing(db: Db, asked: Asked, today: IsoDate): Promise<Passing[]> {
  const { lo, hi, level = null, appointmentId = null, withDone = false } = asked;
  return db.$queryRaw<Passing[]>`
    select a.division_id as "divisionId", a.id::text as "appointmentId", a.post_id::text as "postId",
      p.title_fa as "titleFa", p.title_en as "titleEn", d.name_fa as "placeFa", d.name_en as "placeEn",
      a.holder_name as "leaverName", a.account_id::text as "leaverAccount", a.ends_on::text as "lastDay",
      (a.ended_at is not null or a.ends_on < ${today}::date) as "isOver",
      s.holder_name as "successorName", s.account_id::text as "successorAccount", s.id::text as "successorAppointmentId",
      coalesce(s.starts_on <= ${today}::date, false) as "hasBegun",
      exists (select from appointment g join post gp on gp.division_id = g.division_id and gp.id = g.post_id
        where g.division_id = a.division_id and gp.role = 'governor' and g.ended_at is null
          and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date)) as "hasGovernor",
      case when h.id is not null then jsonb_build_object('id', h.id, 'signedOn', h.signed_on, 'signedAs', h.signed_as,
        'signedByKey', h.signed_by_key, 'signedByName', h.signed_by_name, 'isFrozen', h.frozen_at is not null,
        'counts', h.counts, 'openItems', h.open_items, 'receivedOn', h.received_on, 'receivedByName', h.received_by_name,
        'days', h.days, 'revision', h.revision) end as "handOver"
    from appointment a
    join post p on p.division_id = a.division_id and p.id = a.post_id and p.closed_on is null
    join division d on d.id = a.division_id
    left join hand_over h on h.division_id = a.division_id and h.appointment_id = a.id
    left join lateral (select n.* from appointment n where n.division_id = a.division_id and n.post_id = a.post_id
      and n.starts_on > a.starts_on and n.id <> a.id and (n.ended_at is null or n.ends_on is not null)
      order by n.starts_on limit 1) s on true
    where a.division_id between ${lo} and ${hi} and a.ends_on is not null and a.starts_on <= ${today}::date
      and (a.ended_at is not null or a.ends_on <= ${addDays(today, DAYS_AHEAD)}::date)
      and p.role = any(${[...PASSING_ON]}::text[]) and s.account_id is distinct from a.account_id
      and (${level}::text is null or d.level = ${level}) and (${appointmentId}::uuid is null or a.id = ${appointmentId}::uuid)
      and (h.id is not null or not exists (select from appointment n where n.division_id = a.division_id
        and n.post_id = a.post_id and n.starts_on > a.starts_on and n.ends_on is not null
        and (n.ended_at is not null or n.ends_on < ${today}::date)))
      and (${withDone} or h.received_on is null)
    order by a.ends_on desc, a.id limit 200`;
}

/** One post that passes on, by its leaver's appointment. Refuses with `missing` when there is nothing to pass on. */
export async function getPassing(db: Db, divisionId: number, appointmentId: string, today: IsoDate) {
  const asked = { lo: divisionId, hi: divisionId, appointmentId, withDone: true };
  const [passing] = await listPassing(db, asked, today);
  if (!passing) throw new Refusal("missing", "refusal.missing");
  return passing;
}

/** A worker that slept so many days still finds what the calendar did meanwhile. */
const DAYS_TURNED = 30;

/** Lines of each part that a page shows, and that the paper has. */
const SHOWN = 12;
const PRINTED = 2000;

/**
 * What is passed on: as it was signed, else as it stands today. From above there are numbers alone, and before the
 * signing not even those.
 */
export async function readInventory(
  db: Db,
  place: Pick<Place, "id" | "level">,
  passing: Passing,
  today: IsoDate,
  isWhole: boolean,
): Promise<{ counts: Counts; lines: InventoryLine[] } | null> {
  const size = isWhole ? PRINTED : SHOWN;
  const { divisionId, handOver } = passing;
  if (handOver) {
    const lines = place.id === divisionId ? await frozenLines(db, divisionId, handOver.id, size) : [];
    return handOver.isFrozen ? { counts: handOver.counts, lines } : null;
  }
  if (place.id !== divisionId) return null;
  return liveInventory(db, { place, hands: [passing.leaverAccount, passing.postId], today }, size);
}

/** Posts whose holder went or came by the calendar in the last days, in every place. */
export async function postsTurnedOver(
  db: Db,
  today: IsoDate,
): Promise<{ divisionId: number; postId: string }[]> {
  const from = addDays(today, -DAYS_TURNED);
  return db.$queryRaw`
    select distinct a.division_id as "divisionId", a.post_id::text as "postId" from appointment a
    where a.ended_at is null and a.division_id between 0 and 99999
      and (a.ends_on between ${from}::date and ${addDays(today, -1)}::date or a.starts_on between ${from}::date and ${today}::date)
    order by 1 limit 5000`;
}
