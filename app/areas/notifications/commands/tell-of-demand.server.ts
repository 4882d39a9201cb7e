import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import type { News } from "../choices";
import { tellStaff } from "../tell.server";

const OF_VERDICT: Readonly<Record<string, News>> = {
  solved: "demand-judged-solved",
  partly: "demand-judged-partly",
  no: "demand-judged-no",
};

/** Tells the county that an office answered a demand, or what its citizen said. The sentence names the office alone. */
export async function tellOfDemand(
  actor: PlacedActor,
  eventId: string,
  about: { demandId: string; verdict?: string },
  now = clock(),
) {
  return tellStaff(actor, eventId, "tell-of-demand", now, async (db) => {
    const { demandId, verdict } = about;
    const demand = await db.demand.findUnique({
      where: { divisionId_id: { divisionId: actor.place.id, id: demandId } },
      select: { officeName: true },
    });
    const news = verdict === undefined ? "demand-answered" : OF_VERDICT[verdict];
    if (!demand || !news) return null;
    return { news, params: { office: demand.officeName ?? "" }, href: `/demands/${demandId}` };
  });
}
