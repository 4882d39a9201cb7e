import { Prisma, type Db } from "~/kernel/db.server";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import type { Channel, Outcome } from "../choices";
import { chosenOutcome } from "../contacts/outcome";

export type ContactRow = {
  id: string;
  channel: Channel;
  outcome: Outcome;
  happenedOn: IsoDate;
  note: string | null;
  nextOn: IsoDate | null;
  createdAt: string;
  createdByKey: string;
  /** What was done about what the member asked for, and when; null while it is open, or nothing was asked for. */
  actionTakenNote: string | null;
  actionTakenAt: string | null;
};

/** The outcome as it was chosen. */
const OUTCOME = Prisma.sql`case when action_needed then 'action-needed' else outcome end`;

/** Contacts with one person, the newest first. */
export async function listContacts(
  db: Db,
  divisionId: number,
  personId: string,
  cursor?: string | null,
): Promise<Page<ContactRow>> {
  const after = decodeCursor(cursor, ["day", "uuid"]);
  const older = after
    ? Prisma.sql`and (happened_on, id) < (${after[0]}::date, ${after[1]}::uuid)`
    : Prisma.empty;
  type Read = Omit<ContactRow, "createdAt" | "actionTakenAt"> & {
    createdAt: Date;
    actionTakenAt: Date | null;
  };
  const rows = await db.$queryRaw<Read[]>`
    select id::text, channel, ${OUTCOME} as outcome, action_taken_note as "actionTakenNote",
      action_taken_at as "actionTakenAt", happened_on::text as "happenedOn", note, next_on::text as "nextOn",
      created_at as "createdAt", created_by_key as "createdByKey"
    from contact
    where division_id = ${divisionId} and person_id = ${personId}::uuid ${older}
    order by happened_on desc, id desc limit ${PAGE_SIZE + 1}`;
  const page = pageOf(rows, PAGE_SIZE, (row) => [row.happenedOn, row.id]);
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      actionTakenAt: row.actionTakenAt?.toISOString() ?? null,
    })),
  };
}

/** The contact just written down, with the person's name, for the line that offers to take it back; null when gone. */
export async function findContact(db: Db, divisionId: number, id: string) {
  const contact = await db.contact.findUnique({
    where: { divisionId_id: { divisionId, id } },
    include: { person: true },
  });
  if (!contact) return null;
  return {
    id: contact.id,
    personId: contact.personId,
    fullName: contact.person.fullName,
    outcome: chosenOutcome(contact),
    happenedOn: isoOfDate(contact.happenedOn),
    createdAt: contact.createdAt,
    createdByKey: contact.createdByKey,
  };
}

/** One entry for many people just written down, for the line that offers to take it back; null when gone. */
export async function findBatch(db: Db, divisionId: number, batchId: string) {
  const [batch] = await db.$queryRaw<{ people: number; outcome: Outcome; happenedOn: IsoDate }[]>`
    select count(*)::int as people, min(${OUTCOME}) as outcome, min(happened_on)::text as "happenedOn"
    from contact where division_id = ${divisionId} and batch_id = ${batchId}::uuid having count(*) > 0`;
  return batch ? { batchId, ...batch } : null;
}
