import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { NOTE_SOURCES, type NoteKind } from "../texts/notes";

export type Note = {
  /** The page on which it stands, within the network. */
  page: string;
  /** Null where he is not, or no longer, named. */
  fullName: string | null;
  day: IsoDate;
  text: string;
  /** Stands for the text as it is: another text has another. */
  revision: number;
  /** A record that was cancelled or declined keeps the reason, and a file its title and why it was taken away. */
  isRequired: boolean;
};

/** The day of a kind of note, and whether its words may change and not go. */
const WHEN = {
  contact: [Prisma.sql`h.happened_on`, Prisma.sql`false`],
  action: [Prisma.sql`h.happened_on`, Prisma.sql`false`],
  step: [Prisma.sql`h.happened_on`, Prisma.sql`h.state = 'cancelled'`],
  "file-title": [Prisma.sql`(h.added_at at time zone 'Asia/Tehran')::date`, Prisma.sql`true`],
  "file-reason": [Prisma.sql`(h.removed_at at time zone 'Asia/Tehran')::date`, Prisma.sql`true`],
  decline: [Prisma.sql`(h.decided_at at time zone 'Asia/Tehran')::date`, Prisma.sql`false`],
  "relocation-decline": [Prisma.sql`(h.ended_at at time zone 'Asia/Tehran')::date`, Prisma.sql`true`],
} as const;

/** Whose name stands beside each, on which page, and whether it may be read still. */
function besideOf(kind: NoteKind) {
  if (kind === "decline")
    return {
      page: Prisma.sql`'joining/' || h.id`,
      name: Prisma.sql`h.full_name`,
      from: Prisma.sql`join_request h`,
      stands: Prisma.sql`h.state = 'declined' and h.full_name is not null`,
    };
  const withPerson = (table: string) =>
    Prisma.sql`${Prisma.raw(table)} h left join person p on p.division_id = h.division_id and p.id = h.person_id`;
  const name = Prisma.sql`p.full_name`;
  if (kind === "relocation-decline")
    return {
      page: Prisma.sql`'relocations/' || h.id`,
      name,
      from: withPerson("relocation"),
      stands: Prisma.sql`h.state = 'declined' and h.decline_note is not null`,
    };
  return {
    page: Prisma.sql`'people/' || p.id`,
    name,
    from: withPerson(NOTE_SOURCES[kind].split(".")[0] ?? ""),
    stands: Prisma.sql`p.id is not null and p.erased_at is null`,
  };
}

/** Whether a row `h` is of the place: why an offer was declined is of the county that did. */
export const isOf = (kind: NoteKind, divisionId: number) =>
  kind === "relocation-decline"
    ? Prisma.sql`h.to_division_id = ${divisionId}`
    : Prisma.sql`h.division_id = ${divisionId}`;

/** A note of a contact, step or file; null where nothing is noted. Refuses `missing`, and a note about somebody erased. */
export async function getNote(db: Db, divisionId: number, kind: NoteKind, id: string): Promise<Note> {
  const [, column] = NOTE_SOURCES[kind].split(".") as [string, string];
  const { page, name, from, stands } = besideOf(kind);
  const [day, isRequired] = WHEN[kind];
  const [note] = await db.$queryRaw<Note[]>`
    select ${page} as page, ${name} as "fullName", ${day}::text as day,
      coalesce(h.${Prisma.raw(column)}, '') as text, ${revisionOf(column)} as revision, ${isRequired} as "isRequired"
    from ${from}
    where ${isOf(kind, divisionId)} and h.id = ${id}::uuid and ${stands} and ${day} is not null`;
  if (!note) throw new Refusal("missing", "refusal.missing");
  return note;
}

/** The rows of contacts, steps and files have no count of changes: their text counts for itself. */
export const revisionOf = (column: string) =>
  Prisma.sql`('x' || left(md5(coalesce(h.${Prisma.raw(column)}, '')), 7))::bit(28)::int + 1`;
