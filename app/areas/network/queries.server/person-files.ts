import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";

export type PersonFileRow = {
  id: string;
  title: string;
  name: string;
  type: string;
  addedAt: Date;
  addedByName: string;
  /** Why it was taken away; null while it is there. */
  removedReason: string | null;
};

/** Most files that a person's page lists. */
const MOST = 50;

/** Files of a person, the newest first; those that were taken away too, with the reason. */
export async function listPersonFiles(
  db: Db,
  divisionId: number,
  personId: string,
): Promise<PersonFileRow[]> {
  return db.$queryRaw<PersonFileRow[]>`
    select id::text, title, file_name as name, file_type as type, added_at as "addedAt",
      added_by_name as "addedByName", removed_reason as "removedReason"
    from person_file where division_id = ${divisionId} and person_id = ${personId}::uuid order by id desc limit ${MOST}`;
}

/** One file with whose it is; of one that was taken away (`isRemoved`) the content is gone. Refuses `missing`. */
export async function getPersonFile(db: Db, divisionId: number, id: string) {
  const file = await db.personFile.findUnique({
    where: { divisionId_id: { divisionId, id } },
    include: { person: { select: { fullName: true } } },
  });
  if (!file) throw new Refusal("missing", "refusal.missing");
  const { personId, title, fileName: name, fileType: type, person } = file;
  return { id, personId, title, name, type, fullName: person.fullName, isRemoved: file.removedAt !== null };
}
