import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import type { Which } from "../schema";

/** A message to an office, with of how much it speaks. */
export type OfficeMessageRow = {
  id: string;
  kind: "chase" | "reminder" | "correction" | "calendar";
  dueSoon: number;
  overdue: number;
  silent: number;
  escalated: number;
  corrected: number;
  moved: number;
  note: string | null;
  sentOn: IsoDate;
  seen: boolean;
};

/** The newest messages to one office, for its officer. */
export async function messagesOfOffice(
  db: Db,
  office: { divisionId: number; officeId: string },
  size = 5,
): Promise<OfficeMessageRow[]> {
  return db.$queryRaw<OfficeMessageRow[]>`
    select id::text, kind, due_soon as "dueSoon", overdue, silent, escalated, corrected, moved, note, sent_on::text as "sentOn",
      seen_at is not null as seen
    from office_message where division_id = ${office.divisionId} and office_id = ${office.officeId}::uuid
    order by sent_at desc, id desc limit ${size}`;
}

/** When and why the office was reminded of one obligation, the newest first. */
export async function remindersOf(
  db: Db,
  { divisionId, id }: Which,
): Promise<{ kind: string; mark: string; sentOn: IsoDate; seen: boolean }[]> {
  return db.$queryRaw`
    select i.kind, i.mark, m.sent_on::text as "sentOn", m.seen_at is not null as seen
    from office_message_item i join office_message m on m.division_id = i.division_id and m.id = i.message_id
    where i.division_id = ${divisionId} and i.obligation_id = ${id}::uuid
    order by m.sent_at desc, i.kind limit 60`;
}

type Chase = { batchId: string; sentOn: IsoDate; byName: string; offices: number; seen: number };

/** A text of the place's own ledger with what has become of it, and how often its silent offices were asked. */
export async function getIssuance(db: Db, placeId: number, id: string) {
  const text = await db.issuance.findUnique({ where: { divisionId_id: { divisionId: placeId, id } } });
  if (!text) throw new Refusal("missing", "refusal.missing");
  const [answers] = await db.$queryRaw<
    {
      verified: number;
      reported: number;
      received: number;
      silent: number;
      ended: number;
      officeIds: string[];
    }[]
  >`select (count(*) filter (where state = 'verified'))::int as verified,
      (count(*) filter (where state = 'reported-done'))::int as reported,
      (count(*) filter (where state in ('acknowledged', 'in-progress', 'blocked')))::int as received,
      (count(*) filter (where state = 'issued'))::int as silent,
      (count(*) filter (where state in ('withdrawn', 'not-applicable')))::int as ended,
      coalesce(array_agg(office_id::text), '{}') as "officeIds"
    from obligation where source_division_id = ${placeId} and source_id = ${id}::uuid`;
  const chases = await db.$queryRaw<Chase[]>`
    select batch_id::text as "batchId", sent_on::text as "sentOn", by_name as "byName", count(*)::int as offices, count(seen_at)::int as seen
    from office_message where source_division_id = ${placeId} and source_id = ${id}::uuid
    group by batch_id, sent_on, by_name, sent_at order by sent_at desc limit 50`;
  const none = { verified: 0, reported: 0, received: 0, silent: 0, ended: 0, officeIds: [] as string[] };
  return {
    ...text,
    dueOn: text.dueOn && isoOfDate(text.dueOn),
    countsFrom: text.countsFrom && isoOfDate(text.countsFrom),
    askedDueOn: text.askedDueOn && isoOfDate(text.askedDueOn),
    theirOn: text.theirOn && isoOfDate(text.theirOn),
    answers: answers ?? none,
    chases,
  };
}

export type IssuedTextPage = Awaited<ReturnType<typeof getIssuance>>;
