import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { toPersianDigits } from "~/lib/digits";
import { formatMobile, uuidv7 } from "~/lib/identifiers";
import { searchKey } from "~/lib/persian-text";
import { PeopleMerged } from "../events";
import { furtherNumbers } from "../people-import/read-row";
import { carriedNationalCode } from "../people/national-code.server";
import type { MergePeople } from "../schema/twins";

/** A row as the snapshot keeps it, with the columns that a merge chooses. */
type Row = {
  id: string;
  full_name: string;
  mobile: string | null;
  tier: string;
  locality: string | null;
  source: string | null;
  note: string | null;
  no_contact: boolean;
  national_code_sealed: string | null;
  capacities: string[];
  preferred_way: string | null;
  joined_on: string | null;
  state: string;
  state_since: string;
  revision: number;
};

/** From the least to the farthest step of the joining path: whoever is a member in one record is one. */
const STEPS = ["cancelled", "archived", "identified", "invited", "active"];
const stepOf = ({ state }: Row) => STEPS.indexOf(state);

/** Both rows, locked in one order so that two merges do not wait for each other. */
async function lockBoth(db: Db, divisionId: number, firstId: string, secondId: string): Promise<[Row, Row]> {
  const rows = await db.$queryRaw<{ row: Row }[]>`select to_jsonb(p) as row from person p
    where division_id = ${divisionId} and id in (${firstId}::uuid, ${secondId}::uuid) order by id for update`;
  const [first, second] = [firstId, secondId].map((id) => rows.find(({ row }) => row.id === id)?.row);
  if (!first || !second) throw new Refusal("missing", "refusal.missing");
  return [first, second];
}

const earlier = (one: string | null, other: string | null) =>
  one === null || other === null ? (one ?? other) : one < other ? one : other;

/**
 * Makes one record of two: what is chosen of each stays, the farther step of the two holds, everything that refers to the other hangs on the kept one,
 * what either asks not to be done is not done, silence is counted anew, and for thirty days it can be taken back. Refused when either record was changed since it
 * was shown.
 */
export async function mergePeople(actor: PlacedActor, pairId: string, input: MergePeople, now = clock()) {
  authorize(actor, "merge", "Person");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const pair = await db.personPair.findUnique({ where: { divisionId_id: { divisionId, id: pairId } } });
    if (!pair) throw new Refusal("missing", "refusal.missing");
    if (pair.state !== "open") throw tooLate("network.pair.decided");
    const [first, second] = await lockBoth(db, divisionId, pair.firstId, pair.secondId);
    if (first.revision !== input.firstRevision || second.revision !== input.secondRevision)
      throw new Refusal("conflict", "network.pair.changed");
    const sides = { first, second };
    const [kept, gone] = input.keep === "first" ? [first, second] : [second, first];
    const notes = [...new Set([first.note, second.note].filter((note): note is string => note !== null))];
    const words = {
      fullName: sides[input.fullName].full_name,
      mobile: sides[input.mobile].mobile,
      tier: sides[input.tier].tier,
      locality: sides[input.locality].locality,
      source: sides[input.source].source,
      note: input.note === "both" ? notes.join("\n") || null : sides[input.note].note,
      preferredWay: sides[input.preferredWay].preferred_way ?? first.preferred_way ?? second.preferred_way,
    };
    const numbers = await numbersOfBoth(db, divisionId, kept, gone, words.mobile);
    words.note = noteWith(words.note, numbers.beyond);
    const coded = sides[input.nationalCode].national_code_sealed
      ? sides[input.nationalCode]
      : [first, second].find((one) => one.national_code_sealed);
    const code = carriedNationalCode(divisionId, coded, kept.id);
    const farther = stepOf(gone) > stepOf(kept) ? gone : kept;
    const capacities = [...new Set([...first.capacities, ...second.capacities])];
    const [absorbed] = await db.$queryRaw<{ moved: unknown[] }[]>`
      select person_absorb(${divisionId}::int, ${kept.id}::uuid, ${gone.id}::uuid) as moved`;
    await db.$executeRaw`update person set full_name = ${words.fullName}, search_key = ${searchKey(words.fullName)},
        mobile = ${words.mobile}, tier = ${words.tier}, locality = ${words.locality}, source = ${words.source},
        note = ${words.note}, joined_on = ${earlier(first.joined_on, second.joined_on)}::date,
        state = ${farther.state}, state_since = ${farther.state_since}::date,
        no_contact = ${first.no_contact || second.no_contact}, capacities = ${capacities}::text[],
        preferred_way = ${words.preferredWay}, national_code_sealed = ${code.nationalCodeSealed},
        national_code_hash = ${code.nationalCodeHash}, revision = revision + 1
      where division_id = ${divisionId} and id = ${kept.id}::uuid`;
    await keepFurtherNumber(db, divisionId, kept.id, numbers.beside);
    await db.$queryRaw`select person_recount_silence(${divisionId}::int, ${kept.id}::uuid)::text`;
    const mergeId = uuidv7();
    await db.$executeRaw`insert into person_merge
        (division_id, id, kept_id, gone_id, kept_before, gone, moved, kept_revision, merged_at, merged_by_key)
      values (${divisionId}, ${mergeId}::uuid, ${kept.id}::uuid, ${gone.id}::uuid, ${JSON.stringify(kept)}::jsonb,
        ${JSON.stringify(gone)}::jsonb, ${JSON.stringify(absorbed?.moved ?? [])}::jsonb, ${kept.revision + 1}, ${now}, ${actor.key})`;
    await settlePairs(db, divisionId, pairId, kept.id, gone.id, now, actor.key);
    await audit(db, actor, "merge", "Person", kept.id, [
      ...Object.keys(words),
      "no_contact",
      "capacities",
      "national_code",
    ]);
    await emit(db, actor, PeopleMerged, { mergeId, personIds: [kept.id] });
    return { id: mergeId, keptId: kept.id };
  });
}

/** The numbers of both but the chosen one: the one that stands beside the telephone, and those for which no place is left there. */
async function numbersOfBoth(db: Db, divisionId: number, kept: Row, gone: Row, chosen: string | null) {
  const handles = await db.$queryRaw<{ handle: string }[]>`select handle from person_way
    where division_id = ${divisionId} and person_id in (${kept.id}::uuid, ${gone.id}::uuid) and way = 'phone'
      and handle is not null order by person_id <> ${kept.id}::uuid`;
  const further = [...handles.map(({ handle }) => handle), kept.mobile, gone.mobile];
  const [beside, ...beyond] = [...new Set(further.filter((one) => one !== null && one !== chosen))];
  return { beside, beyond: beyond.filter((one) => one !== null) };
}

/** A note with the numbers that it does not tell yet, as lists of people bring them in. */
function noteWith(note: string | null, numbers: readonly string[]): string | null {
  const shown = numbers
    .map((number) => formatMobile(number, "fa"))
    .filter((number) => !note?.includes(toPersianDigits(number)));
  return shown.length === 0 ? note : [note, furtherNumbers(shown)].filter(Boolean).join("\n");
}

/** The number that was not chosen is kept beside the telephone, unless a further one stands there already. */
async function keepFurtherNumber(
  db: Db,
  divisionId: number,
  personId: string,
  number: string | null | undefined,
): Promise<void> {
  if (!number) return;
  await db.$executeRaw`insert into person_way (division_id, person_id, way, handle)
    values (${divisionId}, ${personId}::uuid, 'phone', ${number})
    on conflict (division_id, person_id, way) do update set handle = coalesce(person_way.handle, excluded.handle)`;
}

/** The pair is decided; who was said to be somebody else than the gone one is somebody else than the kept one. */
async function settlePairs(
  db: Db,
  divisionId: number,
  pairId: string,
  keptId: string,
  goneId: string,
  now: Date,
  by: string,
): Promise<void> {
  await db.$executeRaw`update person_pair set state = 'merged', decided_at = ${now}, decided_by_key = ${by}
    where division_id = ${divisionId} and id = ${pairId}::uuid`;
  await db.$executeRaw`delete from person_pair where division_id = ${divisionId} and state = 'open'
    and (first_id = ${goneId}::uuid or second_id = ${goneId}::uuid)`;
  await db.$executeRaw`
    insert into person_pair (division_id, id, first_id, second_id, score, reasons, state, decided_at, decided_by_key)
    select ${divisionId}::int, gen_random_uuid(), least(other, ${keptId}::uuid), greatest(other, ${keptId}::uuid), 0, '{}', 'apart', ${now}, ${by}
    from (select case when first_id = ${goneId}::uuid then second_id else first_id end as other from person_pair
      where division_id = ${divisionId} and state = 'apart' and (first_id = ${goneId}::uuid or second_id = ${goneId}::uuid)) apart
    where other <> ${keptId}::uuid
    on conflict (division_id, first_id, second_id) do update set state = 'apart', decided_at = ${now}, decided_by_key = ${by}
      where person_pair.state = 'open'`;
}
