import type { Db } from "~/kernel/db.server";

type Erased = { divisionId: number; personId: string; fullName: string; mobile: string | null };

/** Digits of a cell, whatever keyboard wrote them: the Persian ones, then the Arabic. */
const DIGITS = String.fromCharCode(
  ...Array.from({ length: 20 }, (_, n) => (n < 10 ? 0x06f0 + n : 0x0660 + n - 10)),
);
const LATIN = "01234567890123456789";

/** Takes the words about a person out of rows that stay for the counts, and out of lists by which he may have come. */
export async function eraseWords(db: Db, erased: Erased, now: Date): Promise<void> {
  const { divisionId, personId, fullName, mobile } = erased;
  await db.$executeRaw`update contact set note = null, action_taken_note = null
    where division_id = ${divisionId} and person_id = ${personId}::uuid
      and (note is not null or action_taken_note is not null)`;
  await db.$executeRaw`update person_state_change set note = null
    where division_id = ${divisionId} and person_id = ${personId}::uuid and note is not null`;
  await db.$executeRaw`update member_link set revoked_at = ${now}, session_hash = null, session_until = null
    where division_id = ${divisionId} and person_id = ${personId}::uuid and revoked_at is null`;
  await db.$executeRaw`update meeting_invitation set reply_note = null, deputy_name = null, deputy_role = null, deputy_mobile = null,
      token_hash = null
    where division_id = ${divisionId} and person_id = ${personId}::uuid`;
  await db.$executeRaw`delete from text_to_look_at t where t.division_id = ${divisionId} and (t.record_id = ${personId}::uuid
    or t.record_id in (select id from contact where division_id = ${divisionId} and person_id = ${personId}::uuid
      union all select id from person_state_change where division_id = ${divisionId} and person_id = ${personId}::uuid))`;
  // What two who may be one have in common, and what a merge keeps of both until it can no longer be taken back.
  await db.$executeRaw`delete from person_pair
    where division_id = ${divisionId} and (first_id = ${personId}::uuid or second_id = ${personId}::uuid)`;
  await db.$executeRaw`delete from person_merge
    where division_id = ${divisionId} and (kept_id = ${personId}::uuid or gone_id = ${personId}::uuid)`;
  // And what a list that may still be taken back changed of him.
  await db.$executeRaw`delete from person_import_trace
    where division_id = ${divisionId} and person_id = ${personId}::uuid`;
  // A request that still waits, or was declined, under the same number is his as well.
  await db.$executeRaw`update join_request set full_name = null, mobile = null, locality = null, capacities = '{}',
      preferred_way = null, decline_note = null, state = case state when 'waiting' then 'declined' else state end,
      decided_at = coalesce(decided_at, ${now}), decline_reason = case state when 'waiting' then 'changed-mind' else decline_reason end
    where division_id = ${divisionId} and (person_id = ${personId}::uuid or mobile = ${mobile})`;
  await eraseFromLists(db, divisionId, fullName, mobile);
}

/** Rows of lists that were refused, and rows that a list showed, where they name him or hold his number. */
async function eraseFromLists(db: Db, divisionId: number, fullName: string, mobile: string | null) {
  const end = mobile?.slice(-10) ?? null;
  await db.$executeRaw`delete from person_import_refusal
    where division_id = ${divisionId} and exists (select from unnest(cells) cell
      where cell = ${fullName}
        or regexp_replace(translate(cell, ${DIGITS}, ${LATIN}), '[^0-9]', '', 'g') like '%' || ${end}::text)`;
  await db.$executeRaw`update person_import set samples = '[]', preview = null
    where division_id = ${divisionId} and exists (
      select from (select translate(samples::text || coalesce(preview::text, ''), ${DIGITS}, ${LATIN}) as shown) held
      where strpos(shown, ${fullName}) > 0 or strpos(regexp_replace(shown, '[^0-9"]', '', 'g'), ${end}::text) > 0)`;
}
