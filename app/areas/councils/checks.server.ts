import { findOffice } from "~/areas/bodies/queries.server";
import { getPost } from "~/areas/posts/queries.server";
import type { Db } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import type { Council, MemberRow } from "./queries.server";
import type { FoundCouncil, SeatMember } from "./schema";

/**
 * Refuses `missing` where a form names a post or a council that is not the place's own, and `invalid` for a committee of a
 * committee, of itself or of nothing, and for a council under another one.
 */
export async function refuseForeignCouncil(
  db: Db,
  divisionId: number,
  input: FoundCouncil,
  id?: string,
): Promise<void> {
  if (input.chairPostId) await getPost(db, divisionId, input.chairPostId);
  if (input.secretaryPostId) await getPost(db, divisionId, input.secretaryPostId);
  if (input.kind === "council") {
    if (input.parentId) throw new Refusal("invalid", "councils.council-stands-alone", { field: "parentId" });
    return;
  }
  if (!input.parentId) return;
  const parent = await db.council.findUnique({
    where: { divisionId_id: { divisionId, id: input.parentId } },
    select: { kind: true, dissolvedOn: true },
  });
  if (!parent) throw new Refusal("missing", "refusal.missing");
  if (parent.kind !== "council" || parent.dissolvedOn || input.parentId === id)
    throw new Refusal("invalid", "councils.parent-is-council", { field: "parentId" });
}

/** Nothing is changed in a council that was dissolved. */
export function refuseDissolved({ dissolvedOn }: Pick<Council, "dissolvedOn">): void {
  if (dissolvedOn) throw tooLate("councils.is-dissolved");
}

type Term = Pick<SeatMember, "seat" | "officeId" | "startsOn" | "endsOn">;

/** Refuses a foreign office, and `conflict` where the chair, or an office, would sit twice in the same days. */
export async function refuseTakenSeat(
  db: Db,
  divisionId: number,
  councilId: string,
  { seat, officeId, startsOn, endsOn }: Term,
  present?: MemberRow,
): Promise<void> {
  // Whose office was closed since keeps it: his seat may still be mended.
  if (officeId && officeId !== present?.office?.id && !(await findOffice(db, divisionId, officeId)))
    throw new Refusal("missing", "refusal.missing");
  // Whoever writes into the same council waits here, so that nobody learns of it from the database's own refusal.
  await db.$queryRaw`select from council where division_id = ${divisionId} and id = ${councilId}::uuid for update`;
  const overlapping = await db.$queryRaw<{ seat: string; name: string; isOffice: boolean }[]>`
    select seat, name, coalesce(office_id = ${officeId ?? null}::uuid, false) as "isOffice" from council_member
    where division_id = ${divisionId} and council_id = ${councilId}::uuid and ended_at is null
      and id is distinct from ${present?.id ?? null}::uuid
      and daterange(starts_on, ends_on, '[]') && daterange(${startsOn}::date, ${endsOn ?? null}::date, '[]')
      and ((${seat} in ('chair', 'secretary') and seat = ${seat}) or office_id = ${officeId ?? null}::uuid) limit 1`;
  const [taken] = overlapping;
  if (!taken) return;
  if (taken.isOffice)
    throw new Refusal("conflict", "councils.office-sits", {
      field: "officeId",
      params: { name: taken.name },
    });
  throw new Refusal("conflict", "councils.seat-taken", { field: "seat", params: { name: taken.name } });
}
