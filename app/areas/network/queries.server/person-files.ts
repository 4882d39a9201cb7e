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

/** Files of one person; more are not kept of him. */
export const MOST_FILES = 50;
/** The last ones that were taken away, which a person's page lists beside them. */
const REMOVED = 5;

/** Every file of a person, the newest first, and the last ones that were taken away, with the reason. */
export async function listPersonFiles(
  db: Db,
  divisionId: number,
  personId: string,
): Promise<PersonFileRow[]> {
  return db.$queryRaw<PersonFileRow[]>`
    select id::text, title, file_name as name, file_type as type, added_at as "addedAt",
      added_by_name as "addedByName", removed_reason as "removedReason"
    from ((select * from person_file where division_id = ${divisionId} and person_id = ${personId}::uuid
        and removed_at is null order by id desc limit ${MOST_FILES})
      union all (select * from person_file where division_id = ${divisionId} and person_id = ${personId}::uuid
        and removed_at is not null order by removed_at desc limit ${REMOVED})) file
    order by id desc`;
}

/**
 * One file with whose it is; of one that was taken away (`isRemoved`) the content is gone. Refuses `missing`, also where he
 * was erased.
 */
export async function getPersonFile(db: Db, divisionId: number, id: string) {
  const file = await db.personFile.findUnique({
    where: { divisionId_id: { divisionId, id } },
    include: { person: { select: { fullName: true, erasedAt: true } } },
  });
  if (!file || file.person.erasedAt) throw new Refusal("missing", "refusal.missing");
  const { personId, title, fileName: name, fileType: type, person } = file;
  return { id, personId, title, name, type, fullName: person.fullName, isRemoved: file.removedAt !== null };
}
