import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { todayIn, type IsoDate } from "~/lib/jalali";
import { isOpen, RELOCATION_TURNS, type RelocationState, type RelocationTurn } from "./lifecycle";

export type HeldRelocation = {
  divisionId: number;
  id: string;
  toDivisionId: number;
  personId: string;
  state: RelocationState;
  fullName: string | null;
  newLocality: string | null;
  expiresOn: IsoDate;
};

/**
 * An offer as the end that turns it holds it until the turn is done: whoever comes second waits and finds it decided.
 * Refuses `missing` for whoever is not that end, and `conflict` where the turn does not lead on from where it stands.
 */
export async function holdForTurn(
  db: Db,
  actor: PlacedActor,
  id: string,
  turn: RelocationTurn,
  now: Date,
): Promise<HeldRelocation> {
  const { by, from } = RELOCATION_TURNS[turn];
  const mine = actor.place.id;
  const rows = await db.$queryRaw<HeldRelocation[]>`
    select division_id as "divisionId", id::text, to_division_id as "toDivisionId", person_id::text as "personId", state,
      full_name as "fullName", new_locality as "newLocality", expires_on::text as "expiresOn"
    from relocation where id = ${id}::uuid and (division_id = ${mine} or to_division_id = ${mine}) for update`;
  const held = rows.find((row) =>
    by === "receiver"
      ? row.toDivisionId === mine
      : row.divisionId === mine && (by === "origin" || row.personId === actor.member?.personId),
  );
  if (!held) throw new Refusal("missing", "refusal.missing");
  const states: readonly RelocationState[] = from;
  if (!states.includes(held.state)) throw tooLate("network.relocation.decided-already");
  const isOver = isOpen(held.state) && held.expiresOn < todayIn(now);
  if (isOver && turn !== "expire" && turn !== "withdraw") throw tooLate("network.relocation.over");
  return held;
}

/** What the row says once it is decided: his name is forgotten in it, for he stands in one register or the other. */
export const ended = (turn: RelocationTurn, byName: string, now: Date) => ({
  state: RELOCATION_TURNS[turn].to,
  fullName: null,
  newLocality: null,
  endedAt: now,
  endedByName: byName,
});

/** The key of an offer's row. */
export const keyOf = ({ divisionId, id }: Pick<HeldRelocation, "divisionId" | "id">) => ({
  divisionId_id: { divisionId, id },
});

/** The ids by which an event names an offer: both ends hear of it. */
export const namesOf = ({ id, divisionId, toDivisionId }: HeldRelocation) => ({
  relocationId: id,
  fromDivisionId: divisionId,
  toDivisionId,
});
