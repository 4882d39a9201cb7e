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
  /** A record that was cancelled keeps the reason. */
  isRequired: boolean;
};

/** A note of a contact or step; null where nothing is noted. Refuses `missing`, and a note about somebody erased. */
export async function getNote(db: Db, divisionId: number, kind: NoteKind, id: string): Promise<Note> {
  const [table, column] = NOTE_SOURCES[kind].split(".") as [string, string];
  const isRequired = kind === "step" ? Prisma.sql`h.state = 'cancelled'` : Prisma.sql`false`;
  const [note] = await db.$queryRaw<Note[]>`
    select p.id::text as "personId", p.full_name as "fullName", h.happened_on::text as day,
      coalesce(h.${Prisma.raw(column)}, '') as text, ${revisionOf(column)} as revision, ${isRequired} as "isRequired"
    from ${Prisma.raw(table)} h join person p on p.division_id = h.division_id and p.id = h.person_id
    where h.division_id = ${divisionId} and h.id = ${id}::uuid and p.erased_at is null`;
  if (!note) throw new Refusal("missing", "refusal.missing");
  return note;
}

/** The rows of contacts and steps have no count of changes: their text counts for itself. */
export const revisionOf = (column: string) =>
  Prisma.sql`('x' || left(md5(coalesce(h.${Prisma.raw(column)}, '')), 7))::bit(28)::int + 1`;
