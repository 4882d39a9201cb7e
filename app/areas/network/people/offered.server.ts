import { notOffered } from "../../catalogues/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";

const FIELD_OF = { capacity: "capacities", "archive-reason": "reason" } as const;

/** Refuses a choice that the catalogues of the place do not offer on this day. */
export async function refuseNotOffered(
  db: Db,
  actor: PlacedActor,
  kind: keyof typeof FIELD_OF,
  codes: readonly string[],
  today: IsoDate,
): Promise<void> {
  const gone = await notOffered(db, actor.place, kind, codes, today);
  if (gone.length > 0) throw new Refusal("invalid", "network.not-offered", { field: FIELD_OF[kind] });
}
