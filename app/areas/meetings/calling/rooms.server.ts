import { within, type Db } from "~/kernel/db.server";
import type { PlacedActor } from "~/kernel/actor";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";

export type RoomRow = {
  id: string;
  name: string;
  seats: number | null;
  address: string | null;
  revision: number;
};

/** The rooms of a place that are in use, by name; at most 500. */
export async function listRooms(db: Db, divisionId: number): Promise<RoomRow[]> {
  return db.$queryRaw<RoomRow[]>`select id::text, name, seats, address, revision from meeting_room
    where division_id = ${divisionId} and closed_on is null order by name limit 500`;
}

/** A room of the place that is in use, and how many announced meetings to come have it. Refuses `missing`. */
export async function getRoom(
  db: Db,
  divisionId: number,
  id: string,
  today: IsoDate,
): Promise<RoomRow & { coming: number }> {
  const [row] = await db.$queryRaw<(RoomRow & { coming: number })[]>`
    select r.id::text, r.name, r.seats, r.address, r.revision,
      (select count(*)::int from meeting m where m.division_id = r.division_id and m.room_id = r.id
        and m.state in ('announced', 'in-session') and m.held_on >= ${today}::date) as coming
    from meeting_room r where r.division_id = ${divisionId} and r.id = ${id}::uuid and r.closed_on is null`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

/** A room of the place that a form chose. Refuses `invalid` beside `roomId` one that is not there. */
export async function chosenRoom(db: Db, divisionId: number, id: string): Promise<RoomRow> {
  const room = (await listRooms(db, divisionId)).find((one) => one.id === id);
  if (!room) throw new Refusal("invalid", "calling.room.unknown", { field: "roomId" });
  return room;
}

/** When a meeting is: an end that is not after the beginning is on the next day. */
export type Slot = { heldOn: IsoDate; startsAt: string; endsAt: string };

/**
 * Does what takes a room. Where another announced meeting has it in those hours the database refuses, and the answer
 * names that meeting: `conflict` beside `roomId`.
 */
export async function takingRoom<T>(
  actor: PlacedActor,
  slot: () => { roomId: string | null; slot: Slot } | undefined,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  try {
    return await within(actor, work);
  } catch (error) {
    const wanted = slot();
    if (error instanceof Refusal || !wanted?.roomId || !isRoomTaken(error)) throw error;
    const { roomId } = wanted;
    const other = await within(actor, (db) => inRoom(db, actor.place.id, roomId, wanted.slot), {
      readOnly: true,
    });
    throw new Refusal("conflict", `calling.room.taken?${new URLSearchParams({ title: other ?? "" })}`, {
      field: "roomId",
    });
  }
}

const isRoomTaken = (error: unknown): boolean =>
  error instanceof Error &&
  `${error.message} ${JSON.stringify({ ...error })} ${String(error.cause ?? "")}`.includes(
    "meeting_room_taken",
  );

async function inRoom(db: Db, divisionId: number, roomId: string, { heldOn, startsAt, endsAt }: Slot) {
  const [other] = await db.$queryRaw<{ title: string }[]>`select title from meeting
    where division_id = ${divisionId} and room_id = ${roomId}::uuid and state in ('announced', 'in-session')
      and held_on between ${heldOn}::date - 1 and ${heldOn}::date + 1
      and during && tsrange(${heldOn}::date + ${startsAt}::time,
        ${heldOn}::date + (case when ${endsAt}::time <= ${startsAt}::time then interval '1 day' else interval '0' end)
          + ${endsAt}::time)
    order by held_on, starts_at limit 1`;
  return other?.title;
}
