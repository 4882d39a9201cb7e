import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { Prisma, within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { UNDO_MERGE_DAYS } from "../choices";
import { MergeUndone } from "../events";
import { withdrawUnpacked } from "../relocation/withdraw-open.server";

const sql = Prisma.sql;
const DAY_MS = 86_400_000;

type Merge = { keptId: string; gone: { id: string }; keptRevision: number };

/**
 * Gives the kept one its words of before the merge back; when somebody has changed it since, only what belongs to the
 * other: the number, the national code.
 */
async function takeBackWords(
  db: Db,
  divisionId: number,
  mergeId: string,
  isAsMerged: boolean,
): Promise<void> {
  // What somebody else has by now stays his.
  await db.$executeRaw`update person p set mobile = case when exists (select from person o
      where o.division_id = p.division_id and o.mobile = before.mobile and o.id <> p.id) then null else before.mobile end, revision = p.revision + 1
    from person_merge m, jsonb_populate_record(null::person, m.kept_before) before
    where m.division_id = ${divisionId} and m.id = ${mergeId}::uuid and p.division_id = m.division_id and p.id = m.kept_id
      and (${isAsMerged} or p.mobile = m.gone->>'mobile')`;
  await db.$executeRaw`update person p set national_code_sealed = before.national_code_sealed,
      national_code_hash = before.national_code_hash
    from person_merge m, jsonb_populate_record(null::person, m.kept_before) before
    where m.division_id = ${divisionId} and m.id = ${mergeId}::uuid and p.division_id = m.division_id and p.id = m.kept_id
      and (${isAsMerged} or p.national_code_hash = m.gone->>'national_code_hash')
      and not exists (select from person o where o.division_id = p.division_id and o.id <> p.id
        and o.national_code_hash = before.national_code_hash)`;
  if (!isAsMerged) return;
  await db.$executeRaw`update person p set full_name = before.full_name, search_key = before.search_key, tier = before.tier,
      locality = before.locality, source = before.source, note = before.note, joined_on = before.joined_on,
      state = before.state, state_since = before.state_since,
      no_contact = before.no_contact, capacities = before.capacities, preferred_way = before.preferred_way
    from person_merge m, jsonb_populate_record(null::person, m.kept_before) before
    where m.division_id = ${divisionId} and m.id = ${mergeId}::uuid and p.division_id = m.division_id and p.id = m.kept_id`;
}

/** The further number that the merge kept: before all else, so that the ways are as the merge left them. */
async function takeBackNumber(db: Db, divisionId: number, mergeId: string): Promise<void> {
  const isKept = sql`exists (select from person_merge m where m.division_id = ${divisionId} and m.id = ${mergeId}::uuid
    and w.division_id = m.division_id and w.person_id = m.kept_id and w.way = 'phone'
    and w.handle in (m.gone->>'mobile', m.kept_before->>'mobile'))`;
  await db.$executeRaw`delete from person_way w where w.division_id = ${divisionId} and w.consented_on is null
    and w.barred_on is null and ${isKept}`;
  await db.$executeRaw`update person_way w set handle = null where w.division_id = ${divisionId} and ${isKept}`;
}

/**
 * Parts what was merged in the last thirty days: the record that went stands again with all that hung on it. The kept
 * one gets its former words back, unless somebody changed it since; then only what belongs to the other.
 */
export async function undoMerge(actor: PlacedActor, mergeId: string, now = clock()) {
  authorize(actor, "merge", "Person");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const [merge] = await db.$queryRaw<(Merge & { mergedAt: Date; undoneAt: Date | null })[]>`
      select kept_id::text as "keptId", gone, kept_revision as "keptRevision", merged_at as "mergedAt", undone_at as "undoneAt"
      from person_merge where division_id = ${divisionId} and id = ${mergeId}::uuid for update`;
    if (!merge) throw new Refusal("missing", "refusal.missing");
    const isLate = merge.mergedAt.getTime() < now.getTime() - UNDO_MERGE_DAYS * DAY_MS;
    if (merge.undoneAt !== null || isLate) throw tooLate("network.merge.too-late");
    const { keptId, gone } = merge;
    const [kept] = await db.$queryRaw<{ revision: number }[]>`select revision from person
      where division_id = ${divisionId} and id = ${keptId}::uuid for update`;
    if (!kept) throw tooLate("network.merge.too-late");
    await takeBackNumber(db, divisionId, mergeId);
    await takeBackWords(db, divisionId, mergeId, kept.revision === merge.keptRevision);
    await db.$queryRaw`select person_return(m.division_id, m.kept_id, m.gone
          || case when exists (select from person p where p.division_id = m.division_id and p.mobile = m.gone->>'mobile')
            then '{"mobile": null}' else '{}'::jsonb end
          || case when exists (select from person p where p.division_id = m.division_id
              and p.national_code_hash = m.gone->>'national_code_hash')
            then '{"national_code_sealed": null, "national_code_hash": null}' else '{}'::jsonb end, m.moved)::text
      from person_merge m where m.division_id = ${divisionId} and m.id = ${mergeId}::uuid`;
    for (const id of [keptId, gone.id])
      await db.$queryRaw`select person_recount_silence(${divisionId}::int, ${id}::uuid)::text`;
    await withdrawUnpacked(db, actor, [keptId, gone.id], now);
    await db.$executeRaw`update person_merge set undone_at = ${now}, kept_before = null, gone = null, moved = null
      where division_id = ${divisionId} and id = ${mergeId}::uuid`;
    await db.$executeRaw`update person_pair set state = 'open', decided_at = null, decided_by_key = null
      where division_id = ${divisionId} and state = 'merged'
        and first_id = least(${keptId}::uuid, ${gone.id}::uuid) and second_id = greatest(${keptId}::uuid, ${gone.id}::uuid)`;
    // That the kept one is not who the gone one was not, was said with the merge alone.
    await db.$executeRaw`delete from person_pair where division_id = ${divisionId} and state = 'apart'
      and (first_id = ${keptId}::uuid or second_id = ${keptId}::uuid) and decided_at = ${merge.mergedAt}`;
    await audit(db, actor, "undo-merge", "Person", keptId);
    await emit(db, actor, MergeUndone, { mergeId, personIds: [keptId, gone.id] });
    return { keptId, goneId: gone.id };
  });
}
