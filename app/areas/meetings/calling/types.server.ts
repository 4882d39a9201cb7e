import type { Level, Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import type { AgendaSection, MeetingKind, Participants, QuorumKind } from "../choices";

/** A type of meetings as it holds in a place: the nearest level that has the code. */
export type MeetingTypeRow = {
  divisionId: number;
  code: string;
  fa: string;
  en: string;
  kind: MeetingKind;
  levels: Level[];
  /** Classes of participants without whom it is no such meeting. */
  participants: Participants[];
  quorumKind: QuorumKind;
  quorumCount: number | null;
  minutesLong: number;
  agenda: AgendaSection[];
  retiredOn: IsoDate | null;
  revision: number;
};

/** The types of meetings that hold in a place, retired ones too; at most 500. */
export async function listMeetingTypes(db: Db, place: Pick<Place, "ancestors">): Promise<MeetingTypeRow[]> {
  return db.$queryRaw<MeetingTypeRow[]>`
    select division_id as "divisionId", code, fa, en, kind, levels, participants, quorum_kind as "quorumKind",
      quorum_count as "quorumCount", minutes_long as "minutesLong", agenda, retired_on::text as "retiredOn",
      revision from (select distinct on (code) * from meeting_type
      where division_id = any(${[...place.ancestors]}::int[]) order by code, division_id desc) nearest
    order by division_id, position, fa, code limit 500`;
}

const isOffered = (type: MeetingTypeRow, level: Level, day: IsoDate) =>
  type.levels.includes(level) && (type.retiredOn === null || type.retiredOn > day);

/** The types that a form of the place offers on a day. */
export async function listOfferedTypes(
  db: Db,
  place: Pick<Place, "ancestors" | "level">,
  day: IsoDate,
): Promise<MeetingTypeRow[]> {
  return (await listMeetingTypes(db, place)).filter((type) => isOffered(type, place.level, day));
}

/** One type of a place by its code, retired or not; undefined where no level has it. */
export async function findMeetingType(
  db: Db,
  place: Pick<Place, "ancestors">,
  code: string | null,
): Promise<MeetingTypeRow | undefined> {
  if (code === null) return undefined;
  return (await listMeetingTypes(db, place)).find((type) => type.code === code);
}

/** A type that the place itself added, retired or not. Refuses `missing`, also one of a level above. */
export async function getOwnType(db: Db, place: Pick<Place, "id" | "ancestors">, code: string) {
  const type = await findMeetingType(db, place, code);
  if (!type || type.divisionId !== place.id || !code.startsWith("own-"))
    throw new Refusal("missing", "refusal.missing");
  return type;
}

/** The type that a form chose. Refuses `invalid` beside `typeCode` one that the place does not offer. */
export async function chosenType(
  db: Db,
  place: Pick<Place, "ancestors" | "level">,
  code: string,
  day: IsoDate,
): Promise<MeetingTypeRow> {
  const type = await findMeetingType(db, place, code);
  if (!type || !isOffered(type, place.level, day))
    throw new Refusal("invalid", "calling.type.unknown", { field: "typeCode" });
  return type;
}
