import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { AgendaSection } from "../choices";
import { findMeetingType } from "./types.server";

/** The sections from which the agenda of a meeting was laid out: those of its series, else of its type. */
export async function templateOf(
  db: Db,
  place: Pick<Place, "id" | "ancestors">,
  { seriesId, typeCode }: { seriesId: string | null; typeCode: string | null },
): Promise<AgendaSection[]> {
  if (seriesId !== null) {
    const [series] = await db.$queryRaw<{ agenda: AgendaSection[] }[]>`select agenda from meeting_series
      where division_id = ${place.id} and id = ${seriesId}::uuid`;
    if (series && series.agenda.length > 0) return series.agenda;
  }
  return (await findMeetingType(db, place, typeCode))?.agenda ?? [];
}

/** A section as it is kept: by the first of its two names, whichever language its name was chosen in. */
export const keptSection = (template: readonly AgendaSection[], typed: string | undefined): string =>
  template.find(({ en }) => en === typed)?.fa ?? typed ?? "";
