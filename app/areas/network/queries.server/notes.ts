import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { NOTE_SOURCES, type NoteKind } from "../texts/notes";

export type Note = {
  personId: string;
  fullName: string;
  day: IsoDate;
  text: string;
  /** Stands for the text as it is: another text has another. */
  revision: number;
  /** A record that was cancelled keeps the reason, and a file its title and why it was taken away. */
  isRequired: boolean;
};

/** The day of a kind of note, and whether its words may change and not go. */
const WHEN = {
  contact: [Prisma.sql`h.happened_on`, Prisma.sql`false`],
  action: [Prisma.sql`h.happened_on`, Prisma.sql`false`],
  step: [Prisma.sql`h.happened_on`, Prisma.sql`h.state = 'cancelled'`],
  "file-title": [Prisma.sql`(h.added_at at time zone 'Asia/Tehran')::date`, Prisma.sql`true`],
  "file-reason": [Prisma.sql`(h.removed_at at time zone 'Asia/Tehran')::date`, Prisma.sql`true`],
} as const;

/** A note of a contact, step or file; null where nothing is noted. Refuses `missing`, and a note about somebody erased. */
export async function getNote(db: Db, divisionId: number, kind: NoteKind, id: string): Promise<Note> {
  const [table, column] = NOTE_SOURCES[kind].split(".") as [string, string];
  const [day, isRequired] = WHEN[kind];
  const [note] = await db.$queryRaw<Note[]>`
    select p.id::text as "personId", p.full_name as "fullName", ${day}::text as day,
      coalesce(h.${Prisma.raw(column)}, '') as text, ${revisionOf(column)} as revision, ${isRequired} as "isRequired"
    from ${Prisma.raw(table)} h join person p on p.division_id = h.division_id and p.id = h.person_id
    where h.division_id = ${divisionId} and h.id = ${id}::uuid and p.erased_at is null and ${day} is not null`;
  if (!note) throw new Refusal("missing", "refusal.missing");
  return note;
}

/** The rows of contacts, steps and files have no count of changes: their text counts for itself. */
export const revisionOf = (column: string) =>
  Prisma.sql`('x' || left(md5(coalesce(h.${Prisma.raw(column)}, '')), 7))::bit(28)::int + 1`;
