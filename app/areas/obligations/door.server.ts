import { keepGroupUses, keepOfficesStanding, type GroupUse } from "~/areas/bodies/door.server";
import { listGroupMembers, listGroups, listOffices, listOfficesBelow } from "~/areas/bodies/queries.server";
import type { GroupRow, OfficeRow } from "~/areas/bodies/schema";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn, type IsoDate } from "~/lib/jalali";
import type { IssuedDeadline } from "./deadlines/deadline";
import { debtorsDays } from "./issue/debtors-days.server";
import { reckonForDebtors } from "./deadlines/reckon-for-debtors.server";

export { addresseeOf, namesOf, nextNumber } from "./issue/decision.server";
export { listAddressees, nameableOffices, type Addressees } from "./issue/addressees.server";
export { calendarOf, calendarOfStep } from "./deadlines/calendar.server";
export { countEscalated } from "./chasing/escalated.server";
export { correctIssuedTexts, keepingWords } from "./issue/issued-texts.server";
export { dayOf, issuedDeadline, limitOn, type Limit } from "./deadlines/deadline";
export { dayFromNow, textFromNow } from "./issue/owed-from-now.server";

/** To whom a line goes: a group, by its code, as it stands now, or offices of the place and governorates and municipalities under it. */
export type Addressee = { group: string } | { officeIds: readonly string[] };

/** One text that is issued; its id stands in every obligation as sourceId. */
export type IssuedText = {
  id: string;
  sourceKind: "resolution" | "decision";
  /** The record it stands in, such as the minutes. */
  recordId: string;
  title: string;
  number: number | null;
  text: string;
  /** Names of those addressed, as written, for the ledger's row. */
  addressees: string;
  deadline: IssuedDeadline;
  /** Of which record's page a decision was typed. */
  fromKind?: string | null;
  /** The number and date of whoever wrote to us about it. */
  theirNumber?: string | null;
  theirOn?: IsoDate | null;
  lines: readonly { partyId: string; to: Addressee }[];
};

const dueOf = (deadline: IssuedDeadline) => (deadline.kind === "none" ? null : deadline.dueOn);
const countsFromOf = (deadline: IssuedDeadline) =>
  deadline.kind === "none" ? null : (deadline.countsFrom ?? null);
const workingDaysOf = (deadline: IssuedDeadline) =>
  deadline.kind === "relative" ? (deadline.workingDays ?? null) : null;
const askedOf = (deadline: IssuedDeadline) => (deadline.kind === "none" ? null : (deadline.askedOn ?? null));

/**
 * Issues texts in the caller's open unit of work: one row of the issuer's ledger for each text, one obligation for
 * each office addressed. Groups are resolved now and thereby frozen: an office that opens later owes nothing. An
 * office that two lines of one text name owes it once, and one that owes it already gets no second.
 * Each limit ends by the calendar of the place that owes it.
 * Answers how many obligations each line brought (by partyId).
 * Refuses `missing` when a named office is neither of the place nor a governorate or municipality under it, `invalid` for a group to which
 * nobody belongs.
 */
export async function issueObligations(
  db: Db,
  actor: PlacedActor,
  texts: readonly IssuedText[],
  now: Date,
): Promise<Map<string, number>> {
  await keepOfficesStanding(db, actor.place);
  // Who owes already is read before who owes is written: one issue of a place at a time, else two bring an office the same twice.
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('issuance'), ${actor.place.id})`;
  const debtors = await resolve(db, actor, texts, todayIn(now));
  await insertIssuances(db, actor, texts, now);
  await keepGroupUses(db, actor, usesOf(texts, debtors), now);
  const owing = await alreadyOwing(db, actor, texts);

  const counts = new Map<string, number>();
  const pairs = {
    ids: [] as string[],
    line: [] as number[],
    division: [] as number[],
    office: [] as string[],
    organisation: [] as string[],
    party: [] as string[],
  };
  texts.forEach((text, index) => {
    for (const { partyId, to } of text.lines) {
      const { offices } = debtors(to);
      let count = 0;
      for (const office of offices) {
        const key = `${text.id} ${office.id}`;
        if (owing.has(key)) continue;
        owing.add(key);
        count += 1;
        pairs.ids.push(uuidv7());
        pairs.line.push(index);
        pairs.division.push(office.divisionId);
        pairs.office.push(office.id);
        pairs.organisation.push(office.organisationId);
        pairs.party.push(partyId);
      }
      counts.set(partyId, count);
    }
  });
  const lines = texts.map((text, line) => ({
    line,
    kind: text.sourceKind,
    source: text.id,
    title: text.title,
    number: text.number,
    text: text.text,
    deadline: text.deadline.kind,
    counts_from: countsFromOf(text.deadline),
    working_days: workingDaysOf(text.deadline),
    cadence: text.deadline.kind === "continuous" ? text.deadline.cadence : null,
    receiver: text.deadline.kind === "continuous" ? text.deadline.receiver : null,
    reason: text.deadline.kind === "none" ? text.deadline.reason : null,
    their_number: text.theirNumber ?? null,
    their_on: text.theirOn ?? null,
  }));
  const dayIn = await debtorsDays(
    db,
    actor.place.id,
    pairs.division,
    texts.map(({ deadline }) => deadline),
  );
  const days = pairs.division.map((divisionId, index) => {
    const text = texts[pairs.line[index] ?? -1];
    return text ? dayIn(text.deadline, divisionId) : { due: null, asked: null };
  });
  await db.$executeRaw`
    insert into obligation (division_id, id, source_division_id, source_kind, source_id, source_title, source_number,
      resolution_party_id, office_id, organisation_id, text, deadline_kind, first_due_on, due_on, asked_due_on, counts_from,
      working_days, cadence, receiver, no_deadline_reason, their_number, their_on, state, issued_at, issued_by_key)
    select p.division_id, p.id, ${actor.place.id}, l.kind, l.source, l.title, l.number,
      p.party_id, p.office_id, p.organisation_id, l.text, l.deadline, p.due, p.due, p.asked, l.counts_from, l.working_days, l.cadence,
      l.receiver, l.reason, l.their_number, l.their_on, 'issued', ${now}, ${actor.key}
    from unnest(${pairs.ids}::uuid[], ${pairs.line}::int[], ${pairs.division}::int[], ${pairs.office}::uuid[],
        ${pairs.organisation}::uuid[], ${pairs.party}::uuid[], ${days.map(({ due }) => due)}::date[],
        ${days.map(({ asked }) => asked)}::date[])
      as p (id, line, division_id, office_id, organisation_id, party_id, due, asked)
    join jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as l (line int, kind text, source uuid, title text, number int, text text, deadline text, counts_from date,
        working_days int, cadence text, receiver text, reason text, their_number text, their_on date) on l.line = p.line`;
  if (texts.some(({ deadline }) => deadline.kind !== "none"))
    await reckonForDebtors(db, actor, pairs.division);
  return counts;
}

/** The offices behind each kind of addressee, asked at most once for all texts. */
async function resolve(db: Db, actor: PlacedActor, texts: readonly IssuedText[], day: IsoDate) {
  const all = texts.flatMap((text) => text.lines.map((line) => line.to));
  const asked = new Set(all.flatMap((to) => ("group" in to ? [to.group] : [])));
  const groups = new Map<string, { group: GroupRow; offices: OfficeRow[] }>();
  // A text names few groups, and each is asked once.
  for (const group of asked.size > 0 ? await listGroups(db) : []) {
    if (!asked.has(group.code)) continue;
    groups.set(group.code, { group, offices: await listGroupMembers(db, actor.place, group, day) });
  }
  const named = new Map<string, OfficeRow>();
  if (all.some((to) => "officeIds" in to)) {
    const own = await listOffices(db, actor.place.id, day);
    const below = await listOfficesBelow(db, actor.place, day);
    for (const office of [...own, ...below]) named.set(office.id, office);
  }
  return (to: Addressee): { group?: GroupRow; offices: OfficeRow[] } => {
    if ("group" in to) {
      const found = groups.get(to.group);
      if (found?.offices.length === 0)
        throw new Refusal("invalid", "obligations.group-empty", { params: { name: found.group.nameFa } });
      if (!found) throw new Refusal("missing", "refusal.missing");
      return found;
    }
    const offices = to.officeIds.map((id) => {
      const office = named.get(id);
      if (!office) throw new Refusal("missing", "refusal.missing");
      return office;
    });
    return { offices };
  };
}

/** Which offices each line meant by a group, for the record of it. */
function usesOf(
  texts: readonly IssuedText[],
  debtors: (to: Addressee) => { group?: GroupRow; offices: OfficeRow[] },
): GroupUse[] {
  return texts.flatMap((text) =>
    text.lines.flatMap(({ partyId, to }) => {
      const { group, offices } = debtors(to);
      return group ? [{ lineId: partyId, sourceId: text.id, title: text.title, group, offices }] : [];
    }),
  );
}

async function insertIssuances(db: Db, actor: PlacedActor, texts: readonly IssuedText[], now: Date) {
  await db.$executeRaw`
    insert into issuance (division_id, id, source_kind, record_id, title, number, text, addressees, deadline_kind,
      due_on, asked_due_on, counts_from, working_days, cadence, receiver, no_deadline_reason, from_kind, their_number, their_on, issued_at,
      issued_by_name)
    select ${actor.place.id}, t.id, t.kind, t.record, t.title, t.number, t.text, t.addressees, t.deadline, t.due,
      t.asked, t.counts_from, t.working_days, t.cadence, t.receiver, t.reason, t.from_kind, t.their_number, t.their_on, ${now}, ${actor.name}
    from jsonb_to_recordset(${JSON.stringify(
      texts.map((text) => ({
        id: text.id,
        kind: text.sourceKind,
        record: text.recordId,
        title: text.title,
        number: text.number,
        text: text.text,
        addressees: text.addressees,
        deadline: text.deadline.kind,
        due: dueOf(text.deadline),
        asked: askedOf(text.deadline),
        counts_from: countsFromOf(text.deadline),
        working_days: workingDaysOf(text.deadline),
        cadence: text.deadline.kind === "continuous" ? text.deadline.cadence : null,
        receiver: text.deadline.kind === "continuous" ? text.deadline.receiver : null,
        reason: text.deadline.kind === "none" ? text.deadline.reason : null,
        from_kind: text.fromKind ?? null,
        their_number: text.theirNumber ?? null,
        their_on: text.theirOn ?? null,
      })),
    )}::jsonb) as t (id uuid, kind text, record uuid, title text, number int, text text, addressees text,
      deadline text, due date, asked date, counts_from date, working_days int, cadence text,
      receiver text, reason text, from_kind text, their_number text, their_on date)
    on conflict (division_id, id) do nothing`;
}

/** `sourceId officeId` of everything already owed because of these texts. */
async function alreadyOwing(db: Db, actor: PlacedActor, texts: readonly IssuedText[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ sourceId: string; officeId: string }[]>`
    select source_id as "sourceId", office_id as "officeId" from obligation
    where source_division_id = ${actor.place.id} and source_id = any(${texts.map((text) => text.id)}::uuid[])`;
  return new Set(rows.map((row) => `${row.sourceId} ${row.officeId}`));
}
