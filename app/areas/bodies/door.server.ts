import { namedPlaces } from "~/areas/divisions/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { searchKey } from "~/lib/persian-text";
import { partyKey } from "~/lib/written-names/party-key";
import { isOnlyPlace } from "~/lib/written-names/places";
import { keepOfficesStanding } from "./abolition/standing.server";
import { NameTaught } from "./events";
import type { GroupRow, OfficeRow } from "./schema";
import type { Target } from "./spellings.server";

export { keepOfficesStanding };

/** What a line meant by a group when it was issued. */
export type GroupUse = {
  /** The line itself: its id stands for the use. */
  lineId: string;
  sourceId: string;
  title: string;
  group: Pick<GroupRow, "code" | "nameFa">;
  offices: readonly Pick<OfficeRow, "divisionId" | "id" | "nameFa">[];
};

/**
 * Keeps which offices were meant by the groups of what is issued, in the caller's open unit of work. Whoever joins a group
 * later was not meant; whoever leaves it was. A line that was issued already keeps what it has.
 */
export async function keepGroupUses(
  db: Db,
  actor: PlacedActor,
  uses: readonly GroupUse[],
  now: Date,
): Promise<void> {
  if (uses.length === 0) return;
  // A thousand lines may mean the same group: its offices are sent once, and the lines by their place among the groups.
  const meant = new Map<GroupUse["offices"], number>();
  for (const { offices } of uses) if (!meant.has(offices)) meant.set(offices, meant.size);
  const lines = uses.map(({ lineId, sourceId, title, group, offices }) => ({
    line: lineId,
    source: sourceId,
    title,
    code: group.code,
    name: group.nameFa,
    meant: meant.get(offices),
  }));
  const offices = [...meant].map(([members, place]) => ({
    meant: place,
    divisions: members.map((office) => office.divisionId),
    ids: members.map((office) => office.id),
    names: members.map((office) => office.nameFa),
  }));
  await db.$executeRaw`
    insert into group_use (division_id, id, group_code, group_name, source_id, title, used_at, office_divisions, office_ids,
      office_names)
    select ${actor.place.id}, l.line, l.code, l.name, l.source, l.title, ${now}, o.divisions, o.ids, o.names
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as l (line uuid, source uuid, title text, code text, name text, meant int)
      join jsonb_to_recordset(${JSON.stringify(offices)}::jsonb)
        as o (meant int, divisions int[], ids uuid[], names text[]) on o.meant = l.meant
    on conflict (division_id, id) do nothing`;
}

/** A form of fewer letters would be found in half the words of a document. */
const FEWEST_LETTERS = 3;

/**
 * Learns whom a written name means in the actor's place, in the caller's open unit of work: there it goes before the
 * national base from now on, and what waits under review follows. Answers false when the words are too few to mean anybody, or name no more than a place.
 */
export async function learnName(
  db: Db,
  actor: PlacedActor,
  written: string,
  target: Target,
  now: Date,
): Promise<boolean> {
  const key = searchKey(written);
  if (partyKey(written).length < FEWEST_LETTERS || written.length > LONGEST_FORM) return false;
  if (isOnlyPlace(written, await namedPlaces(db, actor.place))) return false;
  const [organisationId, groupCode] =
    "organisationId" in target ? [target.organisationId, null] : [null, target.groupCode];
  const [row] = await db.$queryRaw<{ id: string }[]>`
    insert into party_spelling (division_id, id, organisation_id, group_code, written, search_key, kind, noted_by, noted_at,
      published_at)
    values (${actor.place.id}, ${uuidv7()}::uuid, ${organisationId}::uuid, ${groupCode}, ${written}, ${key}, 'taught',
      ${actor.name}, ${now}, ${actor.place.level === "nation" ? now : null}::timestamptz)
    on conflict (division_id, search_key) do update set organisation_id = excluded.organisation_id,
      group_code = excluded.group_code, kind = 'taught', noted_by = excluded.noted_by, noted_at = excluded.noted_at
    returning id`;
  if (row) await emit(db, actor, NameTaught, { spellingId: row.id });
  return true;
}

const LONGEST_FORM = 300;
