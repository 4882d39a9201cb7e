import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import type { Capacity, DeclineReason } from "../choices";
import type { Way } from "./ways";

/** A request that nobody has decided yet, with the name of its form. Refuses `missing`, and `conflict` once it is decided. */
export async function waitingRequest(db: Db, divisionId: number, id: string) {
  const request = await db.joinRequest.findUnique({
    where: { divisionId_id: { divisionId, id } },
    include: { link: { select: { name: true } } },
  });
  if (!request) throw new Refusal("missing", "refusal.missing");
  const { fullName, mobile, locality } = request;
  if (request.state !== "waiting" || fullName === null || mobile === null)
    throw tooLate("network.join.decided-already");
  return {
    fullName,
    mobile,
    locality,
    capacities: request.capacities as Capacity[],
    preferredWay: request.preferredWay as Way | null,
    source: request.link.name,
  };
}

type Decision =
  | { state: "accepted"; personId: string }
  | { state: "declined"; reason: DeclineReason; note?: string };

/**
 * Closes a request. What an accepted one says stands in the person's own record from now on, and nowhere else: so it is
 * changed and erased in one place. Refuses with `conflict` whoever comes second.
 */
export async function settleRequest(
  db: Db,
  actor: PlacedActor,
  id: string,
  decision: Decision,
  now: Date,
): Promise<void> {
  const { count } = await db.joinRequest.updateMany({
    where: { divisionId: actor.place.id, id, state: "waiting" },
    data: {
      state: decision.state,
      decidedAt: now,
      decidedByKey: actor.key,
      decidedByName: actor.name,
      ...(decision.state === "accepted"
        ? {
            personId: decision.personId,
            fullName: null,
            mobile: null,
            locality: null,
            capacities: [],
            preferredWay: null,
          }
        : { declineReason: decision.reason, declineNote: decision.note ?? null }),
    },
  });
  if (count === 0) throw tooLate("network.join.decided-already");
}
